import { reportWords } from '../../../annotations/agreement/report-words.ts'
import { formatNumber, language } from '../../strings/words.ts'
import { BidiText } from '../../ui/bidi-text.tsx'
import { shareOfMost } from './heat.ts'

type Props = {
  one: string
  two: string
  counts: readonly (readonly number[])[]
  labels: readonly string[]
}

/** What the one marked, by what the other did there; the last row and column have no partner. */
export function ConfusionMatrix({ one, two, counts, labels }: Props) {
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  const names = [...labels, word('none')]
  const most = Math.max(1, ...counts.flat())
  return (
    <table className="figure-grid confusion" data-testid="confusion">
      <caption>
        {word('first')}: <BidiText>{one}</BidiText> · {word('second')}: <BidiText>{two}</BidiText>
      </caption>
      <thead>
        <tr>
          <td />
          {names.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, at) => (
          <tr key={names[at]}>
            <th scope="row">{names[at]}</th>
            {row.map((count, column) => (
              <td
                key={names[column]}
                className={at === column ? 'same' : 'other'}
                style={shareOfMost(count, most)}
              >
                {count > 0 && formatNumber(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
