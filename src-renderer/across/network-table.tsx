import type { Network, NetworkNode } from '../../annotations/across/network.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { nameIn, shortened } from './names.ts'
import { inkOf } from './network-plot.ts'
import { nodeKind } from './network-stops.ts'

type Props = { found: Network; open(node: NetworkNode): void }

/** The nodes of the network with their measures, those of most ties first. */
export function NetworkTable({ found, open }: Props) {
  const say = useSay()
  const order = [...found.nodes].sort(
    (a, b) => b.degree - a.degree || b.betweenness - a.betweenness,
  )
  return (
    <table>
      <thead>
        <tr>
          <th>{say('across.node')}</th>
          <th>{say('across.kind')}</th>
          <th>{say('across.statements-head')}</th>
          <th>{say('across.degree')}</th>
          <th>{say('across.strength')}</th>
          <th>{say('across.betweenness')}</th>
          <th>{say('across.community')}</th>
        </tr>
      </thead>
      <tbody>
        {order.map(node => (
          <tr key={node.key}>
            <td>
              <button
                type="button"
                className="button quiet"
                onClick={() => open(node)}
                data-testid="node"
              >
                <bdi>{shortened(nameIn(node.name), 70)}</bdi>
              </button>
            </td>
            <td>{nodeKind(node)}</td>
            <td>{formatNumber(node.statements)}</td>
            <td>{formatNumber(node.degree)}</td>
            <td>{formatNumber(Math.round(node.strength * 100) / 100)}</td>
            <td>{formatNumber(Math.round(node.betweenness * 100) / 100)}</td>
            <td>
              <span className={`legend-mark ${inkOf(node.community)}`} aria-hidden="true" />{' '}
              {formatNumber(node.community + 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
