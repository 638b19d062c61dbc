import type { Annotation } from '../../model/annotation.ts'
import type { Places } from './tsv-places.ts'

export type Link = { chain: number; place: number }

/** Every link's chain and place in it, both counted from 1; chains in the order of the file they came from. */
export function chainsOf(
  annotations: readonly Annotation[],
  { layerOf, keptOf, next }: Places,
): Map<Annotation, Link> {
  const links = annotations.filter(one => layerOf(one)?.kind === 'chain')
  const followers = new Set([...next.values()].map(({ link }) => link))
  const wish = (one: Annotation) => {
    const chain = keptOf(one)?.chain
    return typeof chain === 'number' ? chain : Number.POSITIVE_INFINITY
  }
  const heads = links.filter(one => !followers.has(one))
  heads.sort((a, b) => (wish(a) === wish(b) ? 0 : wish(a) - wish(b)))
  const found = new Map<Annotation, Link>()
  let chain = 0
  // Links that lead back to themselves have no head: any of them is one.
  for (const head of [...heads, ...links]) {
    if (found.has(head)) continue
    chain++
    let place = 0
    for (let at: Annotation | undefined = head; at && !found.has(at); at = next.get(at)?.link)
      found.set(at, { chain, place: ++place })
  }
  return found
}
