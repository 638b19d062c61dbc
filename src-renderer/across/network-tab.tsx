import { type RefObject, useMemo } from 'react'
import type { Network, NetworkNode } from '../../annotations/across/network.ts'
import { MarkedPlot } from '../plots/marked-plot.tsx'
import { useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { kindName, nameIn, shortened } from './names.ts'
import { inkOf, networkPlot } from './network-plot.ts'
import type { View } from './use-view.ts'

const kinds = ['affiliation', 'congruence', 'conflict', 'subtract'] as const

type Props = { view: View<Network>; svg: RefObject<SVGSVGElement | null> }

/** Who says what with whom: actors and what they say, or actors tied by agreeing and disagreeing. */
export function NetworkTab({ view: { value, busy }, svg }: Props) {
  const say = useSay()
  const wishes = useAcross(state => state.network)
  const change = (more: Partial<typeof wishes>) =>
    useAcross.setState({ network: { ...wishes, ...more }, opened: undefined })
  return (
    <div className="across-view" aria-busy={busy}>
      <div className="across-wishes">
        <Segments
          label={say('across.network')}
          options={kinds.map(id => ({ id, name: say(`across.network.${id}`) }))}
          value={wishes.kind}
          onChange={kind => change({ kind })}
          testid="network-kind"
        />
        <TextField
          label={say('across.least')}
          defaultValue={String(wishes.least)}
          onChange={typed => {
            const least = Number(typed)
            if (Number.isFinite(least) && least >= 0) change({ least })
          }}
          inputMode="decimal"
          direction="ltr"
          testid="network-least"
        />
        <div className="across-toggles">
          <Toggle
            isSelected={wishes.normalise === 'average'}
            onChange={on => change({ normalise: on ? 'average' : 'none' })}
          >
            {say('across.normalise')}
          </Toggle>
          <Toggle
            isSelected={wishes.uncoded}
            onChange={uncoded => change({ uncoded })}
            testid="network-uncoded"
          >
            {say('across.with-uncoded')}
          </Toggle>
          <Toggle isSelected={wishes.unnamed} onChange={unnamed => change({ unnamed })}>
            {say('across.with-unnamed')}
          </Toggle>
        </div>
      </div>
      <p className="hint">{say(`across.network-hint.${wishes.kind}`)}</p>
      {value && <NetworkFound found={value} svg={svg} />}
    </div>
  )
}

function NetworkFound({ found, svg }: { found: Network; svg: Props['svg'] }) {
  const say = useSay()
  const filter = useAcross(state => state.filter)
  const settings = useSession(session => session.settings)
  const words = JSON.stringify([settings.language, settings.numerals])
  const options = useMemo(() => (words ? networkPlot(found) : undefined), [found, words])
  const open = (node: NetworkNode | undefined) => {
    if (!node) return
    const own = node.type === 'actor' ? { actors: [node.key] } : { subject: node.key }
    useAcross.setState({
      opened: { title: nameIn(node.name), filter: { ...filter, ...own }, by: 'actor' },
    })
  }
  if (found.nodes.length === 0 || !options)
    return <p className="nothing-yet">{say('across.no-network')}</p>
  const byKey = new Map(found.nodes.map(node => [node.key, node]))
  const order = [...found.nodes].sort(
    (a, b) => b.degree - a.degree || b.betweenness - a.betweenness,
  )
  return (
    <>
      <p className="hint" data-testid="network-counts">
        {say('across.network-counts', {
          nodes: found.nodes.length,
          ties: found.ties.length,
          all: found.allTies,
          communities: found.communities,
        })}
      </p>
      <ul className="plot-legend">
        {(['for', 'against', 'both'] as const)
          .filter(side => found.ties.some(tie => tie.side === side))
          .map(side => (
            <li key={side}>
              <span className={`tie-mark ${side}`} aria-hidden="true" />
              {say(
                `across.tie.${found.kind === 'affiliation' ? side : side === 'for' ? 'agree' : 'disagree'}`,
              )}
            </li>
          ))}
        <li>{say('across.legend-network')}</li>
      </ul>
      <MarkedPlot
        options={options}
        svg={svg}
        summary={say('across.table', { count: found.nodes.length })}
        onMark={(group, at) => {
          if (group !== 'link') open(found.nodes[at])
          else open(byKey.get(found.ties[at]?.a ?? ''))
        }}
      >
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
                  <Button kind="quiet" onPress={() => open(node)} data-testid="node">
                    <bdi>{shortened(nameIn(node.name), 70)}</bdi>
                  </Button>
                </td>
                <td>{node.type === 'concept' ? say('across.concept') : kindName(node.kind)}</td>
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
      </MarkedPlot>
    </>
  )
}
