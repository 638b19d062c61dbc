import { quoteOf } from '../model/annotation.ts'
import { annotator as annotatorName } from '../model/annotator.ts'
import { type Offsets, offsets } from '../text/offsets.ts'
import type { FormatProblem } from './format.ts'
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
  return problems
}
