import { claimRecords } from '../claims/claim-record.ts'
import { type Actor, actorKinds } from '../model/actor.ts'
import { quoteOf } from '../model/annotation.ts'
import { annotator as annotatorName } from '../model/annotator.ts'
import { type Offsets, offsets } from '../text/offsets.ts'
import type { FormatProblem } from './format.ts'
import { annotationOf, relationsOf } from './isnad-elements.ts'
import type { IsnadLine } from './isnad-line.ts'

type Annotation = IsnadLine['annotations'][number]
type Span = Annotation['spans'][number]

function checkSpan(text: string, table: Offsets, { start, end, codePoints, quote }: Span) {
  if (end > text.length) return 'span-outside-text'
  if (start >= end || text.slice(start, end) !== quote) return 'quote-differs'
  const [from, to] = codePoints
  if (table.toCodePoint(start) !== from || table.toCodePoint(end) !== to)
    return 'offset-units-differ'
  if (table.toUtf16(from) !== start || table.toUtf16(to) !== end) return 'splits-character'
  return undefined
}

function checkAnnotations({ document: { text }, annotations }: IsnadLine): FormatProblem[] {
  const problems: FormatProblem[] = []
  const table = offsets(text)
  const seen = new Set<string>()
  for (const { id: element, spans } of annotations) {
    if (seen.has(element)) problems.push({ kind: 'duplicate-id', element })
    seen.add(element)
    for (const [at, span] of spans.entries()) {
      const kind = checkSpan(text, table, span)
      if (kind) problems.push({ kind, element, detail: span.quote })
      if (at > 0 && span.start < (spans[at - 1] as Span).end)
        problems.push({ kind: 'spans-out-of-order', element })
    }
  }
  return problems
}

const byKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Of two records what the first says otherwise than the second; what it leaves out is not asked. */
function differences(said: object, meant: object, path = ''): string[] {
  return Object.entries(said).flatMap(([key, value]) => {
    const other = Object.entries(meant).find(([name]) => name === key)?.[1]
    const at = `${path}${key}`
    if (Array.isArray(value) && Array.isArray(other)) {
      if (value.length !== other.length) return [at]
      return value.flatMap((one, place) =>
        typeof one === 'object' && one !== null
          ? differences(one, other[place], `${at}.${place + 1}.`)
          : one === other[place]
            ? []
            : [at],
      )
    }
    return JSON.stringify(byKeys(value)) === JSON.stringify(byKeys(other)) ? [] : [at]
  })
}

/** The register as far as a line says it. */
function actorsOf({ annotations }: IsnadLine): Map<string, Actor> {
  const kindOf = (kind: string | null) => actorKinds.find(known => known === kind) ?? 'other'
  return new Map(
    annotations.flatMap(({ actor }) =>
      actor?.id && actor.name
        ? [[actor.id, registerEntry(actor.id, actor.name, kindOf(actor.kind))] as const]
        : [],
    ),
  )
}

const registerEntry = (id: string, name: string, kind: Actor['kind']): Actor => ({
  id,
  name: { ar: name },
  kind,
  aliases: [],
  titles: [],
  notes: '',
  externalIds: {},
})

/** Claims that say something else than the annotations and relations they are the view of. */
function checkViews(line: IsnadLine): FormatProblem[] {
  const annotations = line.annotations.map(annotationOf)
  const relations = relationsOf(line)
  const meant = new Map(
    claimRecords({ annotations, relations }, actorsOf(line)).map(record => [record.id, record]),
  )
  return line.claims.flatMap(({ quote: _, ...claim }): FormatProblem[] => {
    const record = meant.get(claim.id)
    if (!record) return []
    const different = differences(claim, record)
    return different.length > 0
      ? [{ kind: 'claim-differs', element: claim.id, detail: different.join(', ') }]
      : []
  })
}

function checkClaims({ annotations, claims }: IsnadLine): FormatProblem[] {
  const problems: FormatProblem[] = []
  const expected = new Map(
    annotations.filter(({ label }) => label === 'claim').map(claim => [claim.id, quoteOf(claim)]),
  )
  for (const { id: element, quote } of claims) {
    const said = expected.get(element)
    if (said === undefined) problems.push({ kind: 'claim-without-annotation', element })
    else if (said !== quote) problems.push({ kind: 'claim-differs', element, detail: quote })
    expected.delete(element)
  }
  for (const element of expected.keys()) problems.push({ kind: 'claim-missing', element })
  return problems
}

/** What is wrong with a line beyond its shape: names, places, quotes, both units, dangling relations, claims. */
export function checkIsnadLine(line: IsnadLine): FormatProblem[] {
  const { document, set, annotations, relations } = line
  const problems: FormatProblem[] = []
  if (document.id !== document.sha256.slice(0, 16)) problems.push({ kind: 'id-not-of-text' })
  if (!annotatorName.safeParse(set.annotator).success)
    problems.push({ kind: 'bad-annotator', detail: set.annotator })
  problems.push(...checkAnnotations(line))
  const ids = new Set(annotations.map(({ id }) => id))
  for (const { type, from, to } of relations)
    for (const end of [from, to])
      if (!ids.has(end)) problems.push({ kind: 'relation-end-missing', element: end, detail: type })
  problems.push(...checkClaims(line))
  // What is wrong with the annotations would be said again of every claim that they are in.
  if (problems.length === 0) problems.push(...checkViews(line))
  return problems
}
