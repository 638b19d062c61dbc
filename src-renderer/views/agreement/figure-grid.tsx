import type { ReactNode } from 'react'
import {
  figureInterval,
  figureRemarks,
  figureValue,
} from '../../../annotations/agreement/figure-text.ts'
import { figureWords } from '../../../annotations/agreement/figure-words.ts'
import type { Figure } from '../../../annotations/agreement/report-shape.ts'
import { formatNumber, language, useSay } from '../../strings/words.ts'
import { heat } from './heat.ts'

type Row = { key: string; name: ReactNode; cells?: readonly number[]; figures: readonly Figure[] }
type Props = { about: string; more?: readonly string[]; rows: readonly Row[] }

/** What scrolls sideways must be reached by keys to be scrolled by them. */
const scrolled = { tabIndex: 0 }

/** A row a thing, a column a measure; a cell the greener the more is agreed, and its number says so, too. */
export function FigureGrid({ about, more = [], rows }: Props) {
  const say = useSay()
  const ids = [...new Set(rows.flatMap(({ figures }) => figures.map(({ id }) => id)))]
  if (rows.length === 0) return <p className="hint">{say('agreement.no-rows')}</p>
  return (
    <section className="figure-scroll" aria-label={about} {...scrolled}>
      <table className="figure-grid">
        <thead>
          <tr>
            {[about, ...more].map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {ids.map(id => (
              <th key={id} scope="col" title={figureWords[id].reading[language()]}>
                {figureWords[id].name[language()]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells = [], figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={more[at]}>{formatNumber(cell)}</td>
              ))}
              {ids.map(id => (
                <Cell key={id} figure={figures.find(one => one.id === id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ figure }: { figure: Figure | undefined }) {
  if (!figure) return <td />
  const value = figure.result.kind === 'value' ? figure.result.value : undefined
  const about = [figureInterval(figure), ...figureRemarks(figure, language())].filter(Boolean)
  return (
    <td
      className={value === undefined ? undefined : 'heat'}
      style={heat(value)}
      title={about.join(' · ')}
    >
      <span className="figure" dir="ltr">
        {figureValue(figure)}
      </span>
    </td>
  )
}
