import { dot, link, type PlotOptions, text } from '@observablehq/plot'
import type { Network, NetworkNode } from '../../annotations/across/network.ts'
import { markClass } from '../plots/mark-ring.ts'
import { isolated, nameIn, shortened } from './names.ts'

/** The names by which marks are known when they are pressed. */
export const tieGroup = 'tie'
export const nodeGroup = ({ type }: NetworkNode) => (type === 'actor' ? 'actor' : 'concept')

const width = 1080
/** A few nodes need no room for many. */
const heightOf = (nodes: readonly NetworkNode[]) => Math.min(560, 160 + nodes.length * 22)
const [marginX, marginY] = [130, 34]

/** Inks of labels, one a community; the last for all beyond. */
const inks = ['teal', 'amber', 'violet', 'blue', 'green', 'brown', 'grey']
export const inkOf = (community: number) => inks[Math.min(community, inks.length - 1)] ?? 'grey'
const sideInk = { for: 'var(--teal)', against: 'var(--rose)', both: 'var(--amber)' }

/** Letters are about this wide (px at 12 px); labels that would lie on each other are left to the table. */
const letter = 6.4
const row = 15

const labelOf = (node: NetworkNode) =>
  node.type === 'concept'
    ? isolated(`${node.kind === null ? '' : `${node.kind} `}${shortened(nameIn(node.name), 34)}`)
    : isolated(shortened(nameIn(node.name), 26))

/** Which nodes have room for their names, those of most weight first. */
function labelled(nodes: readonly NetworkNode[]): Set<string> {
  const height = heightOf(nodes)
  const x = (node: NetworkNode) => marginX + ((node.x + 1) / 2) * (width - 2 * marginX)
  const y = (node: NetworkNode) => marginY + ((1 - node.y) / 2) * (height - 2 * marginY)
  const order = [...nodes].sort((a, b) => b.degree - a.degree || b.statements - a.statements)
  const boxes: { left: number; right: number; y: number }[] = []
  const found = new Set<string>()
  for (const node of order) {
    const half = (labelOf(node).length * letter) / 2
    const box = { left: x(node) - half, right: x(node) + half, y: y(node) - 13 }
    const isFree = boxes.every(
      other => box.right < other.left || box.left > other.right || Math.abs(box.y - other.y) >= row,
    )
    if (!isFree) continue
    boxes.push(box)
    found.add(node.key)
  }
  return found
}

export function networkPlot({ nodes, ties }: Network): PlotOptions {
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const most = Math.max(1e-9, ...ties.map(({ weight }) => Math.abs(weight)))
  const named = labelled(nodes)
  const place = (key: string, axis: 'x' | 'y') => byKey.get(key)?.[axis] ?? 0
  const radius = ({ degree }: NetworkNode) => 5 + Math.min(11, Math.sqrt(degree) * 2)
  return {
    width,
    height: heightOf(nodes),
    marginLeft: marginX,
    marginRight: marginX,
    marginTop: marginY,
    marginBottom: marginY,
    className: 'plot',
    x: { domain: [-1, 1], axis: null },
    y: { domain: [-1, 1], axis: null },
    r: { type: 'identity' },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [
      ...(['for', 'against', 'both'] as const).map(side =>
        link(ties, {
          x1: ({ a }) => place(a, 'x'),
          y1: ({ a }) => place(a, 'y'),
          x2: ({ b }) => place(b, 'x'),
          y2: ({ b }) => place(b, 'y'),
          className: markClass(tieGroup),
          filter: tie => tie.side === side,
          stroke: sideInk[side],
          strokeOpacity: 0.5,
          strokeWidth: ({ weight }) => 0.8 + (3.2 * Math.abs(weight)) / most,
          // Conflict is dashed: colour alone tells nobody who does not see it.
          ...(side === 'against' && { strokeDasharray: '5 4' }),
        }),
      ),
      dot(nodes, {
        x: 'x',
        y: 'y',
        r: radius,
        className: markClass('actor'),
        fill: ({ community }) => `var(--${inkOf(community)})`,
        stroke: 'var(--surface)',
        strokeWidth: 1.5,
        filter: ({ type }) => type === 'actor',
      }),
      dot(nodes, {
        x: 'x',
        y: 'y',
        r: radius,
        symbol: 'square',
        className: markClass('concept'),
        fill: 'var(--surface)',
        stroke: ({ community }) => `var(--${inkOf(community)})`,
        strokeWidth: 2,
        filter: ({ type }) => type === 'concept',
      }),
      ...(['actor', 'concept'] as const).map(type =>
        text(nodes, {
          x: 'x',
          y: 'y',
          dy: -15,
          text: labelOf,
          className: markClass(type),
          filter: node => node.type === type && named.has(node.key),
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4,
          fontSize: 12,
          fontWeight: 600,
        }),
      ),
    ],
  }
}
