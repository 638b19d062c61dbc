import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import { dice } from '../agreement/dice.ts'
import {
  type Affiliation,
  affiliationOf,
  type Normalisation,
  type Projection,
  projected,
  type Said,
} from './affiliation.ts'
import type { AcrossCorpus } from './corpus.ts'
import { type AcrossFilter, matching } from './filter.ts'
import { type Places, placesOf } from './network-places.ts'
import { type ChainEnd, type Party, speakerOf } from './statement.ts'

export const networkKinds = ['affiliation', 'congruence', 'conflict', 'subtract'] as const
export type NetworkKind = (typeof networkKinds)[number]

export type NetworkNode = {
  key: string
  type: 'actor' | 'concept'
  name: Party['name']
  kind: string | null
  statements: number
  /** Ties; their summed weight, of subtract also its sign; shortest ways through it (Brandes, not normalised, ties unweighted). */
  degree: number
  strength: number
  betweenness: number
  /** Numbered from the largest, 0; of the ties that join, not of those that part. */
  community: number
  /** −1 to 1. */
  x: number
  y: number
}
export type NetworkTie = {
  a: string
  b: string
  weight: number
  side: 'for' | 'against' | 'both'
}
export type Network = {
  kind: NetworkKind
  nodes: NetworkNode[]
  ties: NetworkTie[]
  statements: number
  /** Actors there are, and how many of them are looked at; ties there are, of which the threshold may leave some out. */
  allActors: number
  drawnActors: number
  allTies: number
  communities: number
}

export type NetworkAsked = {
  kind: NetworkKind
  end: ChainEnd
  normalise: Normalisation
  /** Ties of less weight (without their sign) are left out. */
  least: number
  /** Mentions the register does not know are taken as actors, too. */
  unnamed: boolean
  /** Clusters of claims that were not coded are concepts, too. */
  uncoded: boolean
}

/** Actors beyond this are left out, those with fewest statements first: no one reads more on a screen. */
const mostActors = 120
const seed = 1

type Drawn = { nodes: Omit<NetworkNode, keyof Measured>[]; ties: NetworkTie[] }
type Measured = Pick<NetworkNode, 'degree' | 'strength' | 'betweenness' | 'community' | 'x' | 'y'>

/** Degree, betweenness, communities and places of a graph; the same graph begun at the same places, the same answer. */
export const measured = (drawn: Drawn, from?: Places): NetworkNode[] => laidOut(drawn, from).nodes

function laidOut({ nodes, ties }: Drawn, from?: Places): { nodes: NetworkNode[]; places: Places } {
  if (nodes.length === 0) return { nodes: [], places: {} }
  const graph = new UndirectedGraph()
  const chance = dice(seed)
  for (const { key } of nodes) graph.addNode(key)
  // What parts two is no bond between them: communities and places follow what joins.
  for (const { a, b, weight, side } of ties)
    graph.addEdge(a, b, { weight, bond: side === 'against' ? 0 : Math.abs(weight) })
  const between = betweennessCentrality(graph, { normalized: false, getEdgeWeight: null })
  const joined = graph.copy()
  joined.forEachEdge((edge, { bond }) => {
    if (bond === 0) joined.dropEdge(edge)
  })
  const groups =
    joined.size === 0
      ? Object.fromEntries(nodes.map(({ key }, at) => [key, at]))
      : louvain(joined, { getEdgeWeight: 'bond', rng: chance.unit })
  const places = placesOf(graph, from)
  const [across, down] = (['x', 'y'] as const).map(axis => {
    const all = Object.values(places).map(place => place[axis])
    return {
      middle: (Math.max(...all) + Math.min(...all)) / 2,
      half: (Math.max(...all) - Math.min(...all)) / 2,
    }
  })
  /** A place on an axis, from -1 to 1: the drawing has no room to waste. */
  const within = (value: number, axis: typeof across) =>
    axis && axis.half > 1e-9 ? (value - axis.middle) / axis.half : 0
  const ranks = rankedGroups(groups)
  const placed = nodes.map((node): NetworkNode => {
    const place = places[node.key] ?? { x: 0, y: 0 }
    return {
      ...node,
      degree: graph.degree(node.key),
      strength: graph.reduceEdges(
        node.key,
        (sum: number, _edge: string, { weight }: { weight?: number }) => sum + (weight ?? 0),
        0,
      ),
      betweenness: between[node.key] ?? 0,
      community: ranks.get(groups[node.key] ?? -1) ?? 0,
      x: within(place.x, across),
      y: within(place.y, down),
    }
  })
  return { nodes: placed, places }
}

