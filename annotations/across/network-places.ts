import type { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

/** By node. */
export type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>

/** Rounds of pushing and pulling: from a circle, and where nodes stand well already and only what went is missing. */
const rounds = { anew: 200, settled: 50 }
/** Of more nodes, those far away push as one (Barnes & Hut 1986; the wider the angle, the more of them do): as good to see. */
const many = 150
const angle = 1.2

/**
 * Where nodes stand so that what is bound (`bond`) is near, by force (Jacomy et al. 2014, ForceAtlas2). `from`: where they
 * stood before; who stood nowhere begins on a circle around the others.
 */
export function placesOf(graph: UndirectedGraph, from: Places = {}): Places {
  const nodes = graph.nodes()
  const known = nodes.flatMap(node => from[node] ?? [])
  const reach = Math.max(1, ...known.map(({ x, y }) => Math.hypot(x, y)))
  for (const [at, node] of nodes.entries()) {
    const turn = (2 * Math.PI * at) / nodes.length
    const { x, y } = from[node] ?? { x: reach * Math.cos(turn), y: reach * Math.sin(turn) }
    graph.mergeNodeAttributes(node, { x, y })
  }
  const [first] = nodes
  if (nodes.length < 2) return first === undefined ? {} : { [first]: { x: 0, y: 0 } }
  return forceAtlas2(graph, {
    iterations: known.length * 2 > nodes.length ? rounds.settled : rounds.anew,
    getEdgeWeight: 'bond',
    settings: {
      ...forceAtlas2.inferSettings(graph),
      adjustSizes: false,
      gravity: 1.5,
      barnesHutOptimize: graph.order > many,
      barnesHutTheta: angle,
    },
  })
}
