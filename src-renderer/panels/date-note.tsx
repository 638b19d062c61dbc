import { Button } from 'react-aria-components'
import type { DateValue } from '../../annotations/model/date-value.ts'
import { anchorOf } from '../state/article-dates.ts'
import { useEditor } from '../state/editor.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { sayDate, sayRule } from './date-words.ts'

/** A date in words, how it came about, and, where it counts from a day nobody gave, the way to give it. */
export function DateNote({ value }: { value: DateValue }) {
  const say = useSay()
  const lacksAnchor = useEditor(({ open }) => open !== undefined && !anchorOf(open.document))
  const rule = sayRule(value)
  const asks =
    lacksAnchor &&
    value.decided === 'rule' &&
    value.value.includes('X') &&
    !value.value.startsWith('P')
  return (
    <div className="date-note" data-testid="date-note">
      <p dir="auto">{sayDate(value)}</p>
      {rule && <p className="date-rule">{rule}</p>}
      {asks && (
        <p className="date-rule">
          {say('date.no-anchor')}{' '}
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
