import { matchSpans, sameLabel } from './match-spans.ts'
import {
  type Measure,
  type MeasureResult,
  type Undefined,
  undefinedBecause,
  type Value,
} from './measure.ts'
import { type Scheme, type SchemeCounts, semevalCounts } from './semeval.ts'
import { badSpan, distinct, type LabelledSpan, type SpanPair, spanKey } from './span.ts'
import { mean } from './tally.ts'

export type SpanF1Options = {
  /** Strict: same label and offsets. Relaxed: same label, any overlap, one to one. By default strict. */
  mode?: 'strict' | 'relaxed' | 'semeval'
  /** Of SemEval's four, the one that is `value`; by default strict. */
  scheme?: Scheme
}

export type SpanF1Value = Value & {
  precision: number | null
  recall: number | null
  truePositives: number
  gold: number
  predicted: number
  /** With mode 'semeval'. */
  schemes?: Record<Scheme, SchemeCounts>
  /** Over pairs of annotators: the population standard deviation, and how many pairs. */
  deviation?: number
  pairs?: number
}

/** Many annotators of the same documents: the mean over their pairs. */
export type SpanGroup = { annotators: readonly (readonly LabelledSpan[])[] }

type Counts = { truePositives: number; gold: number; predicted: number }

function scored({ truePositives, gold, predicted }: Counts): SpanF1Value | Undefined {
  if (gold + predicted === 0) return undefinedBecause('no-spans')
  const value = (2 * truePositives) / (gold + predicted)
  return {
    kind: 'value',
    value,
    observed: value,
    precision: predicted === 0 ? null : truePositives / predicted,
    recall: gold === 0 ? null : truePositives / gold,
    truePositives,
    gold,
    predicted,
  }
}

/** How many of two distinct lists are matched. */
function countMatches(
  gold: readonly LabelledSpan[],
  predicted: readonly LabelledSpan[],
  mode: 'strict' | 'relaxed',
): number {
  if (mode === 'relaxed') return matchSpans(gold, predicted, sameLabel).length
  const keys = new Set(predicted.map(spanKey))
  return gold.filter(span => keys.has(spanKey(span))).length
}

function compare({ gold, predicted }: SpanPair, options: SpanF1Options): SpanF1Value | Undefined {
  const bad = badSpan(gold) ?? badSpan(predicted)
  if (bad) return bad
  const { mode = 'strict', scheme = 'strict' } = options
  const [one, two] = [distinct(gold), distinct(predicted)]
  if (mode === 'semeval') {
    const schemes = semevalCounts({ gold: one, predicted: two })
    const { COR, F1, P, R } = schemes[scheme]
    if (F1 === null) return undefinedBecause('no-spans')
    const sizes = { truePositives: COR, gold: one.length, predicted: two.length }
    return { kind: 'value', value: F1, observed: F1, precision: P, recall: R, ...sizes, schemes }
  }
  const truePositives = countMatches(one, two, mode)
  const whole = scored({ truePositives, gold: one.length, predicted: two.length })
  if (whole.kind === 'undefined') return whole
  const perCategory: Record<string, MeasureResult> = {}
  for (const label of new Set([...one, ...two].map(span => span.label)).values()) {
    const own = one.filter(span => span.label === label)
    const other = two.filter(span => span.label === label)
    const matched = countMatches(own, other, mode)
    perCategory[label] = scored({
      truePositives: matched,
      gold: own.length,
      predicted: other.length,
    })
  }
  return { ...whole, perCategory }
}

function overPairs({ annotators }: SpanGroup, options: SpanF1Options): SpanF1Value | Undefined {
  if (annotators.length < 2) return undefinedBecause('two-coders-needed')
  const found: SpanF1Value[] = []
  for (const [at, gold] of annotators.entries())
    for (const predicted of annotators.slice(at + 1)) {
      const one = compare({ gold, predicted }, options)
      if (one.kind === 'undefined') return one
      found.push(one)
    }
  const values = found.map(({ value }) => value)
  const value = mean(values)
  return {
    ...(found[0] as SpanF1Value),
    perCategory: undefined,
    value,
    observed: value,
    deviation: Math.sqrt(mean(values.map(one => (one - value) ** 2))),
    pairs: found.length,
  }
}

/**
 * Precision, recall and F1 of spans; as agreement F1 is 2|A∩B| / (|A|+|B|) and symmetric (Hripcsak & Rothschild 2005).
 * Duplicates count once. Ties of relaxed matching: exact places first, then the greatest overlap, then the earlier.
 * Under 'semeval' PAR counts one half. Not corrected for chance, which is negligible where most text is unmarked.
 */
export const spanF1: Measure<SpanPair | SpanGroup, SpanF1Options, SpanF1Value> = {
  compute(data, options = {}) {
    return 'annotators' in data ? overPairs(data, options) : compare(data, options)
  },
}
