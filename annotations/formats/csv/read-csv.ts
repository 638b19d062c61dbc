import papaparse from 'papaparse'
import { unflattened } from '../exchange/flat-attributes.ts'
import {
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignSet,
  type Found,
  textOr,
} from '../exchange/foreign.ts'
import { metadataIn } from '../exchange/metadata.ts'
import type { FormatProblem, Source } from '../format.ts'
import { cellText } from './cells.ts'
import { attributePrefix } from './columns.ts'

type Row = { cells: Map<string, string>; line: number }

/** The rows of a table under the names of their columns; a row of another length is said. */
function tableOf(text: string, problems: FormatProblem[]): Row[] {
  const { data, errors } = papaparse.parse(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
  })
  for (const { code, message, row } of errors)
    if (code !== 'UndetectableDelimiter')
      problems.push({
        kind: 'bad-line',
        element: row === undefined ? undefined : `${row + 1}`,
        detail: message,
      })
  const [header = [], ...rows] = data
  return rows.flatMap((cells, at): Row[] => {
    if (cells.length !== header.length) {
      problems.push({
        kind: 'bad-line',
        element: `${at + 2}`,
        detail: cells.join(',').slice(0, 120),
      })
      return []
    }
    const named = header.map((name, n): [string, string] => [name.trim(), cellText(cells[n] ?? '')])
    return [{ cells: new Map(named), line: at + 2 }]
  })
}

const cell = (row: Row, name: string) => textOr(row.cells.get(name))

type Building = ForeignAnnotation & { flat: Map<string, unknown> }

/** The annotations of one document, by annotator; a row that goes on an annotation adds a part to it. */
function setsFrom(rows: readonly Row[], problems: FormatProblem[]): Map<string, ForeignSet> {
  const sets = new Map<string, ForeignSet>()
  const annotations = new Map<string, Building>()
  for (const row of rows) {
    const annotator = cell(row, 'annotator') ?? ''
    const set = sets.get(annotator) ?? {
      annotator: annotator || undefined,
      annotations: [],
      relations: [],
    }
    sets.set(annotator, set)
    const [label, id] = [cell(row, 'label'), cell(row, 'annotation_id')]
    const [start, end] = [
      Number(cell(row, 'start') ?? Number.NaN),
      Number(cell(row, 'end') ?? Number.NaN),
    ]
    if (label === undefined) {
      problems.push({ kind: 'no-label', element: `${row.line}`, detail: cell(row, 'quote') })
      continue
    }
    const span = { start, end, quote: row.cells.get('quote') || undefined }
    const known = id === undefined ? undefined : annotations.get(`${annotator}\t${id}`)
    if (known && Number(cell(row, 'part') ?? 1) > 1) {
      known.spans.push(span)
      continue
    }
    const flat = new Map<string, unknown>()
    for (const [name, said] of row.cells)
      if (name.startsWith(attributePrefix) && said !== '')
        flat.set(name.slice(attributePrefix.length), said)
    const annotation: Building = { id, label, spans: [span], flat }
    set.annotations.push(annotation)
    annotation.attributes = unflattened(flat)
    if (id !== undefined) annotations.set(`${annotator}\t${id}`, annotation)
  }
  return sets
}

function byDocument(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const id = cell(row, 'document_id') ?? ''
    const known = found.get(id)
    if (known) known.push(row)
    else found.set(id, [row])
  }
  return found
}

/** The table of annotations, with those of relations and documents where they lie beside it. */
export function* readCsv({ text, beside }: Source): Generator<Found> {
  const problems: FormatProblem[] = []
  const rows = tableOf(text, problems)
  const documents = new Map(
    tableOf(beside?.('.documents.csv') ?? '', problems).map(row => [
      cell(row, 'document_id') ?? '',
      row,
    ]),
  )
  const relations = byDocument(tableOf(beside?.('.relations.csv') ?? '', problems))
  const annotations = byDocument(rows)
  const ids = new Set([...annotations.keys(), ...documents.keys()])
  let first = true
  for (const id of ids) {
    const own = annotations.get(id) ?? []
    const about = documents.get(id)
    const said = first ? [...problems] : []
    first = false
    const sets = setsFrom(own, said)
    for (const row of relations.get(id) ?? []) {
      const set = sets.get(cell(row, 'annotator') ?? '')
      const [type, from, to] = [cell(row, 'type'), cell(row, 'from'), cell(row, 'to')]
      const order = Number(cell(row, 'order') ?? Number.NaN)
      if (set && type !== undefined && from !== undefined && to !== undefined)
        set.relations.push({ type, from, to, order: Number.isInteger(order) ? order : undefined })
      else said.push({ kind: 'relation-end-missing', element: `${row.line}`, detail: type })
    }
    const unit = own.map(row => cell(row, 'offset_unit')).find(one => one !== undefined)
    const cells = Object.fromEntries(
      [...((about ?? own[0])?.cells ?? [])].map(([name, value]) => [name, value || undefined]),
    )
    const document: ForeignDocument = {
      id: id === '' ? undefined : id,
      text: about?.cells.get('text') || undefined,
      metadata: metadataIn(cells),
      unit: unit === 'utf-16' ? 'utf-16' : 'code points',
      unitIsFixed: unit !== undefined,
      problems: said,
      sets: [...sets.values()],
    }
    yield { line: own[0]?.line ?? about?.line, document }
  }
  if (first) yield { problem: problems[0] ?? { kind: 'wrong-shape', detail: 'no rows' } }
}
