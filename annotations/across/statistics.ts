import { byCodePoint } from '../text/code-point-order.ts'
import { isoOfDay } from './spoken-date.ts'
import type { Statement } from './statement.ts'

/** What one annotator's set on one document adds to the statistics. */
export type SetFacts = {
  document: string
  annotator: string
  status: string
  labels: Record<string, number>
  /** Entries of the register it points to. */
  actors: readonly string[]
  /** Time spent on it as far as the log of actions tells (seconds); none where there is no log. */
  seconds: number | null
}
export type DocumentFacts = {
  id: string
  words: number
  outlet?: string | undefined
  published?: string | undefined
}

export type Statistics = {
  documents: { all: number; annotated: number; words: number; outlets: number }
  published: { first: string | null; last: string | null; undated: number }
  /** Of the sets that speak for their documents. */
  annotations: number
  labels: { label: string; count: number; perThousandWords: number }[]
  claims: {
    all: number
    coded: number
    withDates: number
    bySide: Record<string, number>
    byStance: Record<string, number>
  }
  actors: { linked: number; register: number }
  /** Days that claims speak of. */
  dates: { first: string | null; last: string | null; placed: number; open: number }
  annotators: {
    annotator: string
    documents: number
    annotations: number
    status: Record<string, number>
    /** Seconds a document, middle of those with a log; none where there is none. */
    secondsPerDocument: number | null
    timed: number
  }[]
}

/** Pauses longer than this are not work (seconds). */
const pause = 300

/** Time spent, from when actions were made (ISO): the sum of pauses that are not too long. */
export function secondsOf(times: readonly number[]): number {
  const order = [...times].sort((a, b) => a - b)
  let sum = 0
  for (const [at, time] of order.entries()) {
    const gap = at === 0 ? 0 : (time - (order[at - 1] as number)) / 1000
    if (gap <= pause) sum += gap
  }
  return Math.round(sum)
}

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const order = [...values].sort((a, b) => a - b)
  const half = order.length / 2
  const high = order[Math.floor(half)] as number
  return Number.isInteger(half) ? ((order[half - 1] as number) + high) / 2 : high
}

function counted<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => byCodePoint(a, b)))
}

type Given = {
  documents: readonly DocumentFacts[]
  sets: readonly SetFacts[]
  /** `document/annotator` of the sets that speak for their documents. */
  chosen: ReadonlySet<string>
  /** Those of the chosen sets. */
  statements: readonly Statement[]
  labels: readonly string[]
  register: number
}

/** What there is, how far it is, and what it took. Totals are of one set a document; annotators are counted each by their own. */
export function statisticsOf(given: Given): Statistics {
  const { documents, sets, chosen, statements, register } = given
  const words = documents.reduce((sum, { words }) => sum + words, 0)
  const speaking = sets.filter(({ document, annotator }) => chosen.has(`${document}/${annotator}`))
  const labels = new Map(given.labels.map(label => [label, 0]))
  for (const set of speaking)
    for (const [label, count] of Object.entries(set.labels))
      labels.set(label, (labels.get(label) ?? 0) + count)
  const total = (set: SetFacts) => Object.values(set.labels).reduce((sum, count) => sum + count, 0)
  const dates = documents.flatMap(({ published }) => (published === undefined ? [] : [published]))
  const placed = statements.flatMap(({ dates }) => dates.filter(({ from }) => from !== undefined))
  const froms = placed.flatMap(({ from }) => (from == null ? [] : [from]))
  const tos = placed.flatMap(({ to }) => (to == null ? [] : [to - 1]))
  const ends = (days: readonly number[], pick: (a: number, b: number) => number) =>
    days.length === 0 ? null : isoOfDay(days.reduce((a, b) => pick(a, b)))
  const people = [...new Set(sets.map(({ annotator }) => annotator))].sort(byCodePoint)
  return {
    documents: {
      all: documents.length,
      annotated: speaking.filter(set => total(set) > 0).length,
      words,
      outlets: new Set(documents.flatMap(({ outlet }) => outlet ?? [])).size,
    },
    published: {
      first: dates.sort(byCodePoint)[0] ?? null,
      last: dates.at(-1) ?? null,
      undated: documents.length - dates.length,
    },
    annotations: speaking.reduce((sum, set) => sum + total(set), 0),
    labels: [...labels].map(([label, count]) => ({
      label,
      count,
      perThousandWords: words === 0 ? 0 : Math.round((count * 100_000) / words) / 100,
    })),
    claims: {
      all: statements.length,
      coded: statements.filter(({ proposition }) => proposition !== null).length,
      withDates: statements.filter(({ dates }) => dates.length > 0).length,
      bySide: counted(statements, ({ side }) => side),
      byStance: counted(statements, ({ stance }) => stance ?? ''),
    },
    actors: { linked: new Set(speaking.flatMap(({ actors }) => actors)).size, register },
    dates: {
      first: ends(froms, Math.min),
      last: ends(tos, Math.max),
      placed: placed.length,
      open: placed.filter(({ from, to }) => from === null || to === null).length,
    },
    annotators: people.map(annotator => {
      const own = sets.filter(set => set.annotator === annotator)
      const timed = own.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
      return {
        annotator,
        documents: own.length,
        annotations: own.reduce((sum, set) => sum + total(set), 0),
        status: counted(own, ({ status }) => status),
        secondsPerDocument: middle(timed),
        timed: timed.length,
      }
    }),
  }
}
