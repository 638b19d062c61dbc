import { z } from 'zod'
import { actorOf, claimRecords, dateOf } from '../claims/claim-record.ts'
import type { Actor } from '../model/actor.ts'
import { attributes } from '../model/annotation.ts'
import { type AnnotationSet, documentId, setStatus } from '../model/annotation-set.ts'
import { dateValue } from '../model/date-value.ts'
import { type Document, publicationDate } from '../model/document.ts'
import { canonicalSet } from '../model/stored.ts'
import { type Offsets, offsets } from '../text/offsets.ts'

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable()
const place = z.int().nonnegative()

/**
 * One line of the native JSONL, `isnad/1`: a document and one annotator's set on it. `start` and `end` are UTF-16
 * units, `codePoints` are Unicode code points, both half-open into `document.text`.
 */
export const isnadLine = z.strictObject({
  format: z.literal('isnad/1'),
  document: z.strictObject({
    id: documentId,
    title: z.string(),
    outlet: nullable(z.string()),
    url: nullable(z.string()),
    published: nullable(publicationDate),
    text: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  set: z.strictObject({
    annotator: z.string().min(1),
    status: setStatus,
    revision: z.int().nonnegative(),
    updated: nullable(z.iso.datetime()),
  }),
  annotations: z.array(
    z.strictObject({
      id: z.string().min(1),
      label: z.string().min(1),
      spans: z
        .array(
          z.strictObject({
            start: place,
            end: place,
            codePoints: z.tuple([place, place]),
            quote: z.string().min(1),
          }),
        )
        .min(1),
      attributes,
      actor: z
        .strictObject({
          id: nullable(z.string()),
          name: nullable(z.string()),
          kind: nullable(z.string()),
        })
        .optional(),
      date: z
        .strictObject({
          type: dateValue.shape.type,
          value: z.string(),
          mod: nullable(z.string()),
          edtf: nullable(z.string()),
          calendar: dateValue.shape.calendar,
        })
        .optional(),
    }),
  ),
  relations: z.array(
    z.strictObject({
      type: z.string().min(1),
      from: z.string().min(1),
      to: z.string().min(1),
      order: nullable(z.int().positive()),
    }),
  ),
  claims: z.array(
    z.strictObject({
      id: z.string().min(1),
      quote: z.string().min(1),
      stance: nullable(z.string()),
      proposition: nullable(z.string()),
      sources: z.array(
        z.strictObject({
          order: z.int().positive(),
          quote: z.string(),
          actor: nullable(z.string()),
          name: nullable(z.string()),
          kind: nullable(z.string()),
          cue: nullable(z.string()),
        }),
      ),
      dates: z.array(z.strictObject({ value: nullable(z.string()), quote: z.string() })),
    }),
  ),
})
export type IsnadLine = z.infer<typeof isnadLine>

type IsnadAnnotation = IsnadLine['annotations'][number]

function annotationsOf(
  set: AnnotationSet,
  table: Offsets,
  actors: ReadonlyMap<string, Actor>,
): IsnadAnnotation[] {
  return set.annotations.map(annotation => {
    const { id, label, spans, attributes } = annotation
    const line: IsnadAnnotation = {
      id,
      label,
      spans: spans.map(({ start, end, quote }) => ({
        start,
        end,
        codePoints: [table.toCodePoint(start), table.toCodePoint(end)],
        quote,
      })),
      attributes,
    }
    if (label === 'actor') {
      const entry = actorOf(annotation, actors)
      const kind = typeof attributes.kind === 'string' ? attributes.kind : (entry?.kind ?? null)
      line.actor = { id: entry?.id ?? null, name: entry?.name.ar ?? null, kind }
    }
    const date = dateOf(annotation)
    if (date)
      line.date = {
        type: date.type,
        value: date.value,
        mod: date.mod ?? null,
        edtf: date.edtf ?? null,
        calendar: date.calendar,
      }
    return line
  })
}

/** A document and a set as one line, without its line end. Same input, same bytes. */
export function writeIsnadLine(
  document: Document,
  set: AnnotationSet,
  actors: ReadonlyMap<string, Actor>,
): string {
  const canonical = canonicalSet(set)
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
    annotations: annotationsOf(canonical, offsets(document.text), actors),
    relations: canonical.relations.map(({ type, from, to, order }) => ({
      type,
      from,
      to,
      order: order ?? null,
    })),
    claims: claimRecords(canonical, actors),
  }
  return JSON.stringify(line)
}

export type LineProblem = { kind: string; element?: string; detail?: string }

/** What is wrong with one parsed line beyond its shape: places, quotes, both offset units, dangling relations. */
export function checkIsnadLine({
  document,
  annotations,
  relations,
  claims,
}: IsnadLine): LineProblem[] {
  const problems: LineProblem[] = []
  const table = offsets(document.text)
  const ids = new Set<string>()
  for (const { id, spans } of annotations) {
    if (ids.has(id)) problems.push({ kind: 'duplicate-id', element: id })
    ids.add(id)
    for (const { start, end, codePoints, quote } of spans) {
      if (document.text.slice(start, end) !== quote)
        problems.push({ kind: 'quote-differs', element: id, detail: quote })
      else if (
        table.toCodePoint(start) !== codePoints[0] ||
        table.toCodePoint(end) !== codePoints[1]
      )
        problems.push({ kind: 'offset-units-differ', element: id, detail: quote })
    }
  }
  for (const { type, from, to } of relations)
    for (const end of [from, to])
      if (!ids.has(end)) problems.push({ kind: 'relation-end-missing', element: end, detail: type })
  for (const { id } of claims)
    if (!ids.has(id)) problems.push({ kind: 'claim-without-annotation', element: id })
  return problems
}
