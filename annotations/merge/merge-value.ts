import { sameValue, theFuller } from './canonical-text.ts'
import { mergedKeys, mergedOrder } from './merge-lists.ts'
import { mergeStretches } from './merge-stretches.ts'

/** Two changed one thing each to something else: what was kept, and what one of them says instead. */
export type Clash = { at: string; kept: unknown; other: unknown; lost: 'a' | 'b' }

/** `known`: is `base` what both began from? Without it an absence is no removal. */
export type Three = { base: unknown; a: unknown; b: unknown; known: boolean }

export type How = {
  clash: (clash: Clash) => void
  /** Is what stands here one thing, taken whole or not at all? Places are keys and ids joined by dots. */
  whole?: (at: string) => boolean
  /** Are these stretches of a text, which say something of the letters they cover? */
  stretches?: (at: string) => boolean
}

type Keyed = Record<string, unknown>
const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** What tells an entry of a list from the others: its id, or else its words. */
const nameOf = ({ id, text }: Keyed) => (typeof id === 'string' ? id : String(text))
const isWithId = (value: unknown): value is Keyed =>
  isKeyed(value) && (typeof value.id === 'string' || typeof value.text === 'string')

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}
const isText = (value: unknown): value is string => typeof value === 'string'

const inside = (at: string, key: string) => (at === '' ? key : `${at}.${key}`)

function mergeKeyed({ base, a, b, known }: Three, at: string, how: How): Keyed {
  const [old, one, two] = [base, a, b].map(value => (isKeyed(value) ? value : {})) as [
    Keyed,
    Keyed,
    Keyed,
  ]
  const merged: Keyed = {}
  for (const key of mergedOrder(undefined, Object.keys(one), Object.keys(two))) {
    const three = { base: old[key], a: one[key], b: two[key], known }
    const value = mergeValue(three, inside(at, key), how)
    if (value !== undefined) merged[key] = value
  }
  return merged
}

function mergeById(
  base: readonly Keyed[],
  a: readonly Keyed[],
  b: readonly Keyed[],
  { known, at, how }: { known: boolean; at: string; how: How },
): Keyed[] {
  const ids = (list: readonly Keyed[]) => list.map(nameOf)
  const find = (list: readonly Keyed[], id: string) => list.find(one => nameOf(one) === id)
  return mergedOrder(known ? ids(base) : undefined, ids(a), ids(b)).flatMap(id => {
    const three = { base: find(base, id), a: find(a, id), b: find(b, id), known }
    const value = mergeValue(three, inside(at, id), how)
    return isWithId(value) ? [value] : []
  })
}

/**
 * What comes of a value that two people changed, each in a copy of their own: what one left alone is as the other has it,
 * what both changed is merged by its keys, ids or entries, and where they clash the fuller one is kept and the other named.
 * Either may be asked first. Merged once more with what it came from, it stays as it is.
 */
export function mergeValue(three: Three, at: string, how: How): unknown {
  const { base, a, b, known } = three
  if (sameValue(a, b)) return a
  if (known && sameValue(a, base)) return b
  if (known && sameValue(b, base)) return a
  // Changed by one, taken away by the other: nothing that somebody worked on is lost.
  if (a === undefined || b === undefined) return a ?? b
  if (how.stretches?.(at)) return mergeStretches(three, at, how)
  if (!how.whole?.(at)) {
    if (isKeyed(a) && isKeyed(b)) return mergeKeyed(three, at, how)
    if (isListOf(a, isWithId) && isListOf(b, isWithId) && a.length + b.length > 0)
      return mergeById(isListOf(base, isWithId) ? base : [], a, b, { known, at, how })
    if (isListOf(a, isText) && isListOf(b, isText))
      return mergedKeys(known && isListOf(base, isText) ? base : undefined, a, b)
  }
  const kept = theFuller(a, b)
  how.clash({ at, kept, other: kept === a ? b : a, lost: kept === a ? 'b' : 'a' })
  return kept
}
