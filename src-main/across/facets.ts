import type { Facets } from '../../annotations/api/across.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import type { Known, ReadAcross } from './read-across.ts'

/** What can be chosen to look at. */
export function facetsOf(
  { corpus: { statements, speaking }, unreadable }: ReadAcross,
  { documents, scheme }: Known,
): Facets {
  const outlets = new Map<string, number>()
  const actors = new Map<string, Facets['actors'][number]>()
  for (const { outlet = '', chain } of speaking) {
    outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1)
    for (const { party } of chain) {
      if (!party.registered) continue
      const one = actors.get(party.key) ?? { key: party.key, name: party.name, statements: 0 }
      one.statements++
      actors.set(party.key, one)
    }
  }
  const months = documents
    .flatMap(({ published }) => published?.slice(0, 7) ?? [])
    .sort(byCodePoint)
  return {
    statements: speaking.length,
    documents: new Set(speaking.map(({ document }) => document)).size,
    outlets: [...outlets]
      .map(([outlet, statements]) => ({ outlet, statements }))
      .sort((a, b) => b.statements - a.statements || byCodePoint(a.outlet, b.outlet)),
    actors: [...actors.values()].sort(
      (a, b) => b.statements - a.statements || byCodePoint(a.key, b.key),
    ),
    labels: scheme.labels.map(({ id }) => id),
    annotators: [...new Set(statements.map(({ annotator }) => annotator))].sort(byCodePoint),
    first: months[0] ?? null,
    last: months.at(-1) ?? null,
    unreadable,
  }
}
