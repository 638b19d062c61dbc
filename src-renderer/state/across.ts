import { create } from 'zustand'
import type { AcrossFilter } from '../../annotations/across/filter.ts'
import type { Facets } from '../../annotations/api/across.ts'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Coding } from './code-claims.ts'

export const acrossTabs = ['board', 'timeline', 'network', 'profile', 'statistics'] as const
export type AcrossTab = (typeof acrossTabs)[number]

type Wishes<M extends `across.${AcrossTab}`> = Required<
  Omit<Asked<M>, 'project' | 'job' | 'filter'>
>

/** Statements opened beside a view: a row, a column or a cell of the board, a bar, a node. */
export type Opened = {
  title: string
  filter: AcrossFilter
  column?: string | undefined
  by: Wishes<'across.board'>['by']
}

export type Across = {
  tab: AcrossTab
  filter: AcrossFilter
  facets: Facets | undefined
  board: Wishes<'across.board'>
  timeline: Wishes<'across.timeline'>
  network: Wishes<'across.network'>
  opened: Opened | undefined
  /** Claims that were coded from here last, so that it can be taken back. */
  coding: Coding | undefined
  /** Goes up where sets were changed from here: views are asked for anew. */
  turn: number
  /** The project it is all of. */
  folder: string
}

const beginning = {
  tab: 'board',
  filter: {},
  facets: undefined,
  board: { by: 'outlet', end: 'inner' },
  timeline: { by: 'actor', end: 'inner' },
  network: {
    kind: 'affiliation',
    end: 'inner',
    normalise: 'none',
    least: 0,
    unnamed: false,
    uncoded: false,
  },
  opened: undefined,
  coding: undefined,
  turn: 0,
} as const satisfies Omit<Across, 'folder'>

/** Kept while the view is shut, so that coming back from a text is where one was. */
export const useAcross = create<Across>(() => ({ ...beginning, folder: '' }))

/** Another project is begun with from the beginning. */
export function beginAcross(folder: string): void {
  if (useAcross.getState().folder !== folder) useAcross.setState({ ...beginning, folder })
}

export function changeFilter(change: AcrossFilter): void {
  const filter = { ...useAcross.getState().filter, ...change }
  // What is not said is not asked.
  const said = Object.entries(filter).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  useAcross.setState({ filter: Object.fromEntries(said), opened: undefined })
}
