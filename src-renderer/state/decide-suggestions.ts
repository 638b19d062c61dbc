import { type Annotation, extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import { suggestionsLike, takeSuggestions } from '../../annotations/suggest/open-suggestions.ts'
import { suggestionKey } from '../../annotations/suggest/suggestion-key.ts'
import { call } from '../bridge.ts'
import { language, say } from '../strings/words.ts'
import { type Beside, make, useEditor } from './editor.ts'
import { addExceptions, learn } from './register.ts'
import { announce, fail, useSession } from './session.ts'
import { shownSuggestions, suggestionAt, useLayer, waitingSuggestions } from './suggestion-layer.ts'

const labelName = (id: string) =>
  useSession.getState().project?.project.scheme.labels.find(label => label.id === id)?.name[
    language()
  ] ?? id

/** Bring a suggestion to hand, with the caret at its beginning. */
export function goToSuggestion(one: Annotation): void {
  const { start } = extentOf(one)
  useLayer.setState({ shown: true, at: suggestionKey(one) })
  useEditor.setState(({ reveal }) => ({
    selection: { anchor: start, focus: start },
    current: undefined,
    reveal: reveal + 1,
  }))
  announce(say('suggestions.at', { label: labelName(one.label), quote: quoteOf(one) }))
}

/** The next one after the one at hand or the caret; from the last to the first. */
export function nextSuggestion(by: 1 | -1): boolean {
  const { open, selection } = useEditor.getState()
  if (!open) return false
  const list = waitingSuggestions(open)
  useLayer.setState({ shown: true })
  if (list.length === 0) {
    announce(say('suggestions.none'))
    return true
  }
  const here = list.findIndex(one => suggestionKey(one) === useLayer.getState().at)
  const after = list.findIndex(one => extentOf(one).start >= selection.focus)
  const from = here !== -1 ? here + by : by === 1 ? after : (after === -1 ? list.length : after) - 1
  const next = list[(from + list.length) % list.length] ?? list[0]
  if (next) goToSuggestion(next)
  return true
}

/** What is learned of a mention that is accepted as somebody's. */
function teach({ label, attributes, ...one }: Annotation): void {
  const { actor } = attributes
  if (label === 'actor' && typeof actor === 'string') void learn(actor, quoteOf(one))
}

/**
 * Make decisions of suggestions, each with all it needs, in one step that undo takes back; `beside` goes back and forth
 * with it.
 */
export function acceptSuggestions(chosen: readonly Annotation[], beside?: Beside): void {
  const { open, loading } = useEditor.getState()
  const suggestions = open && shownSuggestions(open)
  if (!open || !suggestions || loading || chosen.length === 0) return
  const [next] = waitingSuggestions(open).filter(
    one => !chosen.includes(one) && extentOf(one).start >= extentOf(chosen[0] as Annotation).start,
  )
  make(takeSuggestions(open.set, suggestions, chosen), 'edit', beside)
  for (const one of chosen) teach(one)
  useLayer.setState({ at: next && suggestionKey(next) })
  announce(say('suggestions.accepted', { count: chosen.length }))
  if (next && useLayer.getState().shown) goToSuggestion(next)
}

/** Rules that guess from the words alone that somebody is meant. */
const guessed = ['name', 'surname', 'group', 'register']

/** A rejected one never returns; a string that names nobody is no mention anywhere. */
export async function rejectSuggestions(chosen: readonly Annotation[]): Promise<void> {
  const { open } = useEditor.getState()
  const { project, annotator } = useSession.getState()
  const [first] = chosen
  if (!open || !project || !first) return
  const list = waitingSuggestions(open)
  const next = list[list.indexOf(first) + 1]
  const keys = chosen.map(suggestionKey)
  // A state or a title is somebody elsewhere; a name that the rules guessed is nobody. Asked now: she may be in another
  // article when the rejection is written.
  const rules = shownSuggestions(open)?.rules
  const nobody = chosen.filter(
    one => one.label === 'actor' && guessed.includes(rules?.get(one.id) ?? ''),
  )
  useLayer.setState(({ rejected }) => ({ rejected: new Set([...rejected, ...keys]) }))
  announce(say('suggestions.rejected'))
  if (next && useLayer.getState().shown) goToSuggestion(next)
  const about = { project: project.folder, documentId: open.document.id, annotator }
  const kept = await call('suggest.reject', { ...about, add: keys })
  if (!kept.ok) {
    useLayer.setState(({ rejected }) => ({
      rejected: new Set([...rejected].filter(one => !keys.includes(one))),
    }))
    return fail(kept.failure)
  }
  if (nobody.length > 0) await addExceptions(nobody.map(quoteOf))
}

const atHand = (): Annotation | undefined => {
  const { open } = useEditor.getState()
  return open && suggestionAt(open)
}

/** By key: with none at hand the next one is brought to hand first. */
export function acceptAtHand(): boolean {
  const one = atHand()
  if (!one) return nextSuggestion(1)
  acceptSuggestions([one])
  return true
}

export function acceptLikeAtHand(): boolean {
  const { open } = useEditor.getState()
  const one = atHand()
  if (!open || !one) return nextSuggestion(1)
  acceptSuggestions(suggestionsLike(waitingSuggestions(open), one))
  return true
}

export function rejectAtHand(): boolean {
  const one = atHand()
  if (!one) return nextSuggestion(1)
  void rejectSuggestions([one])
  return true
}
