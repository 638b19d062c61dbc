import papaparse from 'papaparse'
import { cellText } from '../csv/cells.ts'

/** A row as it was said, whatever wrote it: by column or key, with the line it stands in (from 1). */
export type TableRow = { readonly line: number; readonly said: Readonly<Record<string, unknown>> }
export type RowProblem = {
  readonly line: number
  readonly kind: 'bad-line' | 'wrong-shape'
  readonly detail: string
}
export type Rows = {
  readonly rows: TableRow[]
  readonly columns: string[]
  readonly problems: RowProblem[]
}

/** Lists in one cell are parted by a bar; a bar in what is listed has a backslash before it. */
export const listCell = (list: readonly string[]) =>
  list.map(one => one.replace(/[\\|]/g, '\\$&')).join(' | ')

export function cellList(cell: string): string[] {
  const list: string[] = []
  let one = ''
  for (let at = 0; at < cell.length; at++) {
    const letter = cell[at] as string
    if (letter === '\\' && at + 1 < cell.length) one += cell[++at]
    else if (letter === '|') {
      list.push(one)
      one = ''
    } else one += letter
  }
  return [...list, one].map(text => text.trim()).filter(text => text !== '')
}

const newline = /\r\n|\r|\n/g

/** What the cells of the heading are parted by; a guess over all the rows would take our own bars for it. */
function delimiterOf(body: string): string {
  const [heading = ''] = body.split(/\r?\n|\r/, 1)
  const count = (mark: string) => heading.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** A table with a heading; cells that were made harmless are as they were. */
function csvRowsOf(text: string): Rows {
  const problems: RowProblem[] = []
  const rows: TableRow[] = []
  let columns: string[] | undefined
  let line = 1
  let cursor = 0
  const body = text.replace(/^\ufeff/, '')
  papaparse.parse(body, {
    delimiter: delimiterOf(body),
    step({ data, meta }) {
      const here = line
      // A cell may go over lines: where the next row begins is counted, not guessed.
      line += (body.slice(cursor, meta.cursor).match(newline) ?? []).length
      cursor = meta.cursor
      if (data.every(cell => cell.trim() === '')) return
      if (!columns) {
        columns = data.map(name => name.trim())
        return
      }
      if (data.length !== columns.length) {
        const detail = data.join(',').slice(0, 120)
        problems.push({ line: here, kind: 'bad-line', detail })
        return
      }
      const said: Record<string, unknown> = {}
      for (const [at, name] of columns.entries()) said[name] = cellText(data[at] ?? '')
      rows.push({ line: here, said })
    },
  })
  return { rows, columns: columns ?? [], problems }
}

/** A line a record; empty lines are passed over. */
function jsonlRowsOf(text: string): Rows {
  const problems: RowProblem[] = []
  const rows: TableRow[] = []
  const columns = new Set<string>()
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    try {
      const said: unknown = JSON.parse(line)
      if (typeof said !== 'object' || said === null || Array.isArray(said))
        throw new Error('not an object')
      for (const key of Object.keys(said)) columns.add(key)
      rows.push({ line: at + 1, said: { ...said } })
    } catch (error) {
      problems.push({ line: at + 1, kind: 'bad-line', detail: (error as Error).message })
    }
  }
  return { rows, columns: [...columns], problems }
}

/** The table in a file, by what its name says it is; a line that begins with a brace is JSON. */
export const rowsOf = (text: string, name: string): Rows =>
  /\.(jsonl|ndjson)$/i.test(name) || /^\ufeff?\s*\{/.test(text)
    ? jsonlRowsOf(text)
    : csvRowsOf(text)
