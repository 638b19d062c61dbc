import { type DifferenceKind, differenceKinds } from './comparison.ts'
import { isAsked, isDifference, type Judged } from './judge.ts'
import { type Likeness, likenesses } from './likeness.ts'

export type Tally = {
  /** Things all agree on. */
  agreed: number
  /** Differences, and how many of them nobody has decided, or have to be decided again. */
  differences: number
  open: number
  changed: number
  /** Open differences by kind; one of several kinds counts under each. */
  kinds: Record<DifferenceKind, number>
  /** Open ones whose boundaries differ by no more than this. */
  alike: Record<Likeness, number>
}

/** How many differences there are, of which kinds, and how many are settled. */
export function tallyOf(judged: readonly Judged[]): Tally {
  const zero = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map(key => [key, 0])) as Record<K, number>
  const tally: Tally = {
    agreed: 0,
    differences: 0,
    open: 0,
    changed: 0,
    kinds: zero(differenceKinds),
    alike: zero(likenesses),
  }
  for (const one of judged) {
    if (!isDifference(one)) {
      if (one.item.about === 'annotation') tally.agreed++
      continue
    }
    tally.differences++
    if (!isAsked(one)) continue
    tally.open++
    if (one.standing === 'changed') tally.changed++
    for (const kind of one.item.kinds) tally.kinds[kind]++
    if (one.item.kinds.every(kind => kind === 'boundary'))
      for (const kind of one.item.alike) tally.alike[kind]++
  }
  return tally
}
