import { barX, type PlotOptions, text } from '@observablehq/plot'
import { type RefObject, useMemo } from 'react'
import { type Profile, sourceClasses } from '../../annotations/across/profile.ts'
import { MarkedPlot } from '../plots/marked-plot.tsx'
import { useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { isolated, nameIn, outletName, percent, shortened } from './names.ts'
import type { View } from './use-view.ts'

type Props = { view: View<Profile>; svg: RefObject<SVGSVGElement | null> }
const inks = {
  named: 'teal',
  institution: 'blue',
  anonymous: 'rose',
  agency: 'amber',
  other: 'brown',
  own: 'grey',
} as const

/** Whom each outlet cites, and how it names them. */
export function ProfileTab({ view: { value, busy }, svg }: Props) {
  const say = useSay()
  return (
    <div className="across-view" aria-busy={busy}>
      {value && value.rows.length === 0 && <p className="nothing-yet">{say('across.none')}</p>}
      {value && value.rows.length > 0 && <ProfileFound found={value} svg={svg} />}
    </div>
  )
}

function ProfileFound({ found, svg }: { found: Profile; svg: Props['svg'] }) {
  const say = useSay()
  const filter = useAcross(state => state.filter)
  const settings = useSession(session => session.settings)
  const words = JSON.stringify([settings.language, settings.numerals])
  const { options, bars } = useMemo(() => {
    const reverse = words !== '' && language() === 'ar'
    const bars = found.rows.flatMap(row =>
      sourceClasses
        .filter(id => row.sources[id] > 0)
        .map(id => ({
          outlet: row.outlet,
          id,
          share: row.sources[id] / row.statements,
          count: row.sources[id],
        })),
    )
    const options: PlotOptions = {
      width: 1080,
      height: 50 + found.rows.length * 40,
      ...(reverse ? { marginRight: 190, marginLeft: 20 } : { marginLeft: 190, marginRight: 20 }),
      className: 'plot',
      x: { domain: [0, 1], reverse, axis: null },
      y: {
        domain: found.rows.map(({ outlet }) => outlet),
        axis: reverse ? 'right' : 'left',
        label: null,
        tickSize: 0,
        tickFormat: (outlet: string) => isolated(shortened(outletName(outlet), 26)),
      },
      color: { type: 'identity' },
      marks: [
        barX(bars, {
          x: 'share',
          y: 'outlet',
          fill: (bar: (typeof bars)[number]) => `var(--${inks[bar.id]})`,
          insetTop: 5,
          insetBottom: 5,
          insetLeft: 1,
        }),
        text(found.rows, {
          x: 1,
          y: 'outlet',
          text: row => formatNumber(row.statements),
          textAnchor: reverse ? 'end' : 'start',
          dx: reverse ? -3 : 3,
          fontSize: 11,
        }),
      ],
    }
    return { options, bars }
  }, [found, words])
  const open = (outlet: string) =>
    useAcross.setState({
      opened: {
        title: outletName(outlet),
        filter: { ...filter, outlets: [outlet] },
        by: 'outlet',
      },
    })
  return (
    <>
      <ul className="plot-legend">
        {sourceClasses.map(id => (
          <li key={id}>
            <span className={`legend-mark ${inks[id]}`} aria-hidden="true" />
            {say(`across.class.${id}`)}
          </li>
        ))}
      </ul>
      <MarkedPlot
        options={options}
        svg={svg}
        summary={say('dashboard.numbers')}
        onMark={(_, at) => {
          const bar = bars[at]
          if (bar) open(bar.outlet)
        }}
      >
        <table>
          <thead>
            <tr>
              <th>{say('filter.outlet')}</th>
              {sourceClasses.map(id => (
                <th key={id}>{say(`across.class.${id}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.rows.map(row => (
              <tr key={row.outlet}>
                <td>
                  <bdi>{outletName(row.outlet)}</bdi>
                </td>
                {sourceClasses.map(id => (
                  <td key={id}>
                    {formatNumber(row.sources[id])} {percent(row.sources[id], row.statements)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </MarkedPlot>
      <div className="plot-table across-profile">
        <table data-testid="profile">
          <thead>
            <tr>
              <th>{say('filter.outlet')}</th>
              <th>{say('across.statements-head')}</th>
              <th>{say('across.class.anonymous')}</th>
              <th>{say('across.via-media')}</th>
              <th>{say('across.relayed')}</th>
              <th>{say('across.direct')}</th>
              <th>{say('across.cited')}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map(row => (
              <tr key={row.outlet}>
                <td>
                  <Button kind="quiet" onPress={() => open(row.outlet)} data-testid="outlet">
                    <bdi>{outletName(row.outlet)}</bdi>
                  </Button>
                </td>
                <td>{formatNumber(row.statements)}</td>
                <td>{percent(row.sources.anonymous, row.statements)}</td>
                <td>{percent(row.viaMedia, row.statements)}</td>
                <td>{percent(row.relayed, row.statements)}</td>
                <td>{percent(row.direct + row.mixed, row.statements)}</td>
                <td className="cited">
                  {row.cited.slice(0, 5).map(({ key, name, statements }) => (
                    <span key={key}>
                      <bdi>{shortened(nameIn(name), 40)}</bdi> {formatNumber(statements)}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
