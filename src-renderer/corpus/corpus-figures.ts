import type { DocumentEntry } from '../../annotations/api/views.ts'
import { kindOf } from './corpus-query.ts'

type Count = { name: string; part: string; count: number }

/** Columns a drawing of many documents is cut into: more are not told apart on a screen. */
const columns = 120

const states = ['submitted', 'in-progress', 'untouched'] as const

/** How many documents each annotator has handed in, has begun, has not touched. */
export function progressOf(
  entries: readonly DocumentEntry[],
  annotators: readonly string[],
): Count[] {
  return annotators.flatMap(name => {
    const counts = { submitted: 0, 'in-progress': 0, untouched: 0 }
    for (const entry of entries) counts[kindOf(entry, name)]++
    return states.map(part => ({ name, part, count: counts[part] }))
  })
}

/** Annotations of each label by each annotator. */
export function annotationsOf(
  entries: readonly DocumentEntry[],
  annotators: readonly string[],
): Count[] {
  return annotators.flatMap(name => {
    const counts = new Map<string, number>()
    for (const { sets } of entries)
      for (const [label, count] of Object.entries(sets[name]?.labels ?? {}))
        counts.set(label, (counts.get(label) ?? 0) + count)
    return [...counts].map(([part, count]) => ({ name, part, count }))
  })
}

/** Annotations of each label in each document, in the order given; many documents share a column. */
export function labelsOver(
  entries: readonly DocumentEntry[],
): { label: string; column: number; count: number }[] {
  const share = Math.max(1, Math.ceil(entries.length / columns))
  const cells = new Map<string, { label: string; column: number; count: number }>()
  for (const [at, { sets }] of entries.entries()) {
    const column = Math.floor(at / share)
    for (const { labels } of Object.values(sets))
      for (const [label, count] of Object.entries(labels)) {
        const key = `${label} ${column}`
        const known = cells.get(key)
        if (known) known.count += count
        else cells.set(key, { label, column, count })
      }
  }
  return [...cells.values()]
}

/** Documents by month of publication (YYYY-MM), those without a month left out. */
export function monthsOf(entries: readonly DocumentEntry[]): { month: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { published } of entries)
    if (published !== undefined && published.length >= 7) {
      const month = published.slice(0, 7)
      counts.set(month, (counts.get(month) ?? 0) + 1)
    }
  return [...counts]
    .map(([month, count]) => ({ month, count }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}
