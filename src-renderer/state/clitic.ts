import { beginningsOf } from '../../annotations/model/written-form.ts'
import { snappings } from '../../annotations/model/written-form-shape.ts'
import { say } from '../strings/words.ts'
import { annotationById } from './actions.ts'
import { moveEnd } from './adjust.ts'
import { selected, useEditor } from './editor.ts'
import { announce } from './session.ts'
import { namesNow } from './stem.ts'

/**
 * The next way of taking a word: all of it, without what is written to it (و ف ب ك ل س), without its article, and all of
 * it again. Ways that begin at one place are one.
 */
function cycled(text: string, start: number): number {
  const ways = beginningsOf(text, start, namesNow())
  if (!ways) return start
  const places = [...new Set(snappings.map(way => ways[way]))]
  const next = places[(places.indexOf(start) + 1) % places.length] ?? start
  const way = snappings.findLast(way => ways[way] === next)
  if (places.length > 1 && way) announce(say(`clitic.${way}`))
  return next
}

/** Word, with its article, stem: of the selection if there is one, else of the annotation at hand. */
export function toggleClitic(): boolean {
  const { open, selection, current } = useEditor.getState()
  if (!open) return false
  const { text } = open.document
  const { start, end } = selected(selection)
  const annotation = annotationById(current)
  if (start < end) {
    const next = cycled(text, start)
    useEditor.setState({ selection: { anchor: Math.min(next, end), focus: end } })
  } else if (annotation) {
    const from = annotation.spans[0]?.start ?? 0
    moveEnd(annotation.id, 'start', cycled(text, from))
  } else return false
  return true
}
