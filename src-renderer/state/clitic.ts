import { cliticsOf } from '../../annotations/arabic/clitics.ts'
import { wordAt } from '../../annotations/text/boundaries.ts'
import { annotationById } from './actions.ts'
import { moveEnd } from './adjust.ts'
import { selected, useEditor } from './editor.ts'

/** A beginning at its word's own beginning goes past what is written to the word (و ف ب ك ل س), and back again. */
function toggled(text: string, start: number): number {
  const word = wordAt(text, start)
  if (!word) return start
  const { withArticle } = cliticsOf(text.slice(word.start, word.end))
  return start === word.start ? word.start + withArticle : word.start
}

/** With or without the clitic: of the selection if there is one, else of the annotation at hand, else of a word taken. */
export function toggleClitic(): boolean {
  const { open, selection, current } = useEditor.getState()
  if (!open) return false
  const { text } = open.document
  const { start, end } = selected(selection)
  const annotation = annotationById(current)
  if (start < end) {
    const next = toggled(text, start)
    useEditor.setState({ selection: { anchor: Math.min(next, end), focus: end } })
  } else if (annotation) {
    const from = annotation.spans[0]?.start ?? 0
    moveEnd(annotation.id, 'start', toggled(text, from))
  } else return false
  return true
}
