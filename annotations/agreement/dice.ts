import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance from a seed: the same seed, the same throws, on every machine. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  unit(): number
  /** A whole number from 0 up to, not including, n. */
  below(n: number): number
}

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed)
  const unit = () => uniformFloat64(generator)
  return { unit, below: n => Math.floor(unit() * n) }
}
