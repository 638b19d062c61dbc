import type { AcrossCorpus } from './corpus.ts'
import { type AcrossFilter, matching } from './filter.ts'
import { type Line, lineOf, type SaidDate, saidDate } from './line.ts'
import { isoOfDay } from './spoken-date.ts'
import { type ChainEnd, outletParty, type Party, speakerOf } from './statement.ts'

export type TimelineMark = SaidDate & {
  lane: string
  line: Line
  precision: string
  approximate: boolean
  /** YYYY-MM-DD, half-open; null is an open end. */
  from: string | null
  to: string | null
}

export type Timeline = {
  lanes: { key: string; name: Party['name']; kind: string | null; marks: number }[]
  marks: TimelineMark[]
  statements: number
  /** How many there are, where not all are given. */
  allLanes: number
  allMarks: number
  /** Statements whose dates have no place in time, whose documents have no publication date, and that speak of no date. */
  unplaced: number
  unpublished: number
  dateless: number
}

const mostLanes = 30
const mostMarks = 1500

/** Who speaks of which days: a lane an actor or an outlet, a mark a date of a claim. */
export function timelineOf(
  corpus: AcrossCorpus,
  filter: AcrossFilter,
  { by, end }: { by: 'actor' | 'outlet'; end: ChainEnd },
): Timeline {
  const statements = matching(corpus, filter)
  const lanes = new Map<string, { party: Party; marks: number }>()
  const marks: { lane: string; at: number; date: number }[] = []
  let [unplaced, unpublished, dateless] = [0, 0, 0]
  for (const [at, statement] of statements.entries()) {
    if (statement.dates.length === 0) dateless++
    if (statement.published === undefined) unpublished++
    const party = by === 'outlet' ? outletParty(statement.outlet) : speakerOf(statement, end)
    for (const [date, { from, to }] of statement.dates.entries()) {
      if (from === undefined || to === undefined) {
        unplaced++
        continue
      }
      const lane = lanes.get(party.key) ?? { party, marks: 0 }
      lane.marks++
      lanes.set(party.key, lane)
      marks.push({ lane: party.key, at, date })
    }
  }
  // Whom the register knows comes first: "two officials" of many articles are not one.
  const order = [...lanes.values()].sort(
    (a, b) =>
      Number(b.party.registered) - Number(a.party.registered) ||
      b.marks - a.marks ||
      (a.party.key < b.party.key ? -1 : 1),
  )
  const shown = new Set(order.slice(0, mostLanes).map(({ party }) => party.key))
  const inLanes = marks.filter(({ lane }) => shown.has(lane))
  return {
    lanes: order
      .slice(0, mostLanes)
      .map(({ party: { key, name, kind }, marks }) => ({ key, name, kind, marks })),
    marks: inLanes.slice(0, mostMarks).flatMap(({ lane, at, date }): TimelineMark[] => {
      const statement = statements[at]
      const spoken = statement?.dates[date]
      if (!statement || spoken?.from === undefined || spoken.to === undefined) return []
      const { precision, approximate, from, to } = spoken
      return [
        {
          lane,
          line: lineOf(corpus, statement),
          ...saidDate(spoken),
          precision,
          approximate,
          from: from === null ? null : isoOfDay(from),
          to: to === null ? null : isoOfDay(to),
        },
      ]
    }),
    statements: statements.length,
    allLanes: order.length,
    allMarks: marks.length,
    unplaced,
    unpublished,
    dateless,
  }
}
