import { fold } from '../../annotations/arabic/fold.ts'
import { byCode } from '../../annotations/formats/register/propositions-table.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'

export type CodebookRow = { proposition: Proposition; depth: number }

/** The codebook from the top down, by code, each under what it comes under. */
export function treeOf(propositions: readonly Proposition[]): CodebookRow[] {
  const known = new Set(propositions.map(({ id }) => id))
  const below = new Map<string | undefined, Proposition[]>()
  for (const one of [...propositions].sort(byCode)) {
    const above = one.parent !== undefined && known.has(one.parent) ? one.parent : undefined
    below.set(above, [...(below.get(above) ?? []), one])
  }
  const rows: CodebookRow[] = []
  const seen = new Set<string>()
  const walk = (above: string | undefined, depth: number) => {
    for (const proposition of below.get(above) ?? []) {
      if (seen.has(proposition.id)) continue
      seen.add(proposition.id)
      rows.push({ proposition, depth })
      walk(proposition.id, depth + 1)
    }
  }
  walk(undefined, 0)
  // A circle that a file brought hangs under nothing; it is shown all the same.
  for (const proposition of propositions)
    if (!seen.has(proposition.id)) rows.push({ proposition, depth: 0 })
  return rows
}

/** Those with every typed word in their code, texts or notes. */
export function matching(rows: readonly CodebookRow[], query: string): CodebookRow[] {
  const words = fold(query.trim()).folded.split(/\s+/u).filter(Boolean)
  if (words.length === 0) return [...rows]
  return rows.filter(({ proposition: { code, text, notes } }) => {
    const all = fold(`${code} ${text.ar} ${text.en ?? ''} ${notes}`).folded
    return words.every(word => all.includes(word))
  })
}
