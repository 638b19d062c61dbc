import { fold } from '../arabic/fold.ts'
import { type Word, wordsWithKeys } from '../arabic/folded-words.ts'
import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Relation } from '../model/relation.ts'
import { type Span, spanOf } from '../model/span.ts'
import { alignWords } from '../text/align-words.ts'

/** What of one copy's annotations holds in another. */
export type Carried = {
  annotations: Annotation[]
  relations: Relation[]
  /** Annotations whose words the other copy does not have, in one piece and in this order. */
  left: Annotation[]
  /** Annotations that the other copy has already, and under which id. */
  known: Record<string, string>
}

/** An annotation of one set that says of the same places what one of another set says. */
const placeOf = ({ label, spans }: Annotation) =>
  `${label} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`

/** The first word that ends after an offset. */
function wordAfter(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] as Word).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Annotations of one text as they would be in another that says nearly the same, word by word: every word of a span
 * must stand in the other in the same order without others in between. What cuts a word cuts the same letters there.
 * What the other's set (`other`) says already is not carried again.
 */
export function carryAnnotations(
  set: AnnotationSet,
  from: string,
  to: string,
  other?: AnnotationSet,
): Carried {
  const here = wordsWithKeys(fold(from))
  const there = wordsWithKeys(fold(to))
  const alignment = alignWords(
    here.map(({ key }) => key),
    there.map(({ key }) => key),
  )

  function carried({ start, end }: Span): Span | undefined {
    const first = wordAfter(here, start)
    let last = first
    while (last + 1 < here.length && (here[last + 1] as Word).start < end) last++
    const opening = here[first]
    const closing = here[last]
    if (!opening || !closing || opening.start >= end) return undefined
    for (let at = first; at <= last; at++)
      if ((alignment[at] as number) !== (alignment[first] as number) + at - first) return undefined
    const opened = there[alignment[first] as number]
    const closed = there[alignment[last] as number]
    if (!opened || !closed) return undefined
    const newStart = opened.start + Math.max(0, start - opening.start)
    const newEnd = closed.end - Math.max(0, closing.end - end)
    if (newStart >= newEnd) return undefined
    const span = spanOf(to, newStart, newEnd)
    // Marks and spellings may differ; letters may not.
    return fold(span.quote).folded === fold(from.slice(start, end)).folded.trim() ||
      sameWords(span.quote, from.slice(Math.max(start, opening.start), Math.min(end, closing.end)))
      ? span
      : undefined
  }

  const said = new Map(other?.annotations.map(one => [placeOf(one), one.id]))
  const known: Record<string, string> = {}
  const annotations: Annotation[] = []
  const left: Annotation[] = []
  for (const annotation of set.annotations) {
    const spans = annotation.spans.map(carried)
    const whole = spans.filter(span => span !== undefined)
    const inOrder = whole.every((span, at) => at === 0 || span.start >= (whole[at - 1] as Span).end)
    if (whole.length !== spans.length || !inOrder) {
      left.push(annotation)
      continue
    }
    const moved = { ...annotation, spans: whole }
    const same = said.get(placeOf(moved))
    if (same === undefined) annotations.push(moved)
    else known[annotation.id] = same
  }
  const kept = new Set([...annotations.map(({ id }) => id), ...Object.keys(known)])
  const linked = new Set(other?.relations.map(({ type, from, to }) => `${type} ${from} ${to}`))
  const relations = set.relations.filter(
    ({ type, from, to }) =>
      kept.has(from) && kept.has(to) && !linked.has(`${type} ${known[from]} ${known[to]}`),
  )
  return { annotations, relations, left, known }
}

const keys = (text: string) => wordsWithKeys(fold(text)).map(({ key }) => key)

function sameWords(a: string, b: string): boolean {
  const [one, other] = [keys(a), keys(b)]
  return one.length === other.length && one.every((key, at) => key === other[at])
}
