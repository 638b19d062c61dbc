import { type Contradiction, type Found, findContradictions, withLines } from './contradictions.ts'
import type { AcrossCorpus } from './corpus.ts'
import { type AcrossFilter, matching } from './filter.ts'
import { type ChainEnd, outletParty, type Party, type Statement, speakerOf } from './statement.ts'
import type { Subject } from './subjects.ts'

export const boardColumns = ['outlet', 'actor', 'kind'] as const
export type BoardColumn = (typeof boardColumns)[number]

export type Counts = { for: number; against: number; neutral: number }

export type BoardCell = Counts & {
  row: string
  column: string
  /** By stance; '' where none was given. */
  stances: Record<string, number>
}

export type BoardRow = Subject &
  Counts & { statements: number; contradicted: ('opposed' | 'dates' | 'same-source')[] }

export type Board = {
  rows: BoardRow[]
  columns: { key: string; name: Party['name']; kind: string | null; statements: number }[]
  cells: BoardCell[]
  contradictions: Contradiction[]
  statements: number
  /** Those that point to a proposition. */
  coded: number
  /** How many there are, where not all are given. */
  allRows: number
  allColumns: number
  allContradictions: number
  /** Statements like no other and not coded: they have no row. */
  alone: number
}

const mostRows = 200
const mostColumns = 24
const mostContradictions = 60

/** The column a statement stands in. Kinds are ids of the scheme; a source without one is of kind ''. */
export function columnOf(statement: Statement, by: BoardColumn, end: ChainEnd): Party {
  if (by === 'outlet') return outletParty(statement.outlet)
  const speaker = speakerOf(statement, end)
  if (by === 'actor') return speaker
  const kind = speaker.kind ?? ''
  return { key: kind, name: { ar: kind }, kind, registered: false }
}

/** 2 comes before 10; made once, for making one costs more than a thousand comparisons. */
const codeOrder = new Intl.Collator('ar', { numeric: true })

const none = (): Counts => ({ for: 0, against: 0, neutral: 0 })

type Asked = { by: BoardColumn; end: ChainEnd }

/** Rows what is said, columns who says it, cells how they stand to it; the same statements, counted once each. */
export function boardOf(corpus: AcrossCorpus, filter: AcrossFilter, { by, end }: Asked): Board {
  const statements = matching(corpus, filter)
  const rows = new Map<string, Counts & { statements: number }>()
  const columns = new Map<string, { party: Party; statements: number }>()
  const placed: { statement: Statement; row: string; column: string }[] = []
  for (const statement of statements) {
    const row = corpus.subjects.of.get(statement.key) ?? ''
    const counts = rows.get(row) ?? { ...none(), statements: 0 }
    counts.statements++
    counts[statement.side]++
    rows.set(row, counts)
    const party = columnOf(statement, by, end)
    placed.push({ statement, row, column: party.key })
    const column = columns.get(party.key) ?? { party, statements: 0 }
    columns.set(party.key, column)
  }
  const isRow = (key: string) => key.startsWith('p:') || (rows.get(key)?.statements ?? 0) > 1
  const kept = [...rows]
    .filter(([key]) => isRow(key))
    .sort(([a, x], [b, y]) => order(a, b) || y.statements - x.statements || (a < b ? -1 : 1))
  const shownRows = new Set(kept.slice(0, mostRows).map(([key]) => key))
  // A column is as wide as what is on the board; claims like no other are not.
  for (const { row, column } of placed) {
    const known = columns.get(column)
    if (known && isRow(row)) known.statements++
  }
  const standing = [...columns.values()]
    .filter(column => column.statements > 0)
    .sort((a, b) => b.statements - a.statements || (a.party.key < b.party.key ? -1 : 1))
  const shownColumns = new Set(standing.slice(0, mostColumns).map(({ party }) => party.key))
  const cells = new Map<string, BoardCell>()
  for (const { statement, row, column } of placed) {
    if (!shownRows.has(row) || !shownColumns.has(column)) continue
    const key = `${row}\n${column}`
    const cell = cells.get(key) ?? { row, column, ...none(), stances: {} }
    const stance = statement.stance ?? ''
    cell[statement.side]++
    cell.stances[stance] = (cell.stances[stance] ?? 0) + 1
    cells.set(key, cell)
  }
  const contradictions = findContradictions(corpus, statements, end)
  const marked = marksOf(corpus, contradictions)
  return {
    rows: kept.slice(0, mostRows).flatMap(([key, counts]) => {
      const subject = corpus.subjects.all.get(key)
      return subject ? [{ ...subject, ...counts, contradicted: marked(subject) }] : []
    }),
    columns: standing
      .slice(0, mostColumns)
      .map(({ party: { key, name, kind }, statements }) => ({ key, name, kind, statements })),
    cells: [...cells.values()],
    contradictions: contradictions.slice(0, mostContradictions).map(one => withLines(corpus, one)),
    statements: statements.length,
    coded: placed.filter(({ row }) => row.startsWith('p:')).length,
    allRows: kept.length,
    allColumns: standing.length,
    allContradictions: contradictions.length,
    alone: placed.filter(({ row }) => !isRow(row)).length,
  }

  function order(a: string, b: string): number {
    const [one, two] = [corpus.subjects.all.get(a)?.code, corpus.subjects.all.get(b)?.code]
    if (one == null || two == null) return Number(one == null) - Number(two == null)
    return codeOrder.compare(one, two)
  }
}

function marksOf(corpus: AcrossCorpus, contradictions: readonly Found[]) {
  const marks = new Map<string, Set<BoardRow['contradicted'][number]>>()
  for (const { subject, kind, party, camps } of contradictions) {
    // Different dates of one event are marked at each proposition that takes part in them.
    const about = ({ key }: Statement) => corpus.subjects.of.get(key) ?? ''
    const rows = new Set([subject, ...camps.flatMap(({ of }) => of.map(about))])
    for (const row of rows) {
      const known = marks.get(row) ?? new Set()
      known.add(party ? 'same-source' : kind)
      marks.set(row, known)
    }
  }
  return ({ key }: Subject) => [...(marks.get(corpus.subjects.all.get(key)?.key ?? key) ?? [])]
}
