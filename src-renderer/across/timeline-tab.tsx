import { type RefObject, useMemo, useState } from 'react'
import type { Timeline } from '../../annotations/across/timeline.ts'
import { MarkedPlot } from '../plots/marked-plot.tsx'
import { useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import { readLine } from './lines-panel.tsx'
import { dateWords, nameIn, partyName, shortened, stanceName } from './names.ts'
import { type Domain, isoOf, timelinePlot, usualDomain, wholeDomain } from './timeline-plot.ts'
import type { View } from './use-view.ts'

type Props = { view: View<Timeline>; svg: RefObject<SVGSVGElement | null> }

/** Rows of the table; what is beyond is in the file. */
const inTable = 300

/** When each says it ends: the days that claims speak of, a lane each who speaks. */
export function TimelineTab({ view: { value, busy }, svg }: Props) {
  const say = useSay()
  const { by, end } = useAcross(state => state.timeline)
  const event = useAcross(state => state.filter.event)
  const propositions = useSession(session => session.propositions)
  const tops = propositions.filter(({ parent }) => parent === undefined)
  return (
    <div className="across-view" aria-busy={busy}>
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
              { id: '', name: say('filter.any') },
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
      {value && <TimelineFound found={value} svg={svg} />}
    </div>
  )
}

function TimelineFound({ found, svg }: { found: Timeline; svg: Props['svg'] }) {
  const say = useSay()
  const usual = useMemo(() => usualDomain(found), [found])
  const [zoomed, setZoomed] = useState<Domain>()
  const domain = zoomed ?? usual
  const settings = useSession(session => session.settings)
  const words = JSON.stringify([settings.language, settings.numerals, settings.calendar])
  const options = useMemo(
    () => (domain && words ? timelinePlot(found, domain) : undefined),
    [found, domain, words],
  )
  const left = (
    <p className="hint">
      {say('across.timeline-left', {
        dateless: found.dateless,
        unplaced: found.unplaced,
        unpublished: found.unpublished,
      })}
    </p>
  )
  if (found.statements === 0) return <p className="nothing-yet">{say('across.none')}</p>
  if (!options || !domain)
    return (
      <>
        <p className="nothing-yet">{say('across.no-dates')}</p>
        {left}
      </>
    )
  const [from, to] = domain
  const zoom = (share: number) => {
    const half = ((to - from) * share) / 2
    const middle = (from + to) / 2
    setZoomed([middle - half, middle + half])
  }
  const move = (share: number) => setZoomed([from + (to - from) * share, to + (to - from) * share])
  const laneName = new Map(found.lanes.map(lane => [lane.key, partyName(lane)]))
  return (
    <>
      <div className="across-zoom" role="toolbar" aria-label={say('across.zoom')}>
        <Button onPress={() => move(-0.3)}>{say('across.earlier')}</Button>
        <Button onPress={() => move(0.3)}>{say('across.later')}</Button>
        <Button onPress={() => zoom(0.5)} data-testid="zoom-in">
          {say('across.zoom-in')}
        </Button>
        <Button onPress={() => zoom(2)}>{say('across.zoom-out')}</Button>
        <Button onPress={() => setZoomed(wholeDomain(found))}>{say('across.zoom-all')}</Button>
        {zoomed && (
          <Button kind="quiet" onPress={() => setZoomed(undefined)}>
            {say('across.zoom-back')}
          </Button>
        )}
        <span className="hint" data-testid="timeline-domain">
          {say('across.domain', {
            from: formatPublished(isoOf(from)),
            to: formatPublished(isoOf(to)),
          })}
        </span>
      </div>
      <ul className="plot-legend">
        {(['for', 'against', 'neutral'] as const).map(side => (
          <li key={side}>
            <span className={`side-mark ${side}`} aria-hidden="true" />
            {say(`across.side.${side}`)}
          </li>
        ))}
        <li>{say('across.legend-bands')}</li>
      </ul>
      <MarkedPlot
        options={options}
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
      >
        <table>
          <thead>
            <tr>
              <th>{say('across.who')}</th>
              <th>{say('across.when')}</th>
              <th>{say('across.published')}</th>
              <th>{say('across.stance')}</th>
              <th>{say('across.claim')}</th>
            </tr>
          </thead>
          <tbody>
            {found.marks.slice(0, inTable).map(mark => (
              <tr key={`${mark.line.key} ${mark.value} ${mark.from} ${mark.mod}`}>
                <td>
                  <bdi>{laneName.get(mark.lane)}</bdi>
                </td>
                <td>
                  <bdi>
                    {dateWords(mark.value)}
                    {mark.mod ? ` (${say(`across.mod.${modOf(mark.mod)}`)})` : ''}
                  </bdi>
                </td>
                <td>
                  <bdi>
                    {mark.line.published
                      ? formatPublished(mark.line.published)
                      : say('across.undated')}
                  </bdi>
                </td>
                <td>{stanceName(mark.line.stance)}</td>
                <td>
                  <Button kind="quiet" onPress={() => readLine(mark.line)}>
                    <bdi lang={language()}>{shortened(mark.line.quote, 90)}</bdi>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </MarkedPlot>
      {left}
    </>
  )
}

const mods = {
  BEFORE: 'before',
  ON_OR_BEFORE: 'by',
  AFTER: 'after',
  ON_OR_AFTER: 'from',
  START: 'start',
  MID: 'mid',
  END: 'end',
} as const
const isMod = (mod: string): mod is keyof typeof mods => Object.hasOwn(mods, mod)
const modOf = (mod: string) => (isMod(mod) ? mods[mod] : 'about')
