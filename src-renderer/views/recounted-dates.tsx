import type { Recounted } from '../state/article-dates.ts'
import { useSay } from '../strings/words.ts'
import { BidiText } from '../ui/bidi-text.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

type Props = { list: readonly Recounted[]; onClose(): void }

/** What a new article date changed, value by value. */
export function RecountedDates({ list, onClose }: Props) {
  const say = useSay()
  return (
    <Dialog
      name="recounted"
      title={say('date.recounted')}
      onClose={onClose}
      footer={<Button onPress={onClose}>{say('failure.dismiss')}</Button>}
    >
      <p>{say('date.recounted-hint')}</p>
      <ul className="recounted" data-testid="recounted">
        {list.map(({ id, quote, before, now }) => (
          <li key={id}>
            <bdi>{quote}</bdi> <BidiText>{`${before} → ${now}`}</BidiText>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
