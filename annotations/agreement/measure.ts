/** What a coder may say of a unit: a name, a number, yes or no, or a set of names (an empty one says "none of them"). */
export type Category = string | number | boolean | readonly (string | number)[]

/** A row a unit, a column a coder; null is missing: the coder was not asked or did not say. */
export type ReliabilityData = readonly (readonly (Category | null)[])[]

/** For data in which the same row stands for many units: how many, by row. By default one. */
export type Repeated = { times?: readonly number[] }

/** Why a figure cannot be given. Words for each, in both languages, are in `reason-text.ts`. */
export const undefinedReasons = [
  'no-pairs',
  'one-category',
  'no-variation',
  'two-coders-needed',
  'not-numbers',
  'no-units',
  'no-spans',
  'no-text',
  'bad-unit',
  'outside-continuum',
  'overlapping-units',
  'not-aligned',
  'too-complex',
  'no-boundaries',
  'different-lengths',
  'bad-window',
] as const
export type UndefinedReason = (typeof undefinedReasons)[number]

export type Undefined = { kind: 'undefined'; reason: UndefinedReason; detail?: string }

export type Value = {
  kind: 'value'
  value: number
  /** Agreement seen, or disagreement (disorder) for the measures that are built on it: see the measure's own page. */
  observed?: number
  /** The same, by chance. */
  expected?: number
  perCategory?: Record<string, MeasureResult>
}

/** A figure, or why there is none: never 1 for want of data, never NaN. */
export type MeasureResult = Value | Undefined

export type Measure<Data = never, Options = never, Result extends MeasureResult = MeasureResult> = {
  readonly compute: (data: Data, options?: Options) => Result | Undefined
}

export function undefinedBecause(reason: UndefinedReason, detail?: string): Undefined {
  return detail === undefined
    ? { kind: 'undefined', reason }
    : { kind: 'undefined', reason, detail }
}

/** (observed - expected) / (1 - expected): the form of all chance-corrected coefficients of agreement. */
export function beyondChance(observed: number, expected: number): Value | Undefined {
  if (1 - expected < 1e-12) return undefinedBecause('one-category')
  return { kind: 'value', value: (observed - expected) / (1 - expected), observed, expected }
}

/** 1 - observed / expected: the same in terms of disagreement. */
export function lessThanChance(
  observed: number,
  expected: number,
  reason: UndefinedReason,
): Value | Undefined {
  if (!(expected > 1e-12)) return undefinedBecause(reason)
  return { kind: 'value', value: 1 - observed / expected, observed, expected }
}
