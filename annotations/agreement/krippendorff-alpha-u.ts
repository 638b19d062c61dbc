import {
  type Continuum,
  overlapping,
  type Read,
  readContinuum,
  type Section,
  sectionsOf,
} from './continuum.ts'
import {
  lessThanChance,
  type Measure,
  type MeasureResult,
  type Undefined,
  undefinedBecause,
} from './measure.ts'

/** Krippendorff (1995), eq. 4: how far two sections are apart; squares of lengths. */
function apart(a: Section, b: Section): number {
  const [unitA, unitB] = [a.category !== undefined, b.category !== undefined]
  if (unitA && unitB)
    return a.start < b.end && b.start < a.end ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0
  if (unitA && a.start >= b.start && a.end <= b.end) return (a.end - a.start) ** 2
  if (unitB && b.start >= a.start && b.end <= a.end) return (b.end - b.start) ** 2
  return 0
}

/** Sum over the sections of two annotators that meet; both lists cover the continuum in order. */
function between(one: readonly Section[], two: readonly Section[]): number {
  let total = 0
  let first = 0
  for (const section of one) {
    while (first < two.length && (two[first] as Section).end <= section.start) first++
    for (let at = first; at < two.length && (two[at] as Section).start < section.end; at++)
      total += apart(section, two[at] as Section)
  }
  return total
}

type Disagreement = { observed: number; expected: number }

/** Observed and expected disagreement of one category; by the sections of each annotator. */
function disagreement(cuts: readonly (readonly Section[])[], length: number): Disagreement {
  const m = cuts.length
  let observed = 0
  for (const one of cuts) for (const two of cuts) if (one !== two) observed += between(one, two)
  observed /= m * (m - 1) * length ** 2

  const all = cuts.flat()
  const lengthOf = ({ start, end }: Section) => end - start
  const units = all.filter(({ category }) => category !== undefined).map(lengthOf)
  // Gaps by length, so that each unit asks only those it fits into.
  const gaps = all
    .filter(({ category }) => category === undefined)
    .map(lengthOf)
    .sort((a, b) => b - a)
  const sums: number[] = [0]
  for (const gap of gaps) sums.push((sums.at(-1) ?? 0) + gap)
  let expected = 0
  let within = 0
  const ordered = [...units].sort((a, b) => b - a)
  let fitting = 0
  for (const l of ordered) {
    while (fitting < gaps.length && (gaps[fitting] ?? 0) >= l) fitting++
    const room = (sums[fitting] ?? 0) - fitting * (l - 1)
    expected += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room
    within += l * (l - 1)
  }
  const line = m * length
  return { observed, expected: ((2 / length) * expected) / (line * (line - 1) - within) }
}

/** Do and De of every category, or what stands in the way. */
function alphaUParts(read: Read): Map<string, Disagreement> | Undefined {
  const parts = new Map<string, Disagreement>()
  for (const category of read.categories) {
    const own = read.byAnnotator.map(units => units.filter(unit => unit.category === category))
    const crossed = own.map(overlapping).find(unit => unit !== undefined)
    if (crossed)
      return undefinedBecause('overlapping-units', `${category} ${crossed.start}-${crossed.end}`)
    const cuts = own.map(units => sectionsOf(units, read))
    parts.set(category, disagreement(cuts, read.length))
  }
  return parts
}

/**
 * Krippendorff's α for unitizing as of 1995 and 2004 (Content Analysis, 2nd ed., 12.4): each category on its own against
 * the rest of the continuum, D_o and D_e summed over categories. Units of one annotator and category must not overlap.
 * `observed` and `expected` are disagreements, in squared shares of the continuum.
 */
export const krippendorffAlphaU: Measure<Continuum> = {
  compute(continuum) {
    const read = readContinuum(continuum)
    if ('kind' in read) return read
    const parts = alphaUParts(read)
    if (!(parts instanceof Map)) return parts
    let [observed, expected] = [0, 0]
    const perCategory: Record<string, MeasureResult> = {}
    for (const [category, part] of parts) {
      observed += part.observed
      expected += part.expected
      perCategory[category] = lessThanChance(part.observed, part.expected, 'no-variation')
    }
    const whole = lessThanChance(observed, expected, 'no-variation')
    return whole.kind === 'undefined' ? whole : { ...whole, perCategory }
  },
}
