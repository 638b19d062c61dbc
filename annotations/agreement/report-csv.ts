import { decimals } from './figure-text.ts'
import type { AgreementReport, Figure } from './report-shape.ts'

/** RFC 4180; a value that a spreadsheet would take for a formula is told to be text. */
function cell(value: string | number): string {
  const text =
    typeof value === 'number' ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const columns = [
  'part',
  'of',
  'and',
  'measure',
  'value',
  'low',
  'high',
  'observed',
  'expected',
  'units',
  'reason',
  'warnings',
] as const

/** A line of cells in the order of the columns; what is not given is empty. */
const row = (cells: Partial<Record<(typeof columns)[number], string | number>>) =>
  columns.map(column => cell(cells[column] ?? '')).join(',')

function line(
  part: string,
  of: string,
  and: string,
  { id, result, interval, units, warnings }: Figure,
): string {
  const value = result.kind === 'value' ? result : undefined
  const number = (found: number | undefined) =>
    found === undefined ? '' : Number(found.toFixed(6))
  return row({
    part,
    of,
    and,
    measure: id,
    value: number(value?.value),
    low: number(interval?.low),
    high: number(interval?.high),
    observed: number(value?.observed),
    expected: number(value?.expected),
    units,
    reason: result.kind === 'undefined' ? result.reason : '',
    warnings: warnings.join(' '),
  })
}

/** Every figure of the report, a line each; `of` and `and` say what it is about. UTF-8 with a mark, for spreadsheets. */
export function reportCsv(report: AgreementReport): string {
  const lines: string[] = [columns.join(',')]
  const add = (part: string, of: string, and: string, figures: readonly Figure[]) => {
    for (const figure of figures) lines.push(line(part, of, and, figure))
  }
  add('overall', '', '', report.overall)
  for (const { label, figures } of report.byLabel) add('label', label, '', figures)
  for (const { one, two, figures } of report.byPair) add('pair', one, two, figures)
  for (const { outlet, figures } of report.byOutlet) add('outlet', outlet ?? '', '', figures)
  for (const { id, title, figures } of report.byDocument) add('document', id, title, figures)
  for (const { label, attribute, figures } of report.attributes)
    add('attribute', label, attribute, figures)
  for (const { type, figures } of report.relations) add('relation', type, '', figures)
  add('claims', '', '', report.claims)
  for (const { one, two, counts } of report.confusion.pairs)
    for (const [from, counted] of counts.entries())
      for (const [at, count] of counted.entries()) {
        if (count === 0) continue
        const name = (n: number) => report.confusion.labels[n] ?? ''
        lines.push(
          row({
            part: 'confusion',
            of: `${one}: ${name(from)}`,
            and: `${two}: ${name(at)}`,
            measure: 'count',
            value: count,
          }),
        )
      }
  for (const { document, title, start, end, cost, share, quote } of report.passages)
    lines.push(
      row({
        part: 'passage',
        of: document,
        and: `${title} ${start}-${end}: ${quote.replaceAll('\n', ' ')}`,
        measure: 'cost',
        value: cost,
        observed: decimals(share),
      }),
    )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
