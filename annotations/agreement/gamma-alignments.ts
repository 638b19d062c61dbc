import { type Alignment, bestAlignment } from './best-alignment.ts'
import type { Continuum, Unit } from './continuum.ts'
import { dice } from './dice.ts'
import {
  type Dissimilarity,
  type DissimilarityOptions,
  dissimilarity,
  type GammaUnit,
} from './dissimilarity.ts'
import { type Undefined, undefinedBecause } from './measure.ts'
import { shuffleContinuum } from './shuffle-continuum.ts'
import { mean } from './tally.ts'

export type GammaOptions = DissimilarityOptions & {
  /** How many continua chance is estimated from at the least; 30 as in the paper. */
  samples?: number
  /** Adds samples until the chance level is this share exact, at 95 %; for instance 0.02. Off by default. */
  precision?: number
  /** The same seed gives the same figure. */
  seed?: number
  /** Asked before each sample; true ends the work, and the result is undefined. */
  stop?: () => boolean
}

export type Alignments = {
  d: Dissimilarity
  best: Alignment
  samples: Alignment[]
  annotators: number
}

export type Prepared = { byAnnotator: GammaUnit[][]; bounds: { start: number; end: number } }

/** γ asks nothing of a unit but that it ends after it starts; offsets may be fractions, and units may overlap. */
export function prepare({
  begin,
  length,
  units,
  annotators = [],
}: Continuum): Prepared | Undefined {
  const bad = units.find(
    ({ start, end }) => !(Number.isFinite(start) && Number.isFinite(end) && end > start),
  )
  if (bad) return undefinedBecause('bad-unit', `${bad.start}-${bad.end}`)
  const names = [...new Set([...annotators, ...units.map(unit => unit.annotator)].map(String))]
  if (names.length < 2) return undefinedBecause('two-coders-needed')
  if (units.length === 0) return undefinedBecause('no-units')
  const places = new Map(names.map((name, at) => [name, at]))
  const byAnnotator: GammaUnit[][] = names.map(() => [])
  for (const unit of units)
    byAnnotator[places.get(String(unit.annotator)) ?? 0]?.push({
      ...unit,
      category: String(unit.category ?? ''),
    })
  const least = units.reduce(
    (to: number, { start }: Unit) => Math.min(to, start),
    Number.POSITIVE_INFINITY,
  )
  const most = units.reduce(
    (to: number, { end }: Unit) => Math.max(to, end),
    Number.NEGATIVE_INFINITY,
  )
  const start = begin ?? least
  return { byAnnotator, bounds: { start, end: length === undefined ? most : start + length } }
}

function wanted(disorders: readonly number[], precision: number): number {
  const middle = mean(disorders)
  if (middle === 0) return 0
  const spread = Math.sqrt(mean(disorders.map(disorder => (disorder - middle) ** 2)))
  return Math.ceil(((spread / middle) * (1.96 / precision)) ** 2)
}

/** The best alignment of what was marked, and those of continua made by chance from it. */
export function gammaAlignments(
  continuum: Continuum,
  options: GammaOptions,
): Alignments | Undefined {
  const { samples: least = 30, precision, seed = 1, stop } = options
  const prepared = prepare(continuum)
  if ('kind' in prepared) return prepared
  const d = dissimilarity(options)
  const best = bestAlignment(prepared.byAnnotator, d)
  if (!best) return undefinedBecause('too-complex')
  const chance = dice(seed)
  const samples: Alignment[] = []
  for (let wish = Math.max(1, least); samples.length < wish; ) {
    if (stop?.()) return undefinedBecause('too-complex')
    const shuffled = shuffleContinuum(prepared.byAnnotator, prepared.bounds, chance)
    // Copies of one who marked nothing, all of them: a continuum without units has no disorder to speak of.
    if (shuffled.every(own => own.length === 0)) continue
    const sample = bestAlignment(shuffled, d)
    if (!sample) return undefinedBecause('too-complex')
    samples.push(sample)
    if (precision !== undefined && samples.length === wish)
      wish = Math.max(
        wish,
        wanted(
          samples.map(({ disorder }) => disorder),
          precision,
        ),
      )
  }
  return { d, best, samples, annotators: prepared.byAnnotator.length }
}
