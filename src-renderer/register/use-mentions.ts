import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useSession } from '../state/session.ts'

export type Mentions = Output<'actors.mentions'>

/** How many are read and drawn at once. */
const mostMentions = 300
/** Milliseconds one rests on an actor before its mentions are gathered. */
const rest = 120

/** The mentions of an actor over the corpus; none while they are gathered. */
export function useMentions(
  id: string | undefined,
  register: readonly Actor[],
): Mentions | undefined {
  const project = useSession(session => session.project?.folder)
  const [found, setFound] = useState<Mentions>()
  useEffect(() => {
    setFound(undefined)
    // Asked again when the register changes: whom an id means is the register's to say.
    if (id === undefined || project === undefined || !register.some(one => one.id === id)) return
    const job = crypto.randomUUID()
    let gone = false
    const timer = setTimeout(async () => {
      await flush()
      const asked = await call('actors.mentions', { project, id, job, limit: mostMentions })
      if (!gone && asked.ok) setFound(asked.value)
    }, rest)
    return () => {
      gone = true
      clearTimeout(timer)
      void call('jobs.cancel', { job })
    }
  }, [id, project, register])
  return found
}
