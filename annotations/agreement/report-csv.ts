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
]

function line(
  part: string,
  of: string,
  and: string,
  { id, result, interval, units, warnings }: Figure,
): string {
  const value = result.kind === 'value' ? result : undefined
  const number = (found: number | undefined) =>
    found === undefined ? '' : Number(found.toFixed(6))
  return [
    part,
    of,
    and,
    id,
    number(value?.value),
    number(interval?.low),
    number(interval?.high),
    number(value?.observed),
    number(value?.expected),
    units,
    result.kind === 'undefined' ? result.reason : '',
    warnings.join(' '),
  ]
    .map(cell)
    .join(',')
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
    for (const [row, counted] of counts.entries())
      for (const [at, count] of counted.entries()) {
        if (count === 0) continue
        const name = (n: number) => report.confusion.labels[n] ?? ''
        lines.push(
          [
            'confusion',
            `${one}: ${name(row)}`,
            `${two}: ${name(at)}`,
            'count',
            count,
            '',
            '',
            '',
            '',
            '',
            '',
            '',
          ]
            .map(cell)
            .join(','),
        )
      }
  for (const { document, title, start, end, cost, share, quote } of report.passages)
    lines.push(
      [
        'passage',
        document,
        `${title} ${start}-${end}: ${quote.replaceAll('\n', ' ')}`,
        'cost',
        cost,
        '',
        '',
        decimals(share),
        '',
        '',
        '',
        '',
      ]
        .map(cell)
        .join(','),
    )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
