import type { Prepared } from './study-document.ts'

/** What one annotator made of a passage; labels by number. */
export type SaidHere = { annotator: number; label: number; start: number; end: number }

/** A stretch in which annotators disagree. Cost: marks without a like one, over all pairs of annotators. */
export type Passage = { start: number; end: number; cost: number; said: SaidHere[] }

/**
 * Marks that overlap, across all annotators, are one passage; two marks are alike if place and label are. The costliest
 * come first.
 */
export function costlyPassages({ marked }: Prepared, most: number): Passage[] {
  const all = marked
    .flatMap(({ annotator, marks }) => marks.map(mark => ({ annotator, mark })))
    .sort((a, b) => a.mark.start - b.mark.start || a.mark.end - b.mark.end)
  const passages: Passage[] = []
  for (let at = 0; at < all.length; ) {
    const first = all[at] as (typeof all)[number]
    let end = first.mark.end
    let next = at + 1
    while (next < all.length && (all[next]?.mark.start ?? 0) < end) {
      end = Math.max(end, all[next]?.mark.end ?? 0)
      next++
    }
    const group = all.slice(at, next)
    at = next
    const holders = new Map<string, Set<number>>()
    for (const { annotator, mark } of group) {
      const key = `${mark.label} ${mark.place}`
      holders.set(key, (holders.get(key) ?? new Set()).add(annotator))
    }
    let cost = 0
    for (const own of holders.values()) cost += own.size * (marked.length - own.size)
    if (cost === 0) continue
    passages.push({
      start: first.mark.start,
      end,
      cost,
      said: group
        .map(({ annotator, mark }) => ({
          annotator,
          label: mark.label,
          start: mark.start,
          end: mark.end,
        }))
        .sort((a, b) => a.annotator - b.annotator || a.start - b.start)
        .slice(0, 24),
    })
  }
  return passages.sort((a, b) => b.cost - a.cost || a.start - b.start).slice(0, most)
}
