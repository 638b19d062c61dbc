import type { Unit } from './continuum.ts'

export type GammaUnit = Unit & { category: string }

export type DissimilarityOptions = {
  /** Weight of place. */
  alpha?: number
  /** Weight of category. */
  beta?: number
  /** Cost of a unit that has no partner, and the scale of everything else. */
  delta?: number
  /** How far two categories are apart, 0 to 1; by default 0 or 1. By name, symmetric. */
  categories?: (a: string, b: string) => number
}

export type Dissimilarity = {
  readonly delta: number
  readonly alpha: number
  place(a: GammaUnit, b: GammaUnit): number
  category(a: GammaUnit, b: GammaUnit): number
  of(a: GammaUnit, b: GammaUnit): number
}

/** Mathet, Widlöcher & Métivier (2015), 4.3: α · positional + β · categorical. The positional part is sporadic: (|Δs| + |Δe|)² / (l + l')². */
export function dissimilarity(options: DissimilarityOptions): Dissimilarity {
  const { alpha = 1, beta = 1, delta = 1, categories } = options
  const place = (a: GammaUnit, b: GammaUnit) => {
    const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
    return (apart / (a.end - a.start + b.end - b.start)) ** 2 * delta
  }
  const category = (a: GammaUnit, b: GammaUnit) =>
    delta * (a.category === b.category ? 0 : (categories?.(a.category, b.category) ?? 1))
  return {
    delta,
    alpha,
    place,
    category,
    of: (a, b) => alpha * place(a, b) + beta * category(a, b),
  }
}
