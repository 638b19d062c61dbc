import { theFuller } from './canonical-text.ts'

/** Keys in the order of `first`, those that only `second` has after the one they follow there. */
function woven(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first)
  const after = new Map<string | undefined, string[]>()
  let last: string | undefined
  for (const key of second)
    if (known.has(key)) last = key
    else after.set(last, [...(after.get(last) ?? []), key])
  return [
    ...(after.get(undefined) ?? []),
    ...first.flatMap(key => [key, ...(after.get(key) ?? [])]),
  ]
}

/**
 * The order of what two lists hold: where one of them left what was there before in its order, the other's order is the
 * one that was made on purpose. Whoever asks first, the answer is the same.
 */
export function mergedOrder(
  base: readonly string[] | undefined,
  a: readonly string[],
  b: readonly string[],
): string[] {
  const stayed = (list: readonly string[]) => {
    if (!base) return false
    const old = base.filter(key => list.includes(key))
    return list.filter(key => base.includes(key)).join('\n') === old.join('\n')
  }
  const [aStayed, bStayed] = [stayed(a), stayed(b)]
  if (aStayed && !bStayed) return woven(b, a)
  if (bStayed && !aStayed) return woven(a, b)
  const first = theFuller(a, b)
  return woven(first, first === a ? b : a)
}

/** What is in a list that two changed: what either added is there, what either took away is not. */
export function mergedKeys(
  base: readonly string[] | undefined,
  a: readonly string[],
  b: readonly string[],
): string[] {
  const gone = new Set((base ?? []).filter(key => !a.includes(key) || !b.includes(key)))
  return mergedOrder(base, a, b).filter(key => !gone.has(key))
}
