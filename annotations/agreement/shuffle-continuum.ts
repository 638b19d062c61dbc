import type { Dice } from './dice.ts'
import type { GammaUnit } from './dissimilarity.ts'

type Stretch = { start: number; end: number }

/** Free stretches without what is nearer to `pivot` than `distance`. */
function without(free: readonly Stretch[], pivot: number, distance: number): Stretch[] {
  const [from, to] = [pivot - distance, pivot + distance]
  return free.flatMap(({ start, end }) => [
    ...(start < Math.min(end, from) ? [{ start, end: Math.min(end, from) }] : []),
    ...(Math.max(start, to) < end ? [{ start: Math.max(start, to), end }] : []),
  ])
}

function placeIn(free: readonly Stretch[], dice: Dice): number {
  let at = dice.unit() * free.reduce((sum, { start, end }) => sum + end - start, 0)
  for (const { start, end } of free) {
    if (at < end - start) return start + at
    at -= end - start
  }
  return free.at(-1)?.end ?? 0
}

/**
 * A continuum by chance (Mathet et al. 2015, 5.2): each new annotator is one of the real ones, chosen at random, turned
 * round the continuum by a shift of its own; shifts keep half the mean length of a unit apart, so that no two copies of
 * one annotator fall on each other.
 */
export function shuffleContinuum(
  byAnnotator: readonly (readonly GammaUnit[])[],
  { start, end }: Stretch,
  dice: Dice,
): GammaUnit[][] {
  const all = byAnnotator.flat()
  const distance =
    all.reduce((sum, unit) => sum + unit.end - unit.start, 0) / Math.max(1, all.length) / 2
  let free: Stretch[] = [{ start: 0, end: end - start }]
  return byAnnotator.map(() => {
    const shift = free.length > 0 ? placeIn(free, dice) : dice.unit() * (end - start)
    free = without(free, shift, distance)
    const own = byAnnotator[dice.below(byAnnotator.length)] ?? []
    return own.map(unit => {
      const by = unit.start + shift >= end ? shift - (end - start) : shift
      return { ...unit, start: unit.start + by, end: unit.end + by }
    })
  })
}
