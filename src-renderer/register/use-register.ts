import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Candidate, rankActors } from '../../annotations/actors/rank-actors.ts'
import { parentLoop } from '../../annotations/actors/register.ts'
import type { Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { indexOf } from '../state/candidates.ts'
import { nameOf } from '../state/link-actor.ts'
import { putActors } from '../state/register.ts'
import { announce, useSession } from '../state/session.ts'
import { say } from '../strings/words.ts'
import { collator } from '../ui/format-date.ts'

export type Row = { actor: Actor; found?: Candidate }

/** How many of those that are found are shown; typing on makes them fewer. */
const mostFound = 300

/** The register as it is filtered: by name in order, or by likeness to what is typed. */
export function useRows(query: string, kind: string): Row[] {
  const actors = useSession(session => session.actors)
  const sorted = useMemo(() => {
    const { compare } = collator()
    return [...actors].sort((a, b) => compare(nameOf(a), nameOf(b)))
  }, [actors])
  return useMemo(() => {
    const isKind = (actor: Actor) => kind === '' || actor.kind === kind
    if (query.trim() === '') return sorted.filter(isKind).map(actor => ({ actor }))
    return rankActors(indexOf(actors), query, { limit: mostFound })
      .filter(({ actor }) => isKind(actor))
      .map(found => ({ actor: found.actor, found }))
  }, [query, kind, sorted, actors])
}

/** Actors that are their own parents, as a file from elsewhere may have it. */
export function useLoops(): ReadonlySet<string> {
  const actors = useSession(session => session.actors)
  const register = useSession(session => session.register)
  return useMemo(
    () =>
      new Set(
        actors
          .filter(({ id, parent }) => parent && parentLoop(id, one => register.get(one)?.parent))
          .map(({ id }) => id),
      ),
    [actors, register],
  )
}

type History = Output<'actors.history'>

/** How often everybody is mentioned, what was done, and how to take it back. */
export function useRegister() {
  const project = useSession(session => session.project?.folder)
  const actors = useSession(session => session.storedActors)
  const [counts, setCounts] = useState<Record<string, number>>({})
  const [history, setHistory] = useState<History>()
  const [failure, setFailure] = useState<Failure>()

  /** Nobody is mentioned in a register of nobody; what was done to it can be undone all the same. */
  const refresh = useCallback(
    async (register: readonly Actor[]) => {
      if (project === undefined) return
      await flush()
      const done = await call('actors.history', { project })
      if (done.ok) setHistory(done.value)
      if (register.length === 0) return setCounts({})
      const used = await call('actors.usage', { project, job: crypto.randomUUID() })
      if (used.ok) setCounts(used.value.counts)
    },
    [project],
  )

  useEffect(() => void refresh(actors), [refresh, actors])

  const undo = async (again: boolean) => {
    if (project === undefined || !(await flush())) return
    const undone = await call('actors.undo', { project, again })
    if (!undone.ok) return setFailure(undone.failure)
    const { actors: put, removed, kind, conflicts } = undone.value
    putActors(put, removed)
    setFailure(
      conflicts.length > 0
        ? { code: 'register-undo-stale', params: { names: conflicts.join('، ') } }
        : undefined,
    )
    const what = say(`register.step.${kind}`)
    announce(say(again ? 'register.redone' : 'register.undone', { what }))
    await refresh(useSession.getState().storedActors)
  }

  return { project, counts, history, failure, setFailure, refresh, undo }
}
