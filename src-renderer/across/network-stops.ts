import type { Network, NetworkNode, NetworkTie } from '../../annotations/across/network.ts'
import type { Stop } from '../plots/marked-plot.tsx'
import { formatNumber, say } from '../strings/words.ts'
import { isolated, kindName, nameIn, shortened } from './names.ts'
import { nodeGroup, tieGroup } from './network-plot.ts'

const rounded = (value: number) => formatNumber(Math.round(value * 100) / 100)

/** What kind of node, in words. */
export const nodeKind = ({ type, kind }: NetworkNode) =>
  type === 'concept' ? say('across.concept') : kindName(kind)

/** What a tie says: who says or denies what, or how two agree. */
export const tieWords = (network: Network, { side }: NetworkTie) =>
  say(`across.tie.${network.kind === 'affiliation' ? side : side === 'for' ? 'agree' : 'disagree'}`)

/** Nodes by the number of their ties, each with those of its ties that were not yet come to. */
export function networkStops(network: Network): Stop[] {
  const { nodes, ties } = network
  const names = new Map(nodes.map(node => [node.key, isolated(shortened(nameIn(node.name), 70))]))
  const tiesOf = new Map<string, number[]>()
  for (const [at, { a, b }] of ties.entries())
    for (const key of [a, b]) {
      const known = tiesOf.get(key)
      if (known) known.push(at)
      else tiesOf.set(key, [at])
    }
  const come = new Set<number>()
  return nodes
    .map((node, at) => ({ node, at }))
    .sort((x, y) => y.node.degree - x.node.degree || y.node.betweenness - x.node.betweenness)
    .flatMap(({ node, at }): Stop[] => {
      const fresh = (tiesOf.get(node.key) ?? []).filter(tie => !come.has(tie))
      for (const tie of fresh) come.add(tie)
      const own: Stop = {
        group: nodeGroup(node),
        at,
        row: node.key,
        says: () =>
          say('across.node-says', {
            name: names.get(node.key) ?? '',
            kind: nodeKind(node),
            statements: say('across.statements', { count: node.statements }),
            degree: node.degree,
            community: node.community + 1,
          }),
      }
      return [
        own,
        ...fresh.flatMap((at): Stop[] => {
          const tie = ties[at]
          if (!tie) return []
          const says = () =>
            say('across.tie-says', {
              a: names.get(tie.a) ?? '',
              b: names.get(tie.b) ?? '',
              tie: tieWords(network, tie),
              weight: rounded(tie.weight),
            })
          return [{ group: tieGroup, at, row: node.key, says }]
        }),
      ]
    })
}
