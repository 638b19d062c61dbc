import type { Category, ReliabilityData } from './measure.ts'

/** The values of one unit by category index, and how many there are. */
export type Row = {
  readonly counts: ReadonlyMap<number, number>
  readonly size: number
  /** Units with these very values. */
  readonly times: number
}

export type Tally = {
  /** Every category in use, in the order of first use (those named by the caller first). */
  readonly categories: readonly Category[]
  /** Units with any value at all. */
  readonly rows: readonly Row[]
}

/** 1 and '1' are two categories; a set is one whatever the order of its members. */
export function categoryKey(category: Category): string {
  if (Array.isArray(category))
    return `set:${[...new Set(category.map(String))].sort().join('\u0000')}`
  return `${typeof category}:${category}`
}

/** How a category is named in `perCategory`. */
export function categoryName(category: Category): string {
  return Array.isArray(category)
    ? `{${[...category].map(String).sort().join(', ')}}`
    : String(category)
}

/** A table of category numbers, made as categories are met. */
export function numbering(known: readonly Category[] = []) {
  const numbers = new Map<string, number>()
  const categories: Category[] = []
  const numberOf = (category: Category): number => {
    const key = categoryKey(category)
    const found = numbers.get(key)
    if (found !== undefined) return found
    numbers.set(key, categories.length)
    categories.push(category)
    return categories.length - 1
  }
  for (const category of known) numberOf(category)
  return { categories, numberOf }
}

/** Counts values by unit and category; which coder gave which value no longer matters. */
export function tally(
  data: ReliabilityData,
  known?: readonly Category[],
  times?: readonly number[],
): Tally {
  const { categories, numberOf } = numbering(known)
  const rows: Row[] = []
  for (const [at, values] of data.entries()) {
    const repeated = times?.[at] ?? 1
    if (repeated <= 0) continue
    const counts = new Map<number, number>()
    let size = 0
    for (const value of values) {
      if (value === null || value === undefined) continue
      const number = numberOf(value)
      counts.set(number, (counts.get(number) ?? 0) + 1)
      size++
    }
    if (size > 0) rows.push({ counts, size, times: repeated })
  }
  return { categories, rows }
}

/** Only units that two coders or more gave a value to: from one value nothing follows about agreement. */
export function pairable({ categories, rows }: Tally): Tally {
  return { categories, rows: rows.filter(({ size }) => size > 1) }
}

/** How often each category was used in all. */
export function totals({ categories, rows }: Tally): number[] {
  const sums = categories.map(() => 0)
  for (const { counts, times } of rows)
    for (const [number, count] of counts) sums[number] = (sums[number] ?? 0) + count * times
  return sums
}

/** Pairs of coders that agree on a unit, of all pairs. */
export function rowAgreement({ counts, size }: Row): number {
  let agreeing = 0
  for (const count of counts.values()) agreeing += count * (count - 1)
  return agreeing / (size * (size - 1))
}

/** The mean over units of what `of` says of a row. */
export function meanOver(rows: readonly Row[], of: (row: Row) => number): number {
  let [total, units] = [0, 0]
  for (const row of rows) {
    total += of(row) * row.times
    units += row.times
  }
  return total / units
}

export const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}

export const mean = (values: readonly number[]): number => sum(values) / values.length
