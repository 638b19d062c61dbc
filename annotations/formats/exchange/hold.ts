import { type Annotation, byPlace, extentOf } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { type Span, spanOf } from '../../model/span.ts'
import type { Stretch } from '../../text/paragraphs.ts'
import { type Capabilities, everything } from '../format.ts'
import type { Losses, LossKind } from './losses.ts'
import { isWhite, lineEnd, tokensOf, tokensUnder } from './tokens.ts'
import { hasControls, withoutControls } from './xml-letters.ts'

type Count = (kind: LossKind) => void

/** Without the white space (or the line ends) at its ends; nothing where no more is left. */
function trimmed(text: string, { start, end }: Stretch, isTrimmed: (at: number) => boolean) {
  let [from, to] = [start, end]
  while (from < to && isTrimmed(from)) from++
  while (to > from && isTrimmed(to - 1)) to--
  return from < to ? spanOf(text, from, to) : undefined
}

/** Parts with only white space between them are one, where a format cannot tell. */
function joinParts(text: string, spans: readonly Span[]): Span[] {
  const parts: Span[] = []
  for (const span of spans) {
    const last = parts.at(-1)
    if (last && text.slice(last.end, span.start).trim() === '')
      parts[parts.length - 1] = spanOf(text, last.start, span.end)
    else parts.push(span)
  }
  return parts
}

const same = (a: readonly Stretch[], b: readonly Stretch[]) =>
  a.length === b.length &&
  a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end)

/** The places an annotation has in a format; none where it has none there. */
function placesOf(
  text: string,
  { spans }: Annotation,
  can: Capabilities,
  tokens: () => readonly Stretch[],
  count: Count,
): Span[] {
  let places: Span[] = spans
  if (!can.discontinuous && spans.length > 1) {
    const { start, end } = extentOf({ spans })
    places = [spanOf(text, start, end)]
    count('discontinuous')
  }
  if (!can.subWord) {
    const found = places.flatMap(span => {
      const under = tokensUnder(tokens(), span)
      if (!under) return []
      const [first, last] = [tokens()[under[0]], tokens()[under[1]]] as [Stretch, Stretch]
      return [spanOf(text, first.start, last.end)]
    })
    const cutsWord = found.some(({ start, end }) =>
      places.every(place => place.start > start || place.end < end),
    )
    if (found.length < places.length || (!cutsWord && !same(found, places))) count('white-space')
    if (cutsWord) count('sub-word')
    return found
  }
  if (can.trims === 'nothing') return places
  const isTrimmed =
    can.trims === 'line-ends'
      ? (at: number) => lineEnd.test(text.charAt(at))
      : (at: number) => isWhite(text, at)
  const found = joinParts(
    text,
    places.flatMap(span => trimmed(text, span, isTrimmed) ?? []),
  )
  if (!same(found, places)) count('white-space')
  return found
}

/** The outer of two annotations that overlap; of two in the same place the first. */
function withoutOverlaps(annotations: readonly Annotation[], count: Count): Annotation[] {
  const kept: Annotation[] = []
  let end = -1
  for (const annotation of [...annotations].sort(byPlace)) {
    const extent = extentOf(annotation)
    if (extent.start < end) count('overlaps')
    else {
      kept.push(annotation)
      end = extent.end
    }
  }
  return kept
}

function lostMetadata({ outlet, author, url, published }: Document): boolean {
  return [outlet, author, url, published].some(value => value !== undefined)
}

export type Held = { document: Document; set: AnnotationSet; losses: Losses }

/**
 * A document and a set as a format can hold them, and how much of them that leaves out: exactly this is what a writer
 * writes and a reader reads back.
 */
export function hold(can: Capabilities, document: Document, set: AnnotationSet): Held {
  if (can === everything) return { document, set, losses: {} }
  const losses: Losses = {}
  const count: Count = kind => {
    losses[kind] = (losses[kind] ?? 0) + 1
  }
  if (can.seesAll) {
    const others = set.annotations.filter(({ label }) => label !== can.onlyLabel).length
    return { document, set, losses: others > 0 ? { labels: others } : {} }
  }
  let text = document.text
  if (!can.controls && hasControls(text)) {
    text = withoutControls(text)
    count('control-characters')
  }
  let known: Stretch[] | undefined
  const tokens = () => {
    known ??= tokensOf(text)
    return known
  }
  let annotations: Annotation[] = []
  for (const annotation of set.annotations) {
    if (can.onlyLabel !== undefined && annotation.label !== can.onlyLabel) {
      count('labels')
      continue
    }
    const spans = placesOf(text, annotation, can, tokens, count)
    if (spans.length === 0) continue
    const attributes = can.attributes ? annotation.attributes : {}
    if (!can.attributes && Object.keys(annotation.attributes).length > 0) count('attributes')
    const asIs = spans === annotation.spans && can.attributes && text === document.text
    const { id, label } = annotation
    const cut = () => spans.map(({ start, end }) => spanOf(text, start, end))
    // Where it comes from is for our own files alone.
    annotations.push(
      asIs && annotation.rule === undefined
        ? annotation
        : { id, label, spans: asIs ? spans : cut(), attributes },
    )
  }
  annotations = can.overlap ? annotations : withoutOverlaps(annotations, count)
  const left = new Set(annotations.map(({ id }) => id))
  const relations = set.relations.flatMap(whole => {
    const { attributes: said = {}, ...relation } = whole
    if (!can.relations || !left.has(relation.from) || !left.has(relation.to)) {
      count('relations')
      return []
    }
    if (Object.keys(said).length > 0) count('attributes')
    if (can.order || relation.order === undefined) return [relation]
    count('order')
    const { order: _, ...rest } = relation
    return [rest]
  })
  if (!can.annotators) count('annotators')
  if (!can.metadata && lostMetadata(document)) count('metadata')
  if (!can.emptySets && set.annotations.length === 0) count('empty-sets')
  return {
    document: text === document.text ? document : { ...document, text },
    set: { ...set, annotations: annotations.sort(byPlace), relations },
    losses,
  }
}
