import { claimRecords } from '../../claims/claim-record.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { flatAttributes, flatNames } from '../exchange/flat-attributes.ts'
import { inUnit } from '../exchange/in-unit.ts'
import type { Out, Piece, WriteContext } from '../format.ts'
import { type Cell, csvRows } from './cells.ts'

function annotationRows(
  document: Document,
  set: AnnotationSet,
  { unit, scheme }: WriteContext,
): Cell[][] {
  const { id, title, outlet, author, url, published, text } = document
  const place = inUnit(text, unit)
  const names = flatNames(scheme)
  return set.annotations.flatMap(annotation => {
    const flat = new Map(flatAttributes(annotation.attributes))
    return annotation.spans.map(({ start, end, quote }, at): Cell[] => [
      ...[id, title, outlet, author, url, published, set.annotator, annotation.id],
      ...[at + 1, annotation.spans.length, annotation.label, place(start), place(end), quote],
      ...names.map(name => flat.get(name)),
      unit,
    ])
  })
}

/** A claim is a row for each of its sources, or one without any. */
function claimRows(
  { id, title, outlet, published }: Document,
  set: AnnotationSet,
  { actors }: WriteContext,
) {
  return claimRecords(set, actors).flatMap(claim => {
    const head = [
      id,
      title,
      outlet,
      published,
      set.annotator,
      claim.id,
      claim.quote,
      claim.stance,
      claim.proposition,
    ]
    const dates = [
      claim.dates.map(({ quote }) => quote).join(' | '),
      claim.dates.map(({ value }) => value ?? '').join(' | '),
    ]
    if (claim.sources.length === 0) return [[...head, ...new Array<Cell>(6).fill(null), ...dates]]
    return claim.sources.map(({ order, quote, actor, name, kind, cue }): Cell[] => [
      ...head,
      ...[order, quote, actor, name, kind, cue],
      ...dates,
    ])
  })
}

/** Four tables: annotations, relations, claims with their sources, and the documents with their texts. */
export function writeCsv({ document, sets }: Piece, context: WriteContext): Out[] {
  const { id, title, outlet, author, url, published, text } = document
  const relations = sets.flatMap(({ set }) =>
    set.relations.map(({ type, from, to, order }): Cell[] => [
      id,
      set.annotator,
      type,
      from,
      to,
      order,
    ]),
  )
  return [
    { file: '', text: csvRows(sets.flatMap(({ set }) => annotationRows(document, set, context))) },
    { file: '.relations.csv', text: csvRows(relations) },
    {
      file: '.claims.csv',
      text: csvRows(sets.flatMap(({ set }) => claimRows(document, set, context))),
    },
    { file: '.documents.csv', text: csvRows([[id, title, outlet, author, url, published, text]]) },
  ]
}
