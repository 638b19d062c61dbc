import { blockAt } from './block-at.ts'
import { coverByLabel } from './character-jaccard.ts'
import { closest, type Match, matchSpans, sameLabel } from './match-spans.ts'
import { type Scheme, schemes, verdictOf } from './semeval.ts'
import { distinct, type LabelledSpan, spanKey } from './span.ts'
import type { Mark, Marked } from './study-document.ts'

/** Per label four counts: spans of the one, of the other, matched strictly, matched relaxed. */
export const spanCounts = 4
export type SpanCounts = number[]

export type Verdicts = Record<
  Scheme,
  { COR: number; INC: number; PAR: number; MIS: number; SPU: number }
>

export const noVerdicts = (): Verdicts => {
  const none = () => ({ COR: 0, INC: 0, PAR: 0, MIS: 0, SPU: 0 })
  return { strict: none(), exact: none(), partial: none(), type: none() }
}

export type PairSpans = {
  /** By block: label × spanCounts. */
  blocks: SpanCounts[]
  /** By label: characters under it by both, by either. */
  covers: [both: number, either: number][]
  verdicts: Verdicts
  /** Labels of matched spans, the last row and column for those that have no partner. */
  confusion: number[][]
  /** Spans of the two, duplicates left out, and which overlap best whatever their labels. */
  one: readonly MarkedSpan[]
  two: readonly MarkedSpan[]
  /** Under the same label. */
  relaxed: readonly Match[]
  closest: readonly Match[]
}

export type MarkedSpan = LabelledSpan & { mark: Mark }

const spansOf = (marks: readonly Mark[]): MarkedSpan[] =>
  marks.map(mark => ({
    label: String(mark.label),
    start: mark.start,
    end: mark.end,
    parts: mark.parts,
    mark,
  }))

/** Everything that two annotators' spans on one document say. */
export function pairSpans(
  a: Marked,
  b: Marked,
  labels: number,
  blocks: readonly number[],
): PairSpans {
  const one = distinct(spansOf(a.marks))
  const two = distinct(spansOf(b.marks))
  const counts = blocks.map(() => new Array<number>(labels * spanCounts).fill(0))
  const add = ({ start, mark }: MarkedSpan, which: number) => {
    const block = counts[blockAt(blocks, start)] as number[]
    const at = mark.label * spanCounts + which
    block[at] = (block[at] ?? 0) + 1
  }
  for (const span of one) add(span, 0)
  for (const span of two) add(span, 1)
  const keys = new Set(two.map(spanKey))
  for (const span of one) if (keys.has(spanKey(span))) add(span, 2)
  const relaxed = matchSpans(one, two, sameLabel)
  for (const match of relaxed) add(one[match.gold] as MarkedSpan, 3)

  const near = matchSpans(one, two, closest)
  const verdicts = noVerdicts()
  const confusion = Array.from({ length: labels + 1 }, () => new Array<number>(labels + 1).fill(0))
  const confuse = (row: number, column: number) => {
    const cells = confusion[row] as number[]
    cells[column] = (cells[column] ?? 0) + 1
  }
  const met = { one: new Set<number>(), two: new Set<number>() }
  for (const { gold, predicted } of near) {
    const [left, right] = [one[gold] as MarkedSpan, two[predicted] as MarkedSpan]
    met.one.add(gold)
    met.two.add(predicted)
    confuse(left.mark.label, right.mark.label)
    for (const scheme of schemes) verdicts[scheme][verdictOf(scheme, left, right)]++
  }
  for (const [at, span] of one.entries()) if (!met.one.has(at)) confuse(span.mark.label, labels)
  for (const [at, span] of two.entries()) if (!met.two.has(at)) confuse(labels, span.mark.label)
  for (const scheme of schemes) {
    verdicts[scheme].MIS += one.length - near.length
    verdicts[scheme].SPU += two.length - near.length
  }
  const covers = Array.from({ length: labels }, (): [number, number] => [0, 0])
  for (const [label, { both, either }] of coverByLabel({ gold: one, predicted: two }))
    covers[Number(label)] = [both, either]
  return { blocks: counts, covers, verdicts, confusion, one, two, relaxed, closest: near }
}
