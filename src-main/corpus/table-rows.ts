import Papa from 'papaparse'

/** A row: what each column says, and where it stands in the file (1-based; the line, or the record of a CSV). */
export type Row =
  | { kind: 'row'; at: number; cells: Readonly<Record<string, string>> }
  | { kind: 'bad'; at: number; detail: string }

export type Table = { columns: string[]; rows: Row[] }

/** A value that a column can hold: what is nested further is left out. */
function cellOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Keys with their values, those of an object inside as `meta.title`. */
function cellsOf(record: object): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [name, value] of Object.entries(record)) {
    const cell = cellOf(value)
    if (cell !== undefined) cells[name] = cell
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [inner, one] of Object.entries(value)) {
        const within = cellOf(one)
        if (within !== undefined) cells[`${name}.${inner}`] = within
      }
  }
  return cells
}

/** A JSON object a line. */
export function jsonlRows(text: string): Table {
  const columns = new Set<string>()
  const rows = text.split('\n').flatMap((line, index): Row[] => {
    const at = index + 1
    if (line.trim() === '') return []
    try {
      const record: unknown = JSON.parse(line)
      if (typeof record !== 'object' || record === null || Array.isArray(record))
        return [{ kind: 'bad', at, detail: 'not an object' }]
      const cells = cellsOf(record)
      for (const name of Object.keys(cells)) columns.add(name)
      return [{ kind: 'row', at, cells }]
    } catch (error) {
      return [{ kind: 'bad', at, detail: (error as Error).message }]
    }
  })
  return { columns: [...columns], rows }
}

/** Comma, semicolon, tab or bar between, as the spreadsheets of different countries write it; names in the first row. */
export function csvRows(text: string): Table {
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  })
  const [head = [], ...body] = data
  // A column without a name, or with another's, is called by its place.
  const taken = new Set<string>()
  const columns = head.map((name, at) => {
    const own = name.trim()
    const isItsOwn = own !== '' && !taken.has(own)
    taken.add(own)
    return isItsOwn ? own : `${own}#${at + 1}`
  })
  const rows = body.map(
    (cells, at): Row => ({
      kind: 'row',
      at: at + 2,
      // What a short row lacks is not there: of a head of thousands, thousands of rows would not fit into memory.
      cells: Object.fromEntries(
        cells.slice(0, columns.length).map((cell, place) => [columns[place], cell]),
      ),
    }),
  )
  return { columns, rows }
}
