import { Button } from 'react-aria-components'
import { quoteOf } from '../../annotations/model/annotation.ts'
import type { Label } from '../../annotations/model/scheme.ts'
import {
  acceptSuggestions,
  goToSuggestion,
  rejectSuggestions,
} from '../state/decide-suggestions.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { useLayer, waitingSuggestions } from '../state/suggestion-layer.ts'
import { useSay } from '../strings/words.ts'

/** As many rows as are of use at once; deciding some brings the next. */
const shown = 40

/** What the rules suggest of one label: to be accepted or rejected one by one, or all. */
export function SuggestedList({ open, label }: { open: OpenDocument; label: Label }) {
  const say = useSay()
  const loading = useEditor(editor => editor.loading)
  // New renderings when something is rejected, or the register changes.
  useLayer()
  useSession(session => session.actors)
  if (loading) return null
  const list = waitingSuggestions(open).filter(one => one.label === label.id)
  if (list.length === 0) return null
  return (
    <section className="suggested" data-testid={`suggested-${label.id}`}>
      <header>
        <h2>{say('suggestions.title', { count: list.length })}</h2>
        <Button className="button" onPress={() => acceptSuggestions(list)}>
          {say('suggestions.accept-all')}
        </Button>
      </header>
      <ul>
        {list.slice(0, shown).map(one => (
          <li key={one.id}>
            <button type="button" className="suggested-place" onClick={() => goToSuggestion(one)}>
              <bdi className="list-quote">{quoteOf(one)}</bdi>
            </button>
            <Button
              className="button"
              aria-label={say('suggestions.accept-one', { quote: quoteOf(one) })}
              onPress={() => acceptSuggestions([one])}
            >
              {say('suggestions.accept')}
            </Button>
            <Button
              className="button quiet"
              aria-label={say('suggestions.reject-one', { quote: quoteOf(one) })}
              onPress={() => void rejectSuggestions([one])}
            >
              {say('suggestions.reject')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
