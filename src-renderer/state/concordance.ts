import { create } from 'zustand'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Concordance, ConcordanceLine } from '../../annotations/api/searching.ts'
import { call } from '../bridge.ts'
import { useSession } from './session.ts'

export type Order = NonNullable<Asked<'search.query'>['order']>

/** Lines asked for at once; the next come when the end of these is near. */
const page = 200

type Search = {
  query: string
  order: Order
  state: 'idle' | 'searching' | 'found' | 'failed'
  failure: Failure | undefined
  found: Concordance | undefined
  lines: ConcordanceLine[]
  /** The line at hand, and the lines chosen, by number. */
  at: number
  chosen: ReadonlySet<number>
}

/** Kept while the view is shut, so that coming back is where one was. */
export const useSearch = create<Search>(() => ({
  query: '',
  order: 'document',
  state: 'idle',
  failure: undefined,
  found: undefined,
  lines: [],
  at: 0,
  chosen: new Set(),
}))

const set = useSearch.setState
const get = useSearch.getState

let turn = 0

/** Ask for the query as it stands; a later asking overtakes an earlier one. */
export async function search(job: string): Promise<void> {
  const { project } = useSession.getState()
  const { query, order } = get()
  if (!project || query.trim() === '') return
  const mine = ++turn
  set({ state: 'searching', failure: undefined })
  const found = await call('search.query', {
    project: project.folder,
    query,
    order,
    limit: page,
    job,
  })
  if (mine !== turn) return
  if (!found.ok)
    return set({ state: 'failed', failure: found.failure, found: undefined, lines: [] })
  const { lines } = found.value
  set({ state: 'found', found: found.value, lines, at: 0, chosen: new Set() })
}

let asking = false

/** The next lines, if there are more. */
export async function more(): Promise<void> {
  const { project } = useSession.getState()
  const { query, order, lines, found } = get()
  if (!project || !found || asking || lines.length >= found.total) return
  asking = true
  const mine = turn
  const next = await call('search.query', {
    project: project.folder,
    query,
    order,
    offset: lines.length,
    limit: page,
    job: crypto.randomUUID(),
  })
  asking = false
  if (mine !== turn || !next.ok) return
  set({ lines: [...lines, ...next.value.lines] })
}

/** Choose a line or leave it; `through` chooses every line from the one at hand to it. */
export function choose(number: number, through = false): void {
  const { chosen, at } = get()
  const next = new Set(chosen)
  if (through) for (let n = Math.min(at, number); n <= Math.max(at, number); n++) next.add(n)
  else if (!next.delete(number)) next.add(number)
  set({ chosen: next, at: number })
}

export function chooseAll(): void {
  const { chosen, lines } = get()
  set({ chosen: chosen.size === lines.length ? new Set() : new Set(lines.keys()) })
}
