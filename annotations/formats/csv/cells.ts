import papaparse from 'papaparse'

/** What spreadsheets take for a formula; an apostrophe before it says that it is text. */
const formula = /^[=+\-@\t\r].*$/s

export type Cell = string | number | boolean | null | undefined

/** Rows as RFC 4180 has them, formulas made harmless; numbers stay numbers. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const cells = rows.map(row => row.map(cell => cell ?? null))
  return `${papaparse.unparse(cells, { newline: '\r\n', escapeFormulae: formula })}\r\n`
}

/** A cell as it was before it was made harmless. */
export const cellText = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
