/** A value as text, the same for the same value whatever the order of its keys; nothing is `''`. */
export function canonicalText(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value)
    .filter(([, inside]) => inside !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => `${JSON.stringify(key)}:${canonicalText(inside)}`)
  return `{${pairs.join(',')}}`
}

export const sameValue = (a: unknown, b: unknown) =>
  a === b || canonicalText(a) === canonicalText(b)

/**
 * Of two values that stand against each other, the same one whoever asks: the one that says more, and of two that say as
 * much the one whose text comes later.
 */
export function theFuller<T>(a: T, b: T): T {
  const [one, two] = [canonicalText(a), canonicalText(b)]
  if (one.length !== two.length) return one.length > two.length ? a : b
  return one > two ? a : b
}
