import { useState } from 'react'
import { decimals } from '../../../annotations/agreement/figure-text.ts'
import { figureWords } from '../../../annotations/agreement/figure-words.ts'
import type { AgreementReport, FigureId } from '../../../annotations/agreement/report-shape.ts'
import { reportWords } from '../../../annotations/agreement/report-words.ts'
import { language, useSay } from '../../strings/words.ts'
import { BidiText } from '../../ui/bidi-text.tsx'
import { Segments } from '../../ui/segments.tsx'
import { heat } from './heat.ts'

const choices = [
  'f1-strict',
  'f1-relaxed',
  'token-alpha',
  'token-kappa',
] as const satisfies readonly FigureId[]
type Choice = (typeof choices)[number]

/** Who agrees with whom: annotators against annotators, by one measure at a time. */
export function HeatMap({ report }: { report: AgreementReport }) {
  const say = useSay()
  const [by, setBy] = useState<Choice>('f1-strict')
  const people = report.annotators.map(({ name }) => name)
  const between = (a: string, b: string) => {
    const pair = report.byPair.find(
      ({ one, two }) => (one === a && two === b) || (one === b && two === a),
    )
    const result = pair?.figures.find(({ id }) => id === by)?.result
    return result?.kind === 'value' ? result.value : undefined
  }
  return (
    <div className="heat-map">
      <Segments<Choice>
        label={say('agreement.by')}
        options={choices.map(id => ({ id, name: figureWords[id].name[language()] }))}
        value={by}
        onChange={setBy}
        testid="heat-by"
      />
      <table className="figure-grid" data-testid="heat-map">
        <caption className="visually-hidden">{reportWords.byPair[language()]}</caption>
        <thead>
          <tr>
            <td />
            {people.map(name => (
              <th key={name} scope="col">
                <BidiText>{name}</BidiText>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(a => (
            <tr key={a}>
              <th scope="row">
                <BidiText>{a}</BidiText>
              </th>
              {people.map(b => {
                const value = a === b ? undefined : between(a, b)
                return (
                  <td key={b} className={value === undefined ? 'off' : 'heat'} style={heat(value)}>
                    {value !== undefined && (
                      <span className="figure" dir="ltr">
                        {decimals(value)}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
