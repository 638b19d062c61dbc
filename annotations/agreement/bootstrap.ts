import { dice } from './dice.ts'

export type Interval = { low: number; high: number; resamples: number }

/**
 * Percentile intervals of 95 % (Efron & Tibshirani 1993, ch. 13): blocks are drawn with replacement, as many as there
 * are, and the figures are made again from how often each was drawn. A draw for which there is no figure does not
 * count; if that is more than a tenth of them, there is no interval.
 */
export function bootstrap(
  blocks: number,
  figures: (drawn: Uint32Array) => readonly (number | undefined)[],
  { resamples, seed }: { resamples: number; seed: number },
): (Interval | undefined)[] {
  if (blocks < 2 || resamples < 20) return []
  const chance = dice(seed)
  const drawn = new Uint32Array(blocks)
  const values: number[][] = []
  for (let n = 0; n < resamples; n++) {
    drawn.fill(0)
    for (let at = 0; at < blocks; at++) {
      const block = chance.below(blocks)
      drawn[block] = (drawn[block] ?? 0) + 1
    }
    for (const [at, value] of figures(drawn).entries()) {
      const own = values[at] ?? []
      values[at] = own
      if (value !== undefined) own.push(value)
    }
  }
  return values.map(own => {
    if (own.length < resamples * 0.9) return undefined
    own.sort((a, b) => a - b)
    const at = (share: number) => own[Math.round(share * (own.length - 1))] ?? 0
    return { low: at(0.025), high: at(0.975), resamples: own.length }
  })
}
