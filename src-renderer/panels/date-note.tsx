import { Button } from 'react-aria-components'
import { dateOfSpan } from '../../annotations/model/date-of-span.ts'
import type { DateValue } from '../../annotations/model/date-value.ts'
import { anchorAt } from '../../annotations/model/document-anchors.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { datesOf } from '../state/article-dates.ts'
import { useEditor } from '../state/editor.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { sayConflict } from './date-conflict.ts'
import { sayDate, sayRule } from './date-words.ts'

type Props = { value: DateValue; place: Stretch; onChange: (value: DateValue) => void }

/** A date in words, how it came about, what speaks against it, and, where it counts from a day nobody gave, the way to give it. */
export function DateNote({ value, place, onChange }: Props) {
  const say = useSay()
  const document = useEditor(({ open }) => open?.document)
  if (!document) return null
  const anchor = anchorAt(document, place.start)
  const rule = sayRule(value)
  const asks =
    !anchor.day &&
    value.decided === 'rule' &&
    value.value.includes('X') &&
    value.type !== 'DURATION' &&
    value.type !== 'SET'
  const found = datesOf(document).find(date => date.start < place.end && place.start < date.end)
  const conflict = found && sayConflict(found)
  const counted =
    value.decided === 'person'
      ? dateOfSpan(datesOf(document), document.text, place, anchor.day)
      : undefined
  return (
    <div className="date-note" data-testid="date-note">
      <p dir="auto">{sayDate(value)}</p>
      {rule && (
        <p className="date-rule">
          {rule} {anchor.unsure && value.anchor === anchor.day && say('date.anchor-unsure')}
        </p>
      )}
      {conflict && (
        <p className="date-conflict" role="note" data-testid="date-conflict">
          {conflict}
        </p>
      )}
      {counted && counted.value !== value.value && (
        <p className="date-rule">
          <Button className="quiet" onPress={() => onChange(counted)} data-testid="date-automatic">
            {say('date.automatic', { date: sayDate(counted) })}
          </Button>
        </p>
      )}
      {asks && (
        <p className="date-rule">
          {say(anchor.stretch ? 'date.no-anchor-here' : 'date.no-anchor')}{' '}
          <Button
            className="quiet"
            onPress={() => showDialog('metadata')}
            data-testid="give-anchor"
          >
            {say('date.give-anchor')}
          </Button>
        </p>
      )}
    </div>
  )
}
