import { memo } from 'react'
import type { Statistics } from '../../annotations/across/statistics.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { useSession } from '../state/session.ts'
import { formatNumber, language, useSay } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { stanceName } from './names.ts'
import { NoClaims } from './no-claims.tsx'
import type { View } from './use-view.ts'
import { ViewHead } from './view-head.tsx'

const statuses = ['in-progress', 'submitted', 'changes-requested', 'approved'] as const

/** What there is, how far it is, and what it took. */
export function StatisticsTab({ view: { value, busy } }: { view: View<Statistics> }) {
  return (
    <div className="across-view" aria-busy={busy}>
      <ViewHead tab="statistics" />
      {value && value.annotations === 0 && <NoClaims />}
      {value && <Figures found={value} />}
    </div>
  )
}

/** Nothing of it is made again while others are waited for. */
const Figures = memo(function Figures({ found }: { found: Statistics }) {
  const say = useSay()
  const scheme = useSession(session => session.project?.project.scheme)
  const { documents, published, claims, actors, dates } = found
  const span = (first: string | null, last: string | null) =>
    first === null && last === null
      ? say('across.nothing')
      : first !== null && first === last
        ? formatPublished(first)
        : say('across.domain', {
            from: first ? formatPublished(first) : '…',
            to: last ? formatPublished(last) : '…',
          })
  const figures: [string, string][] = [
    [say('across.figure.documents'), formatNumber(documents.all)],
    [say('across.figure.annotated'), formatNumber(documents.annotated)],
    [say('across.figure.words'), formatNumber(documents.words)],
    [say('across.figure.outlets'), formatNumber(documents.outlets)],
    [say('across.figure.annotations'), formatNumber(found.annotations)],
    [say('across.figure.claims'), formatNumber(claims.all)],
    [say('across.figure.coded'), formatNumber(claims.coded)],
    [say('across.figure.with-dates'), formatNumber(claims.withDates)],
    [
      say('across.figure.actors'),
      say('across.of', { part: actors.linked, whole: actors.register }),
    ],
    [say('across.figure.published'), span(published.first, published.last)],
    [say('across.figure.undated'), formatNumber(published.undated)],
    [say('across.figure.spoken-of'), span(dates.first, dates.last)],
  ]
  const most = Math.max(1, ...found.labels.map(({ count }) => count))
  return (
    <div className="across-statistics">
      <dl className="across-figures" data-testid="statistics">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className="plot-table">
        <h4 className="section-title">{say('across.labels-title')}</h4>
        <table>
          <thead>
            <tr>
              <th>{say('inspector.label')}</th>
              <th>{say('dashboard.count')}</th>
              <th>{say('across.per-thousand')}</th>
            </tr>
          </thead>
          <tbody>
            {found.labels.map(({ label, count, perThousandWords }) => (
              <tr key={label}>
                <td>
                  <bdi>{(scheme && labelOf(scheme, label)?.name[language()]) ?? label}</bdi>
                </td>
                <td>
                  <meter min={0} max={most} value={count} aria-hidden="true" />
                  {formatNumber(count)}
                </td>
                <td>{formatNumber(perThousandWords)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {claims.all > 0 && (
        <div className="plot-table">
          <h4 className="section-title">{say('across.stances-title')}</h4>
          <table>
            <tbody>
              {Object.entries(claims.byStance).map(([stance, count]) => (
                <tr key={stance}>
                  <th scope="row">{stanceName(stance)}</th>
                  <td>{formatNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.annotators.length > 0 && <Progress annotators={found.annotators} />}
    </div>
  )
})

/** Who is how far with what, and how long it took. */
function Progress({ annotators }: Pick<Statistics, 'annotators'>) {
  const say = useSay()
  return (
    <div className="plot-table wide">
      <h4 className="section-title">{say('across.progress-title')}</h4>
      <table>
        <thead>
          <tr>
            <th>{say('filter.annotator')}</th>
            <th>{say('across.figure.documents')}</th>
            <th>{say('across.figure.annotations')}</th>
            {statuses.map(status => (
              <th key={status}>{say(`status.${status}`)}</th>
            ))}
            <th>{say('across.time')}</th>
          </tr>
        </thead>
        <tbody>
          {annotators.map(one => (
            <tr key={one.annotator}>
              <td>
                <bdi>{one.annotator === 'gold' ? say('annotator.gold') : one.annotator}</bdi>
              </td>
              <td>{formatNumber(one.documents)}</td>
              <td>{formatNumber(one.annotations)}</td>
              {statuses.map(status => (
                <td key={status}>{formatNumber(one.status[status] ?? 0)}</td>
              ))}
              <td>
                {one.secondsPerDocument === null
                  ? say('across.no-time')
                  : say('across.minutes', {
                      minutes: Math.round(one.secondsPerDocument / 6) / 10,
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{say('across.time-hint')}</p>
    </div>
  )
}
