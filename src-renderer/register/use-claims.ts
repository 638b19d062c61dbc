import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useSession } from '../state/session.ts'

export type Claims = Output<'propositions.claims'>['claims']

/** How many claims each proposition has, by its id. */
export function useClaimCounts(): Readonly<Record<string, number>> {
  const project = useSession(session => session.project?.folder)
  const [counts, setCounts] = useState<Record<string, number>>({})
  useEffect(() => {
    if (project === undefined) return
    const ask = async () => {
      await flush()
      const used = await call('propositions.usage', { project, job: crypto.randomUUID() })
      if (used.ok) setCounts(used.value.counts)
    }
    void ask()
  }, [project])
  return counts
}

/** The claims of a proposition; none while they are gathered. */
export function useClaims(id: string | undefined): Claims | undefined {
  const project = useSession(session => session.project?.folder)
  const [claims, setClaims] = useState<Claims>()
  useEffect(() => {
    setClaims(undefined)
    if (project === undefined || id === undefined) return
    let gone = false
    const asked = { project, id, job: crypto.randomUUID() }
    void call('propositions.claims', asked).then(found => {
      if (!gone && found.ok) setClaims(found.value.claims)
    })
    return () => {
      gone = true
    }
  }, [project, id])
  return claims
}
