import {
  figureInterval,
  figureRemarks,
  figureValue,
} from '../../../annotations/agreement/figure-text.ts'
import { figureWords } from '../../../annotations/agreement/figure-words.ts'
import type { Figure } from '../../../annotations/agreement/report-shape.ts'
import { reportWords } from '../../../annotations/agreement/report-words.ts'
import { formatNumber, language } from '../../strings/words.ts'
import { IntervalBar } from './interval-bar.tsx'

/** A figure a line, with its interval, its units, and a sentence on how to read it. */
export function FigureTable({ figures }: { figures: readonly Figure[] }) {
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  return (
    <table className="figure-table">
      <thead>
        <tr>
          <th scope="col">{word('measure')}</th>
          <th scope="col">{word('value')}</th>
          <th scope="col">{word('interval')}</th>
          <th scope="col">{word('units')}</th>
          <th scope="col">{word('reading')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(figure => {
          const { name, reading } = figureWords[figure.id]
          const remarks = figureRemarks(figure, language())
          return (
            <tr key={figure.id} data-testid={`figure-${figure.id}`}>
              <th scope="row">{name[language()]}</th>
              <td>
                <span className="figure" dir="ltr">
                  {figureValue(figure)}
                </span>
              </td>
              <td>
                <IntervalBar figure={figure} />
                <span className="figure range" dir="ltr">
                  {figureInterval(figure)}
                </span>
              </td>
              <td>{formatNumber(figure.units)}</td>
              <td className="figure-reading">
                {reading[language()]}
                {remarks.map(remark => (
                  <span key={remark} className="figure-remark">
                    {remark}
                  </span>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
