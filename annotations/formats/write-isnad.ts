import { actorOf, claimRecords, dateOf } from '../claims/claim-record.ts'
import type { Actor } from '../model/actor.ts'
import { type Annotation, byPlace } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { canonicalAttributes, inOrder } from '../model/canonical-set.ts'
import type { DateValue } from '../model/date-value.ts'
import type { Document } from '../model/document.ts'
import { byEnds } from '../model/relation.ts'
import type { Remarks } from '../model/remark.ts'
import { type Offsets, offsets } from '../text/offsets.ts'
import type { IsnadLine } from './isnad-line.ts'
import { lineComments } from './line-comments.ts'

type Line = IsnadLine['annotations'][number]
type Actors = ReadonlyMap<string, Actor>

function actorEntry(annotation: Annotation, actors: Actors): Line['actor'] {
  const entry = actorOf(annotation, actors)
  const { kind } = annotation.attributes
  return {
    id: entry?.id ?? null,
    name: entry?.name.ar ?? null,
    kind: typeof kind === 'string' ? kind : (entry?.kind ?? null),
  }
}

function dateEntry({ type, value, mod, edtf, calendar }: DateValue): Line['date'] {
  return { type, value, mod: mod ?? null, edtf: edtf ?? null, calendar }
}

function annotationLine(annotation: Annotation, table: Offsets, actors: Actors): Line {
  const line: Line = {
    id: annotation.id,
    label: annotation.label,
    spans: annotation.spans.map(({ start, end, quote }) => ({
      start,
      end,
      codePoints: [table.toCodePoint(start), table.toCodePoint(end)],
      quote,
    })),
    attributes: canonicalAttributes(annotation.attributes),
  }
  if (annotation.rule !== undefined) line.rule = annotation.rule
  if (annotation.form) line.form = annotation.form
  if (annotation.label === 'actor') line.actor = actorEntry(annotation, actors)
  const date = dateOf(annotation)
  if (date) line.date = dateEntry(date)
  return line
}

/** A document and a set as one line, without its line end. Same input, same bytes. */
export function writeIsnadLine(
  document: Document,
  set: AnnotationSet,
  actors: Actors,
  remarks: readonly Remarks[] = [],
): string {
  const annotations = inOrder(set.annotations, byPlace)
  const relations = inOrder(set.relations, byEnds)
  const table = offsets(document.text)
  const line: IsnadLine = {
    format: 'isnad/1',
    document: {
      id: document.id,
      title: document.title,
      outlet: document.outlet ?? null,
      url: document.url ?? null,
      published: document.published ?? null,
      text: document.text,
      sha256: document.textDigest.slice('sha256:'.length),
    },
    set: {
      annotator: set.annotator,
      status: set.status,
      revision: set.revision,
      updated: set.updated ?? null,
    },
    annotations: annotations.map(annotation => annotationLine(annotation, table, actors)),
    relations: relations.map(({ type, from, to, order, attributes }) => ({
      type,
      from,
      to,
      order: order ?? null,
      ...(attributes && Object.keys(attributes).length > 0
        ? { attributes: canonicalAttributes(attributes) }
        : {}),
    })),
    claims: claimRecords({ annotations, relations }, actors),
  }
  const comments = lineComments(remarks, set.annotator, table)
  if (comments.length > 0) line.comments = comments
  return JSON.stringify(line)
}