function rankedGroups(groups: Readonly<Record<string, number>>): Map<number, number> {
  const sizes = new Map<number, { size: number; first: string }>()
  for (const [key, group] of Object.entries(groups)) {
    const known = sizes.get(group)
    if (!known) sizes.set(group, { size: 1, first: key })
    else {
      known.size++
      if (key < known.first) known.first = key
    }
  }
  const order = [...sizes].sort(([, a], [, b]) => b.size - a.size || (a.first < b.first ? -1 : 1))
  return new Map(order.map(([group], rank) => [group, rank]))
}

function affiliationTies({ stands }: Affiliation): NetworkTie[] {
  return [...stands].flatMap(([a, own]) =>
    [...own].map(
      ([b, stand]): NetworkTie => ({
        a,
        b,
        weight: stand.for + stand.against,
        side: stand.for === 0 ? 'against' : stand.against === 0 ? 'for' : 'both',
      }),
    ),
  )
}

const projectedTies = (
  affiliation: Affiliation,
  kind: Projection,
  normalise: Normalisation,
): NetworkTie[] =>
  projected(affiliation, kind, normalise).map(tie => ({
    ...tie,
    side: kind === 'conflict' || tie.weight < 0 ? 'against' : 'for',
  }))

/** Where the nodes of all statements stand, by what is asked of them. */
const wholes = new WeakMap<AcrossCorpus, Map<string, Places>>()

/** A node is looked for where it stood: what a filter or a threshold leaves stands where it stands among all. */
function startOf(corpus: AcrossCorpus, filter: AcrossFilter, asked: NetworkAsked) {
  const whole: NetworkAsked = { ...asked, normalise: 'none', least: 0 }
  if (Object.keys(filter).length === 0 && asked.least === 0 && asked.normalise === 'none')
    return undefined
  const known = () => wholes.get(corpus)?.get(wholeKey(whole))
  if (!known()) networkOf(corpus, {}, whole)
  return known()
}

const wholeKey = ({ kind, end, unnamed, uncoded }: NetworkAsked) =>
  [kind, end, unnamed, uncoded].join(' ')

export function networkOf(
  corpus: AcrossCorpus,
  filter: AcrossFilter,
  asked: NetworkAsked,
): Network {
  const { kind, end, normalise, least, unnamed, uncoded } = asked
  const statements = matching(corpus, filter)
  const said: Said[] = []
  const counts = new Map<string, number>()
  for (const statement of statements) {
    const concept = corpus.subjects.of.get(statement.key) ?? ''
    if (statement.side === 'neutral' || (!uncoded && !concept.startsWith('p:'))) continue
    const party = speakerOf(statement, end)
    if (!party.registered && !unnamed) continue
    said.push({ party, concept, side: statement.side })
    for (const key of [party.key, concept]) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const everyone = new Set(said.map(({ party }) => party.key))
  const loudest = [...everyone].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  )
  const shown = new Set(loudest.slice(0, mostActors))
  const affiliation = affiliationOf(said.filter(({ party }) => shown.has(party.key)))
  // A concept that one actor alone speaks of joins nobody.
  const speakers = new Map<string, number>()
  for (const own of affiliation.stands.values())
    for (const concept of own.keys()) speakers.set(concept, (speakers.get(concept) ?? 0) + 1)
  const isTie = ({ b }: NetworkTie) => b.startsWith('p:') || (speakers.get(b) ?? 0) > 1
  const all =
    kind === 'affiliation'
      ? affiliationTies(affiliation).filter(isTie)
      : projectedTies(affiliation, kind, normalise)
  const ties = all.filter(({ weight }) => Math.abs(weight) >= least)
  const tied = new Set(ties.flatMap(({ a, b }) => [a, b]))
  const actors = [...affiliation.actors.values()]
    .filter(({ key }) => tied.has(key))
    .map(({ key, name, kind }) => ({ key, type: 'actor' as const, name, kind }))
  const concepts = [...affiliation.concepts.keys()]
    .filter(key => tied.has(key))
    .map(key => ({
      key,
      type: 'concept' as const,
      name: corpus.subjects.all.get(key)?.text ?? { ar: key },
      kind: corpus.subjects.all.get(key)?.code ?? null,
    }))
  const nodes = [...actors, ...concepts]
    .map(node => ({ ...node, statements: counts.get(node.key) ?? 0 }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const from = startOf(corpus, filter, asked)
  const { nodes: placed, places } = laidOut({ nodes, ties }, from)
  if (!from) {
    const known = wholes.get(corpus) ?? new Map<string, Places>()
    wholes.set(corpus, known.set(wholeKey(asked), places))
  }
  return {
    kind,
    nodes: placed,
    ties,
    statements: said.length,
    allActors: everyone.size,
    drawnActors: shown.size,
    allTies: all.length,
    communities: new Set(placed.map(({ community }) => community)).size,
  }
}
