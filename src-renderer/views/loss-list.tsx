import { lossText } from '../../annotations/api/loss-text.ts'
import { type Losses, lossKinds } from '../../annotations/formats/exchange/losses.ts'
import { formatNumber, language } from '../strings/words.ts'

/** What a format cannot hold, a line a kind. */
export function LossList({ losses }: { losses: Losses }) {
  return (
    <ul className="losses" data-testid="losses">
      {lossKinds.map(kind => {
        const count = losses[kind]
        return count ? <li key={kind}>{lossText(kind, formatNumber(count), language())}</li> : null
      })}
    </ul>
  )
}
