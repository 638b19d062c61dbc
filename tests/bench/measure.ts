/** Sorted copy; `at` is a share, 0.5 the median. Nearest rank. */
function rank(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}

export const median = (values: readonly number[]) => rank(values, 0.5)
export const p95 = (values: readonly number[]) => rank(values, 0.95)
export const most = (values: readonly number[]) => Math.max(...values)

/** Milliseconds `work` took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A figure with as many digits as it deserves. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toFixed(digits)
}
