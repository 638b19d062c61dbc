import { memo, type RefObject, useMemo } from 'react'
import type { AcrossFilter } from '../../annotations/across/filter.ts'
import type { Profile, ProfileRow } from '../../annotations/across/profile.ts'
import { sourceClasses } from '../../annotations/across/source-class.ts'
import { MarkedPlot } from '../plots/marked-plot.tsx'
import { useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { nameIn, outletName, percent, shortened } from './names.ts'
import { NoClaims } from './no-claims.tsx'
import { OutletTable } from './outlet-table.tsx'
import { barName, barsOf, classInks, profilePlot, profileStops } from './profile-plot.ts'
import type { View } from './use-view.ts'
import { ViewHead } from './view-head.tsx'

type Props = { view: View<Profile>; svg: RefObject<SVGSVGElement | null> }

/** Whom each outlet cites, and how it names them. */
export function ProfileTab({ view: { value, busy }, svg }: Props) {
  return (
    <div className="across-view" aria-busy={busy}>
      <ViewHead tab="profile" />
      {value && value.rows.length === 0 && <NoClaims />}
      {value && value.rows.length > 0 && <ProfileFound found={value} svg={svg} />}
    </div>
  )
}

type FoundProps = { found: Profile; svg: Props['svg'] }

/** Nothing of it is made again while another is waited for. */
const ProfileFound = memo(function ProfileFound({ found, svg }: FoundProps) {
  const say = useSay()
  const settings = useSession(session => session.settings)
  const words = JSON.stringify([settings.language, settings.numerals])
  const { options, bars, stops } = useMemo(() => {
    const bars = words === '' ? [] : barsOf(found)
    return { options: profilePlot(found, bars), bars, stops: profileStops(bars) }
  }, [found, words])
  const show = (title: string, own: AcrossFilter) =>
    useAcross.setState(({ filter }) => ({
      opened: { title, filter: { ...filter, ...own }, by: 'outlet' },
    }))
  const open = (outlet: string) => show(outletName(outlet), { outlets: [outlet] })
  const share = (of: (row: ProfileRow) => number) => (row: ProfileRow) =>
    percent(of(row), row.statements)
  return (
    <>
      <ul className="plot-legend">
        {sourceClasses.map(id => (
          <li key={id}>
            <span className={`legend-mark ${classInks[id]}`} aria-hidden="true" />
            {say(`across.class.${id}`)}
          </li>
        ))}
      </ul>
      <MarkedPlot
        options={options}
        title={say('across.profile-title')}
        stops={stops}
        keys={say('across.keys-profile')}
        svg={svg}
        summary={say('dashboard.numbers')}
        onMark={(_, at) => {
          const bar = bars[at]
          if (bar) show(barName(bar), { outlets: [bar.outlet], source: bar.id })
        }}
      >
        <OutletTable
          rows={found.rows}
          open={open}
          columns={sourceClasses.map(id => ({
            name: say(`across.class.${id}`),
            of: row =>
              `${formatNumber(row.sources[id])} ${percent(row.sources[id], row.statements)}`,
          }))}
          testid="profile-classes"
        />
      </MarkedPlot>
      <div className="plot-table across-profile">
        <OutletTable
          rows={found.rows}
          open={open}
          columns={[
            { name: say('across.statements-head'), of: row => formatNumber(row.statements) },
            { name: say('across.class.anonymous'), of: share(row => row.sources.anonymous) },
            { name: say('across.via-media'), of: share(row => row.viaMedia) },
            { name: say('across.relayed'), of: share(row => row.relayed) },
            { name: say('across.direct'), of: share(row => row.direct + row.mixed) },
            { name: say('across.cited'), of: row => <Cited row={row} /> },
          ]}
          testid="profile"
        />
      </div>
      {found.allRows > found.rows.length && (
        <p className="hint">
          {say('across.rows-shown', { shown: found.rows.length, all: found.allRows })}
        </p>
      )}
    </>
  )
})

function Cited({ row }: { row: ProfileRow }) {
  return (
    <span className="cited">
      {row.cited.slice(0, 5).map(({ key, name, statements }) => (
        <span key={key}>
          <bdi>{shortened(nameIn(name), 40)}</bdi> {formatNumber(statements)}
        </span>
      ))}
    </span>
  )
}
