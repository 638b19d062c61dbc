import { memo, type RefObject, useMemo } from 'react'
import type { AcrossFilter } from '../../annotations/across/filter.ts'
import type { Network, NetworkNode, NetworkTie } from '../../annotations/across/network.ts'
import { MarkedPlot } from '../plots/marked-plot.tsx'
import { useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { isolated, nameIn, shortened } from './names.ts'
import { networkPlot, tieGroup } from './network-plot.ts'
import { networkStops, tieWords } from './network-stops.ts'
import { NetworkTable } from './network-table.tsx'
import { NoClaims } from './no-claims.tsx'
import type { View } from './use-view.ts'
import { ViewHead } from './view-head.tsx'

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
      <div className="across-top">
        <ViewHead tab="network">{say(`across.network-hint.${wishes.kind}`)}</ViewHead>
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
            {/* Only what is summed over two can be divided by what the two say. */}
            {wishes.kind !== 'affiliation' && (
              <Toggle
                isSelected={wishes.normalise === 'average'}
                onChange={on => change({ normalise: on ? 'average' : 'none' })}
              >
                {say('across.normalise')}
              </Toggle>
            )}
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
      </div>
      {value && <NetworkFound found={value} svg={svg} />}
    </div>
  )
}

type FoundProps = { found: Network; svg: Props['svg'] }

/** Nothing of it is made again while another is waited for. */
const NetworkFound = memo(function NetworkFound({ found, svg }: FoundProps) {
  const say = useSay()
  const settings = useSession(session => session.settings)
  const words = JSON.stringify([settings.language, settings.numerals])
  const isEmpty = useAcross(state => state.facets?.statements === 0)
  const { options, stops } = useMemo(
    () =>
      words
        ? { options: networkPlot(found), stops: networkStops(found) }
        : { options: undefined, stops: [] },
    [found, words],
  )
  const show = (title: string, own: AcrossFilter) =>
    useAcross.setState(({ filter }) => ({
      opened: { title, filter: { ...filter, ...own }, by: 'actor' },
    }))
  const open = (node: NetworkNode) =>
    show(nameIn(node.name), node.type === 'actor' ? { actors: [node.key] } : { subject: node.key })
  if (found.nodes.length === 0 || !options)
    return isEmpty ? <NoClaims /> : <p className="nothing-yet">{say('across.no-network')}</p>
  const nameOf = (key: string) =>
    isolated(shortened(nameIn(found.nodes.find(node => node.key === key)?.name ?? { ar: key }), 70))
  const openTie = ({ a, b }: NetworkTie) =>
    found.kind === 'affiliation'
      ? show(`${nameOf(a)} · ${nameOf(b)}`, { actors: [a], subject: b })
      : show(`${nameOf(a)} · ${nameOf(b)}`, { between: [a, b] })
  return (
    <>
      <p className="hint" data-testid="network-counts">
        {say('across.network-counts', {
          nodes: found.nodes.length,
          ties: found.ties.length,
          all: found.allTies,
          communities: found.communities,
        })}
        {found.allActors > found.drawnActors &&
          ` ${say('across.actors-shown', { shown: found.drawnActors, all: found.allActors })}`}
      </p>
      <ul className="plot-legend">
        {(['for', 'against', 'both'] as const)
          .flatMap(side => found.ties.find(tie => tie.side === side) ?? [])
          .map(tie => (
            <li key={tie.side}>
              <span className={`tie-mark ${tie.side}`} aria-hidden="true" />
              {tieWords(found, tie)}
            </li>
          ))}
        <li>{say('across.legend-network')}</li>
      </ul>
      <MarkedPlot
        options={options}
        title={say('across.network-title')}
        stops={stops}
        keys={say('across.keys-network')}
        svg={svg}
        summary={say('across.table', { count: found.nodes.length })}
        onMark={(group, at) => {
          const [node, tie] = [found.nodes[at], found.ties[at]]
          if (group === tieGroup) tie && openTie(tie)
          else if (node) open(node)
        }}
      >
        <NetworkTable found={found} open={open} />
      </MarkedPlot>
    </>
  )
})
