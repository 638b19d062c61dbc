import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useSession } from '../state/session.ts'

export type Mentions = Output<'actors.mentions'>

/** How many are read and drawn at once. */
export const mostMentions = 300
/** Milliseconds one rests on an actor before its mentions are gathered. */
const rest = 120

/** The mentions of an actor over the corpus; none while they are gathered. */
export function useMentions(id: string | undefined, version: unknown): Mentions | undefined {
  const project = useSession(session => session.project?.folder)
  const [found, setFound] = useState<Mentions>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that it is to be asked again.
  useEffect(() => {
    setFound(undefined)
    if (id === undefined || project === undefined) return
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
  }, [id, project, version])
  return found
}
