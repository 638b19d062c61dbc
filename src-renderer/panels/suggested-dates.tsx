import { useEffect, useMemo } from 'react'
import { Button } from 'react-aria-components'
import { dateValueOf } from '../../annotations/model/date-of-span.ts'
import type { Label } from '../../annotations/model/scheme.ts'
import { type OpenDocument, select, useEditor } from '../state/editor.ts'
import { acceptDates, suggestedDates, useSuggesting } from '../state/suggested-dates.ts'
import { useSay } from '../strings/words.ts'
import { sayConflict } from './date-conflict.ts'
import { sayDate } from './date-words.ts'

/** As many rows as are of use at once; accepting some brings the next. */
const shown = 60

/** Dates that were found and not tagged: to be accepted one by one, or all. */
export function SuggestedDates({ open, label }: { open: OpenDocument; label: Label }) {
  const say = useSay()
  const loading = useEditor(editor => editor.loading)
  const dates = useMemo(() => suggestedDates(open, label), [open, label])
  useEffect(() => {
    useSuggesting.setState({ shown: true })
    return () => useSuggesting.setState({ shown: false })
  }, [])
  if (dates.length === 0 || loading) return null
  return (
    <section className="suggested" data-testid="suggested-dates">
      <header>
        <h2>{say('date.suggested', { count: dates.length })}</h2>
        <Button
          className="button"
          onPress={() => acceptDates(label, dates)}
          data-testid="accept-all"
        >
          {say('date.accept-all')}
        </Button>
      </header>
      <ul>
        {dates.slice(0, shown).map(date => (
          <li key={date.start} data-suggested={date.value}>
            <button
              type="button"
              className="suggested-place"
              onClick={() => {
                select(date.start, date.end)
                useEditor.setState(({ reveal }) => ({ reveal: reveal + 1 }))
              }}
            >
              <bdi className="list-quote">{date.text}</bdi>
              <bdi className="date-rule">{sayDate(dateValueOf(date))}</bdi>
              {date.conflict && <bdi className="date-conflict">{sayConflict(date)}</bdi>}
            </button>
            <Button
              className="button"
              aria-label={say('date.accept-one', { quote: date.text })}
              onPress={() => acceptDates(label, [date])}
            >
              {say('date.accept')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
