import { type Measure, type MeasureResult, undefinedBecause } from './measure.ts'
import { badSpan, type LabelledSpan, partsOf, type SpanPair } from './span.ts'

/** Stretches joined where they touch, so that no character counts twice. */
function covered(spans: readonly LabelledSpan[]): [number, number][] {
  const parts = spans.flatMap(partsOf).sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [start, end] of parts) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

const size = (stretches: readonly [number, number][]) =>
  stretches.reduce((sum, [start, end]) => sum + end - start, 0)

function shared(one: readonly [number, number][], two: readonly [number, number][]): number {
  let [sum, at] = [0, 0]
  for (const [start, end] of one) {
    while (at < two.length && (two[at]?.[1] ?? 0) <= start) at++
    for (let next = at; next < two.length; next++) {
      const [from, to] = two[next] as [number, number]
      if (from >= end) break
      sum += Math.min(end, to) - Math.max(start, from)
    }
  }
  return sum
}

export type Cover = { both: number; either: number }

/** Characters under a label by both and by either; by label. Offsets are not mixed between documents. */
export function coverByLabel({ gold, predicted }: SpanPair): Map<string, Cover> {
  const groups = new Map<string, { label: string; sides: [LabelledSpan[], LabelledSpan[]] }>()
  for (const [side, spans] of [gold, predicted].entries())
    for (const span of spans) {
      const key = `${span.document ?? ''}\u0000${span.label}`
      const group = groups.get(key) ?? { label: span.label, sides: [[], []] }
      groups.set(key, group)
      group.sides[side]?.push(span)
    }
  const covers = new Map<string, Cover>()
  for (const { label, sides } of groups.values()) {
    const [one, two] = [covered(sides[0]), covered(sides[1])]
    const both = shared(one, two)
    const sofar = covers.get(label) ?? { both: 0, either: 0 }
    covers.set(label, {
      both: sofar.both + both,
      either: sofar.either + size(one) + size(two) - both,
    })
  }
  return covers
}

/** Characters that both marked with a label, of those that either did (Jaccard 1912, on (character, label) pairs). */
export const characterJaccard: Measure<SpanPair> = {
  compute(pair) {
    const bad = badSpan(pair.gold) ?? badSpan(pair.predicted)
    if (bad) return bad
    let [both, either] = [0, 0]
    const perCategory: Record<string, MeasureResult> = {}
    for (const [label, cover] of coverByLabel(pair)) {
      both += cover.both
      either += cover.either
      const value = cover.both / cover.either
      perCategory[label] = { kind: 'value', value, observed: value }
    }
    if (either === 0) return undefinedBecause('no-spans')
    return { kind: 'value', value: both / either, observed: both / either, perCategory }
  },
}
