import { findFolded } from '../../annotations/arabic/find-folded.ts'
import { type Folded, fold } from '../../annotations/arabic/fold.ts'
import { say } from '../strings/words.ts'
import { noticeCaret } from './actions.ts'
import { moveCaret, type Selection, selected, useEditor } from './editor.ts'
import { reader } from './focus-places.ts'
import { announce } from './session.ts'

const set = useEditor.setState
const get = useEditor.getState

/** A document's text is folded once, when it is first searched. */
const folded = new WeakMap<object, Folded>()
export function foldedText(): Folded | undefined {
  const { open } = get()
  if (!open) return undefined
  const known = folded.get(open.document) ?? fold(open.document.text)
  folded.set(open.document, known)
  return known
}

/** What was searched for last; asked for again it is looked for from the caret. */
let lastQuery = ''

export function startFinding(): boolean {
  const { open, selection } = get()
  if (!open) return false
  set({ finding: { origin: selection } })
  return true
}

/** As letters are typed: the first match at or after where the caret stood. */
export function findFrom(origin: Selection, query: string): boolean {
  const text = foldedText()
  if (!text) return false
  lastQuery = query
  const match = findFolded(text, query, selected(origin).start)
  if (!match) {
    set({ found: undefined })
    moveCaret(origin.focus)
    return query.trim() === ''
  }
  set({ found: match })
  moveCaret(match.start)
  return true
}

/** The next match of the same words, or the one before. */
export function findAgain(by: 1 | -1, times: number): boolean {
  const text = foldedText()
  if (!text) return false
  let at = get().selection.focus
  for (let left = times; left > 0; left--) {
    const match = findFolded(text, lastQuery, by === 1 ? at + 1 : at, by)
    if (!match) {
      announce(say('find.none', { query: lastQuery }))
      return true
    }
    at = match.start
    set({ found: match })
  }
  moveCaret(at)
  noticeCaret()
  return true
}

/** Stay at the match; `extend` selects from where the caret stood to the match's end, back to front if it lies before. */
export function finishFinding(extend: boolean): void {
  const { finding, found } = get()
  const origin = finding?.origin
  set({ finding: undefined })
  if (extend && origin && found) {
    const { start } = selected(origin)
    const [anchor, focus] =
      found.end > start ? [start, found.end] : [selected(origin).end, found.start]
    set({ selection: { anchor, focus }, found: undefined })
  } else noticeCaret()
  reader.focus()
}

/** Back to where the caret stood. */
export function leaveFinding(): void {
  const { finding, reveal } = get()
  if (finding) set({ selection: finding.origin, reveal: reveal + 1 })
  set({ finding: undefined, found: undefined })
  reader.focus()
}
