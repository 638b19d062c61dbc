import { bootstrap } from './bootstrap.ts'
import { figureOf, shareOf } from './figure.ts'
import { type MeasureResult, undefinedBecause } from './measure.ts'
import { noVerdicts, spanCounts, type Verdicts } from './pair-spans.ts'
import type { Figure, FigureWarning } from './report-shape.ts'
import { type Scheme, schemeScores, schemes } from './semeval.ts'
import type { DocumentData } from './study.ts'
import { mean } from './tally.ts'

export type Resampling = { resamples: number; seed: number; warnings: readonly FigureWarning[] }

/** Spans of the one, of the other, matched strictly, matched relaxed. */
type Counts = readonly [one: number, two: number, strict: number, relaxed: number]

/** Sums counts of some labels (undefined: all) over blocks, each block as often as it was drawn. */
function sumCounts(
  blocks: readonly (readonly number[])[],
  label: number | undefined,
  drawn?: { of: Uint32Array; from: readonly number[] },
): Counts {
  const sums: [number, number, number, number] = [0, 0, 0, 0]
  for (const [at, counts] of blocks.entries()) {
    const times = drawn ? (drawn.of[drawn.from[at] ?? 0] ?? 0) : 1
    if (times === 0) continue
    const [from, to] =
      label === undefined ? [0, counts.length] : [label * spanCounts, (label + 1) * spanCounts]
    for (let i = from; i < to; i += spanCounts) {
      sums[0] += times * (counts[i] ?? 0)
      sums[1] += times * (counts[i + 1] ?? 0)
      sums[2] += times * (counts[i + 2] ?? 0)
      sums[3] += times * (counts[i + 3] ?? 0)
    }
  }
  return sums
}

const f1 = ([one, two, strict, relaxed]: Counts, mode: 'strict' | 'relaxed'): MeasureResult =>
  one + two === 0
    ? undefinedBecause('no-spans')
    : { kind: 'value', value: (2 * (mode === 'strict' ? strict : relaxed)) / (one + two) }

/** The mean over pairs; pairs that marked nothing have no figure and do not count. */
export function meanOf(results: readonly MeasureResult[]): MeasureResult {
  const values = results.flatMap(result => (result.kind === 'value' ? [result.value] : []))
  if (values.length > 0) return { kind: 'value', value: mean(values) }
  return results[0] ?? undefinedBecause('no-pairs')
}

/** Blocks of one pair of annotators, and which block of the whole each is. */
export type PairBlocks = { blocks: (readonly number[])[]; from: number[] }

/** The blocks of every pair over some documents; numbered through all of them. */
export function blocksOf(documents: readonly DocumentData[]): {
  pairs: Map<string, PairBlocks>
  total: number
} {
  const pairs = new Map<string, PairBlocks>()
  let total = 0
  for (const document of documents) {
    for (const { one, two, blocks } of document.pairs) {
      const key = `${one}-${two}`
      const known = pairs.get(key) ?? { blocks: [], from: [] }
      pairs.set(key, known)
      for (const [at, block] of blocks.entries()) {
        known.blocks.push(block)
        known.from.push(total + at)
      }
    }
    total += document.tokens.length
  }
  return { pairs, total }
}

/** Strict and relaxed F1 over some documents, the mean over pairs, with intervals where asked. */
export function f1Figures(
  { pairs, total }: ReturnType<typeof blocksOf>,
  label: number | undefined,
  resampling?: Resampling,
): Figure[] {
  const all = [...pairs.values()].map(({ blocks, from }) => ({
    from,
    blocks: blocks.map(block => sumCounts([block], label)),
  }))
  const sums = all.map(({ blocks }) => sumCounts(blocks, undefined))
  const units = sums.reduce((sum, [one, two]) => sum + one + two, 0)
  const modes = ['strict', 'relaxed'] as const
  const intervals = resampling
    ? bootstrap(
        total,
        of => {
          const again = all.map(({ blocks, from }) => sumCounts(blocks, undefined, { of, from }))
          return modes.map(mode => {
            const result = meanOf(again.map(counts => f1(counts, mode)))
            return result.kind === 'value' ? result.value : undefined
          })
        },
        resampling,
      )
    : []
  return modes.map((mode, at) => {
    const result = meanOf(sums.map(counts => f1(counts, mode)))
    const interval = result.kind === 'value' ? intervals[at] : undefined
    const warnings = interval && resampling?.warnings
    return figureOf(`f1-${mode}`, result, units, { interval, warnings })
  })
}

/** Precision and recall of one pair, the first taken for the reference. */
export function precisionRecall(pair: PairBlocks | undefined): Figure[] {
  const [one, two, strict] = sumCounts(pair?.blocks ?? [], undefined)
  return [
    figureOf('precision', shareOf(strict, two), two),
    figureOf('recall', shareOf(strict, one), one),
  ]
}

function sumVerdicts(into: Verdicts, more: Verdicts) {
  for (const scheme of schemes)
    for (const name of ['COR', 'INC', 'PAR', 'MIS', 'SPU'] as const)
      into[scheme][name] += more[scheme][name]
}

/** SemEval-2013's exact, partial and type F1; the mean over pairs. */
export function verdictFigures(documents: readonly DocumentData[]): Figure[] {
  const byPair = new Map<string, Verdicts>()
  for (const { pairs } of documents)
    for (const { one, two, verdicts } of pairs) {
      const key = `${one}-${two}`
      const sums = byPair.get(key) ?? noVerdicts()
      byPair.set(key, sums)
      sumVerdicts(sums, verdicts)
    }
  const all = [...byPair.values()]
  const of = (scheme: Exclude<Scheme, 'strict'>) => {
    const scores = all.map(verdicts => schemeScores(verdicts[scheme]))
    const result = meanOf(
      scores.map(({ F1 }) =>
        F1 === null ? undefinedBecause('no-spans') : { kind: 'value', value: F1 },
      ),
    )
    return figureOf(
      `f1-${scheme}`,
      result,
      scores.reduce((sum, { POS, ACT }) => sum + POS + ACT, 0),
    )
  }
  return [of('exact'), of('partial'), of('type')]
}

/** Characters that both marked with the label, of those either did; the mean over pairs. */
export function coverFigure(documents: readonly DocumentData[], label: number | undefined): Figure {
  const byPair = new Map<string, [number, number]>()
  for (const { pairs } of documents)
    for (const { one, two, covers } of pairs) {
      const sums = byPair.get(`${one}-${two}`) ?? [0, 0]
      byPair.set(`${one}-${two}`, sums)
      for (const [at, [both, either]] of covers.entries()) {
        if (label !== undefined && at !== label) continue
        sums[0] += both
        sums[1] += either
      }
    }
  const all = [...byPair.values()]
  const results = all.map(([both, either]) =>
    either > 0 ? shareOf(both, either) : undefinedBecause('no-spans'),
  )
  return figureOf(
    'character-jaccard',
    meanOf(results),
    all.reduce((sum, [, either]) => sum + either, 0),
  )
}
