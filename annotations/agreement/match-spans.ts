import { type LabelledSpan, overlap, placeKey } from './span.ts'

export type Match = { gold: number; predicted: number }

export type Grade = (gold: LabelledSpan, predicted: LabelledSpan) => number

/**
 * One-to-one matches, the best first: the greater grade; of equal ones the greater overlap, then the earlier gold, then
 * the earlier prediction. A grade of 0 or less is no match. Only spans that overlap are compared.
 */
export function matchSpans(
  gold: readonly LabelledSpan[],
  predicted: readonly LabelledSpan[],
  grade: Grade,
): Match[] {
  const candidates: (Match & { grade: number; shared: number })[] = []
  const order = (spans: readonly LabelledSpan[]) =>
    spans.map((_, at) => at).sort((a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0))
  const byDocument = new Map<unknown, number[]>()
  for (const at of order(predicted)) {
    const document = predicted[at]?.document
    const known = byDocument.get(document)
    if (known) known.push(at)
    else byDocument.set(document, [at])
  }
  const begun = new Map<unknown, { next: number; open: number[] }>()
  for (const at of order(gold)) {
    const one = gold[at] as LabelledSpan
    const others = byDocument.get(one.document) ?? []
    const sweep = begun.get(one.document) ?? { next: 0, open: [] }
    begun.set(one.document, sweep)
    while (sweep.next < others.length) {
      const other = others[sweep.next] as number
      if ((predicted[other]?.start ?? 0) >= one.end) break
      sweep.open.push(other)
      sweep.next++
    }
    // Starts only grow: what ended before this one begins is done with.
    sweep.open = sweep.open.filter(other => (predicted[other]?.end ?? 0) > one.start)
    for (const other of sweep.open) {
      const two = predicted[other] as LabelledSpan
      const shared = overlap(one, two)
      if (shared <= 0) continue
      const value = grade(one, two)
      if (value > 0) candidates.push({ gold: at, predicted: other, grade: value, shared })
    }
  }
  candidates.sort(
    (a, b) =>
      b.grade - a.grade ||
      b.shared - a.shared ||
      (gold[a.gold]?.start ?? 0) - (gold[b.gold]?.start ?? 0) ||
      a.gold - b.gold ||
      a.predicted - b.predicted,
  )
  const usedGold = new Set<number>()
  const usedPredicted = new Set<number>()
  const matches: Match[] = []
  for (const { gold: one, predicted: two } of candidates) {
    if (usedGold.has(one) || usedPredicted.has(two)) continue
    usedGold.add(one)
    usedPredicted.add(two)
    matches.push({ gold: one, predicted: two })
  }
  return matches
}

/** Exactly the same place before overlap, the same label before another. */
export const closest: Grade = (a, b) =>
  1 + (placeKey(a) === placeKey(b) ? 2 : 0) + (a.label === b.label ? 1 : 0)

/** Any overlap under the same label; exact places first. */
export const sameLabel: Grade = (a, b) =>
  a.label === b.label ? (placeKey(a) === placeKey(b) ? 2 : 1) : 0
