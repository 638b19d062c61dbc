import { z } from 'zod'
import { normalisations } from '../across/affiliation.ts'
import { type Board, boardColumns } from '../across/board.ts'
import { acrossFilter } from '../across/filter.ts'
import type { Line } from '../across/line.ts'
import { type Network, networkKinds } from '../across/network.ts'
import type { Profile } from '../across/profile.ts'
import { chainEnds, type Party } from '../across/statement.ts'
import type { Statistics } from '../across/statistics.ts'
import type { Timeline } from '../across/timeline.ts'
import { job, method, nothing, project } from './method.ts'
import { path } from './path.ts'

/** What can be chosen to look at: of all statements, whatever the filter leaves of them. */
export type Facets = {
  statements: number
  documents: number
  outlets: { outlet: string; statements: number }[]
  actors: { key: string; name: Party['name']; statements: number }[]
  labels: string[]
  annotators: string[]
  /** First and last month of publication (YYYY-MM). */
  first: string | null
  last: string | null
  /** Files that could not be read and are not counted. */
  unreadable: number
}

export type ReadLine = Line & {
  /** The words around the claim, out to the ends of its sentence. */
  before: string
  after: string
}

const boardAsked = z.strictObject({
  by: z.enum(boardColumns).default('outlet'),
  end: z.enum(chainEnds).default('inner'),
})
const timelineAsked = z.strictObject({
  by: z.enum(['actor', 'outlet']).default('actor'),
  end: z.enum(chainEnds).default('inner'),
})
const networkAsked = z.strictObject({
  kind: z.enum(networkKinds).default('affiliation'),
  end: z.enum(chainEnds).default('inner'),
  normalise: z.enum(normalisations).default('none'),
  least: z.number().min(0).max(10_000).default(0),
  unnamed: z.boolean().default(false),
  uncoded: z.boolean().default(true),
})
const asked = { project, filter: acrossFilter.default({}), job }

/** Where a plot was drawn, its picture comes with the asking. */
const picture = z.string().max(40_000_000)

export const acrossMethods = {
  /** Somebody may soon ask: what takes the questions begins, and reads nothing yet. */
  'across.ready': method(nothing, nothing),
  'across.board': method(z.strictObject({ ...asked, ...boardAsked.shape }), z.custom<Board>()),
  'across.timeline': method(
    z.strictObject({ ...asked, ...timelineAsked.shape }),
    z.custom<Timeline>(),
  ),
  'across.network': method(
    z.strictObject({ ...asked, ...networkAsked.shape }),
    z.custom<Network>(),
  ),
  'across.profile': method(z.strictObject(asked), z.custom<Profile>()),
  'across.statistics': method(z.strictObject(asked), z.custom<Statistics>()),
  'across.facets': method(z.strictObject({ project, job }), z.custom<Facets>()),
  /** The statements behind a row, a column or a cell of the board, or a node of the network, in order of publication. */
  'across.lines': method(
    z.strictObject({
      ...asked,
      ...boardAsked.shape,
      column: z.string().optional(),
      limit: z.int().positive().max(500).default(60),
    }),
    z.custom<{ total: number; lines: ReadLine[] }>(),
  ),
  /** A view as a file. */
  'across.save': method(
    z.strictObject({
      ...asked,
      view: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('board'),
          format: z.enum(['csv', 'html']),
          ...boardAsked.shape,
        }),
        z.strictObject({ kind: z.literal('timeline'), ...timelineAsked.shape }),
        z.strictObject({
          kind: z.literal('network'),
          format: z.enum(['csv', 'graphml', 'gexf']),
          asked: networkAsked,
        }),
        z.strictObject({ kind: z.literal('profile') }),
        z.strictObject({ kind: z.literal('statistics') }),
        z.strictObject({ kind: z.literal('svg'), svg: picture }),
        z.strictObject({ kind: z.literal('png'), base64: picture }),
      ]),
      language: z.enum(['ar', 'en']),
      out: path,
      overwrite: z.boolean().default(false),
    }),
    z.strictObject({ file: z.string(), bytes: z.int() }),
  ),
} as const
