import { figureOf, shareOf } from './figure.ts'
import { type Category, type MeasureResult, undefinedBecause } from './measure.ts'
import { measures } from './measures.ts'
import { type AttributePairs, attributeKey } from './pair-attributes.ts'
import { type ClaimSums, noClaims } from './pair-claims.ts'
import type { AgreementReport, Figure } from './report-shape.ts'
import { meanOf } from './span-figures.ts'
import type { DocumentData } from './study.ts'

function merged(documents: readonly DocumentData[]): Map<string, AttributePairs> {
  const all = new Map<string, AttributePairs>()
  for (const { pairs } of documents)
    for (const { attributes } of pairs)
      for (const [key, { kind, rows, dates }] of attributes) {
        const known = all.get(key) ?? {
          kind,
          rows: new Map<string, number>(),
          dates: { given: 0, exact: 0, likeness: 0 },
        }
        all.set(key, known)
        if (kind === 'name' && known.kind === 'number') known.kind = 'name'
        for (const [row, times] of rows) known.rows.set(row, (known.rows.get(row) ?? 0) + times)
        known.dates.given += dates.given
        known.dates.exact += dates.exact
        known.dates.likeness += dates.likeness
      }
  return all
}

function figuresOf({ kind, rows, dates }: AttributePairs): Figure[] {
  const data: [Category | null, Category | null][] = []
  const times: number[] = []
  let units = 0
  for (const [row, count] of rows) {
    data.push(JSON.parse(row))
    times.push(count)
    units += count
  }
  if (kind === 'date')
    return [
      figureOf('date-exact', shareOf(dates.exact, dates.given), dates.given),
      figureOf('date-graded', shareOf(dates.likeness, dates.given), dates.given),
      figureOf('attribute-alpha', measures['krippendorff-alpha'].compute(data, { times }), units),
    ]
  const figures = [
    figureOf('attribute-percent', measures['percent-agreement'].compute(data, { times }), units),
    figureOf('attribute-kappa', measures['cohen-kappa'].compute(data, { times }), units),
    figureOf('attribute-ac1', measures['gwet-ac1'].compute(data, { times }), units),
    figureOf('attribute-alpha', measures['krippendorff-alpha'].compute(data, { times }), units),
  ]
  if (kind === 'name') return figures
  const numbers = data.map(row => row.map(value => (value === '' ? null : value)))
  const alpha = measures['krippendorff-alpha'].compute(numbers, { times, level: 'interval' })
  return [...figures, figureOf('number-alpha', alpha, units)]
}

/** Attributes of spans that two annotators have in common; pairs of values of all pairs of annotators together. */
export function attributeFigures(
  documents: readonly DocumentData[],
  labels: readonly string[],
): AgreementReport['attributes'] {
  const all = merged(documents)
  return labels.flatMap((label, number) =>
    [...all]
      .filter(([key]) => key.startsWith(attributeKey(number, '')))
      .map(([key, pairs]) => ({
        label,
        attribute: key.slice(attributeKey(number, '').length),
        figures: figuresOf(pairs),
      })),
  )
}

export function relationFigures(documents: readonly DocumentData[]): AgreementReport['relations'] {
  const types = new Map<string, Map<string, [number, number, number]>>()
  for (const { pairs } of documents)
    for (const { one, two, relations } of pairs)
      for (const [type, counts] of relations) {
        const byPair = types.get(type) ?? new Map<string, [number, number, number]>()
        types.set(type, byPair)
        const sums = byPair.get(`${one}-${two}`) ?? [0, 0, 0]
        byPair.set(`${one}-${two}`, sums)
        for (const at of [0, 1, 2] as const) sums[at] += counts[at]
      }
  return [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, byPair]) => {
      const all = [...byPair.values()]
      const result = meanOf(
        all.map(
          ([one, two, both]): MeasureResult =>
            one + two > 0 ? shareOf(2 * both, one + two) : undefinedBecause('no-spans'),
        ),
      )
      const units = all.reduce((sum, [one, two]) => sum + one + two, 0)
      return { type, figures: [figureOf('relation-f1', result, units)] }
    })
}

/** Chains, and claims as wholes, over all pairs of annotators together. */
export function claimFigures(documents: readonly DocumentData[]): Figure[] {
  const sums = noClaims()
  for (const { pairs } of documents)
    for (const { claims } of pairs)
      for (const key of Object.keys(sums) as (keyof ClaimSums)[]) sums[key] += claims[key]
  if (sums.one + sums.two === 0) return []
  return [
    figureOf('claim-credit', shareOf(2 * sums.credit, sums.one + sums.two), sums.one + sums.two),
    figureOf('claim-content', shareOf(sums.content, sums.matched), sums.matched),
    figureOf('chain-exact', shareOf(sums.chainExact, sums.chains), sums.chains),
    figureOf('chain-order', shareOf(sums.chainOrder, sums.chains), sums.chains),
    figureOf('claim-stance', shareOf(sums.stance, sums.stances), sums.stances),
    figureOf('claim-date', shareOf(sums.date, sums.dates), sums.dates),
  ]
}

/** Labels of matched spans, pair by pair of annotators. */
export function confusionOf(
  documents: readonly DocumentData[],
  { annotators, labels }: { annotators: readonly string[]; labels: readonly string[] },
): AgreementReport['confusion'] {
  const byPair = new Map<string, AgreementReport['confusion']['pairs'][number]>()
  for (const { pairs } of documents)
    for (const { one, two, confusion } of pairs) {
      const known = byPair.get(`${one}-${two}`) ?? {
        one: annotators[one] ?? '',
        two: annotators[two] ?? '',
        counts: confusion.map(row => row.map(() => 0)),
      }
      byPair.set(`${one}-${two}`, known)
      for (const [at, row] of confusion.entries())
        for (const [column, count] of row.entries()) {
          const cells = known.counts[at] as number[]
          cells[column] = (cells[column] ?? 0) + count
        }
    }
  return { labels: [...labels], pairs: [...byPair.values()] }
}
