import type { Kept } from '../exchange/foreign.ts'
import { shortName } from '../exchange/label-feature.ts'
import { splitAt } from './escapes.ts'
import { cell, type Reading, stacked, stackedValue } from './tsv-cells.ts'
import type { Layer } from './tsv-layers.ts'
import type { TsvRow } from './tsv-rows.ts'

/** Chains: an annotation for each link, and a relation from each to the next. */
export function readChains(layer: Layer, rows: readonly TsvRow[], to: Reading) {
  const links = new Map<string, { key: string; place: number; label: string | undefined }[]>()
  // The header says which of the two columns comes first; INCEpTION writes the relation before the type.
  const linkAt = layer.features.find(({ name }) => name === 'referenceRelation')?.at ?? 1
  const typeAt = layer.features.find(({ name }) => name === 'referenceType')?.at ?? 1 - linkAt
  for (const row of rows) {
    const types = stacked(cell(row, layer, typeAt))
    const names = splitAt(cell(row, layer, linkAt), '|')
    for (const [n, { said, number }] of types.entries()) {
      const match = /^(.*?)->(\d+)-(\d+)$/.exec(names[n] ?? '')
      const chain = match?.[2] ?? String(number ?? 0)
      const place = Number(match?.[3] ?? n)
      const key = `${layer.first}:chain:${chain}-${place}`
      const known = to.annotations.get(key)
      if (known) {
        known.to = Math.max(known.to, row.end)
        continue
      }
      const label = said ?? shortName(layer.name)
      const relation = stackedValue(match?.[1] ?? '*').said
      const kept: Kept = {
        layer: layer.name,
        ...(said !== undefined && { feature: 'referenceType' }),
        chain: Number(chain),
        ...(relation !== undefined && { relation }),
      }
      to.annotations.set(key, {
        id: key,
        label,
        flat: new Map(),
        spans: [],
        kept,
        from: row.start,
        to: row.end,
      })
      links.set(chain, [...(links.get(chain) ?? []), { key, place, label: relation }])
    }
  }
  for (const chain of links.values()) {
    chain.sort((a, b) => a.place - b.place)
    for (const [at, link] of chain.entries()) {
      const next = chain[at + 1]
      if (next)
        to.relations.push({
          type: link.label ?? shortName(layer.name),
          from: link.key,
          to: next.key,
          kept: { next: true },
        })
    }
  }
}
