import { memo, type RefObject, useMemo, useState } from 'react'
import type { Timeline } from '../../annotations/across/timeline.ts'
import { MarkedPlot, type Stop } from '../plots/marked-plot.tsx'
import { useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import { readLine } from './lines-panel.tsx'
import { nameIn, shortened } from './names.ts'
import { NoClaims } from './no-claims.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import { type Domain, timelinePlot, timeOf, usualDomain, wholeDomain } from './timeline-plot.ts'
import { TimelineTable } from './timeline-table.tsx'
import { timelineStops } from './timeline-words.ts'
import { TimelineZoom } from './timeline-zoom.tsx'
import type { View } from './use-view.ts'
import { ViewHead } from './view-head.tsx'

type Props = { view: View<Timeline>; svg: RefObject<SVGSVGElement | null> }

/** When each says it ends: the days that claims speak of, a lane each who speaks. */
export function TimelineTab({ view: { value, busy }, svg }: Props) {
  const say = useSay()
  const { by, end } = useAcross(state => state.timeline)
  const event = useAcross(state => state.filter.event)
  const propositions = useSession(session => session.propositions)
  const tops = propositions.filter(({ parent }) => parent === undefined)
  return (
    <div className="across-view" aria-busy={busy}>
      <div className="across-top">
        <ViewHead tab="timeline" />
        <div className="across-wishes">
          <Segments
            label={say('across.lanes')}
            options={(['actor', 'outlet'] as const).map(id => ({
              id,
              name: say(`across.columns.${id}`),
            }))}
            value={by}
            onChange={by => useAcross.setState({ timeline: { by, end } })}
            testid="timeline-by"
          />
          {tops.length > 0 && (
            <Select
              label={say('across.event')}
              options={[
                { id: '', name: say('across.every-event') },
                ...tops.map(({ id, code, text }) => ({
                  id: `p:${id}`,
                  name: `${code} ${shortened(nameIn(text), 60)}`,
                })),
              ]}
              value={event ?? ''}
              onChange={id =>
                useAcross.setState(({ filter }) => {
                  const { event: _, ...rest } = filter
                  return { filter: id === '' ? rest : { ...rest, event: id } }
                })
              }
              testid="timeline-event"
            />
          )}
        </div>
      </div>
      {value && <TimelineFound found={value} svg={svg} />}
    </div>
  )
}

type FoundProps = { found: Timeline; svg: Props['svg'] }

/** Nothing of it is made again while another is waited for. */
const TimelineFound = memo(function TimelineFound({ found, svg }: FoundProps) {
  const say = useSay()
  const usual = useMemo(() => usualDomain(found), [found])
  const [zoomed, setZoomed] = useState<Domain>()
  /** A day that one end of the stretch to be shown was set at by keyboard. */
  const [held, setHeld] = useState<{ day: number }>()
  const domain = zoomed ?? usual
  const settings = useSession(session => session.settings)
  const words = JSON.stringify([settings.language, settings.numerals, settings.calendar])
  const { options, stops } = useMemo(
    () =>
      domain && words
        ? { options: timelinePlot(found, domain), stops: timelineStops(found, domain) }
        : { options: undefined, stops: [] },
    [found, domain, words],
  )
  const left = (
    <p className="hint" data-testid="timeline-left">
      {say('across.timeline-left', {
        dateless: found.dateless,
        unplaced: found.unplaced,
        unpublished: found.unpublished,
      })}
      {found.allMarks > found.marks.length &&
        ` ${say('across.dates-shown', { shown: found.marks.length, all: found.allMarks })}`}
      {found.allLanes > found.lanes.length &&
        ` ${say('across.lanes-shown', { shown: found.lanes.length, all: found.allLanes })}`}
    </p>
  )
  if (found.statements === 0) return <NoClaims />
  if (!options || !domain)
    return (
      <>
        <p className="nothing-yet">{say('across.no-dates')}</p>
        {left}
      </>
    )
  const [from, to] = domain
  const zoom = (share: number, around = (from + to) / 2) => {
    const half = ((to - from) * share) / 2
    setZoomed([around - half, around + half])
  }
  const move = (share: number) => setZoomed([from + (to - from) * share, to + (to - from) * share])
  const all = () => setZoomed(wholeDomain(found))
  /** By keyboard one comes closer to the mark one is at. */
  const acts: Record<string, (at: number | undefined) => void> = {
    '+': at => zoom(0.5, at),
    '=': at => zoom(0.5, at),
    '-': at => zoom(2, at),
    PageUp: () => move(-0.3),
    PageDown: () => move(0.3),
    '0': () => setZoomed(undefined),
    '*': all,
  }
  function key(pressed: string, stop: Stop | undefined) {
    const mark = stop && found.marks[stop.at]
    const ends = mark && [mark.from ?? mark.to, mark.to ?? mark.from].map(end => timeOf(end ?? ''))
    const [first, last] = ends ?? []
    if (pressed === ' ' && first !== undefined && last !== undefined) {
      if (held) setZoomed([Math.min(held.day, first), Math.max(held.day, last)])
      setHeld(held ? undefined : { day: first })
      return true
    }
    const act = acts[pressed]
    act?.(first !== undefined && last !== undefined ? (first + last) / 2 : undefined)
    return act !== undefined
  }
  return (
    <>
      <TimelineZoom
        domain={domain}
        hidden={found.marks.length - stops.length}
        zoomed={zoomed !== undefined}
        zoom={share => zoom(share)}
        move={move}
        all={all}
        back={() => setZoomed(undefined)}
      />
      <TimelineLegend />
      <MarkedPlot
        options={options}
        title={say('across.timeline-title')}
        stops={stops}
        keys={held ? say('across.keys-held') : say('across.keys-timeline')}
        svg={svg}
        summary={say('across.table', { count: found.marks.length })}
        onMark={(_, at) => {
          const mark = found.marks[at]
          if (mark) readLine(mark.line)
        }}
        onBrush={(one, two) => {
          const ends = [one, two].map(end => (end instanceof Date ? end.getTime() : Number(end)))
          setZoomed([Math.min(...ends), Math.max(...ends)])
        }}
        onKey={key}
      >
        <TimelineTable found={found} />
      </MarkedPlot>
      {left}
    </>
  )
})
