import { beginningsOf } from '../../annotations/model/written-form.ts'
import { snappings } from '../../annotations/model/written-form-shape.ts'
import { cliticBeforeQuote } from '../../annotations/text/clitic-before-quote.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { closed } from '../../annotations/text/widen.ts'
import { say } from '../strings/words.ts'
import { annotationById } from './actions.ts'
import { moveFirst } from './adjust.ts'
import { selected, useEditor } from './editor.ts'
import { announce } from './session.ts'
import { namesNow } from './stem.ts'

/**
 * The next way of taking a word: all of it, without what is written to it (و ف ب ك ل س), without its article, and all of
 * it again. Ways that begin at one place are one.
 */
function cycled(text: string, { start, end }: Stretch): Stretch {
  const ways = beginningsOf(text, start, namesNow())
  if (!ways) return { start, end }
  const places = [...new Set(snappings.map(way => ways[way]))]
  const next = places[(places.indexOf(start) + 1) % places.length] ?? start
  const way = snappings.findLast(way => ways[way] === next)
  if (places.length > 1 && way) announce(say(`clitic.${way}`))
  // The mark that closes a quotation comes and goes with the one that opens it.
  const quoted = start < ways['with-article'] && closed(text, { start, end: end - 1 }).end === end
  const bare = quoted ? end - 1 : end
  // Of a clitic taken alone, before a mark, the way on is the name it is written to.
  const name = next < bare ? undefined : cliticBeforeQuote(text, start)?.name
  return closed(text, { start: next, end: name?.end ?? Math.max(next, bare) })
}

/** Word, with its article, stem: of the selection if there is one, else of the annotation at hand. */
export function toggleClitic(): boolean {
  const { open, selection, current } = useEditor.getState()
  if (!open) return false
  const { text } = open.document
  const { start, end } = selected(selection)
  const annotation = annotationById(current)
  if (start < end) {
    const next = cycled(text, { start, end })
    useEditor.setState({ selection: { anchor: next.start, focus: next.end } })
  } else if (annotation) {
    const [first] = annotation.spans
    const next = first && cycled(text, first)
    if (next)
      moveFirst(annotation.id, annotation.spans.length > 1 ? { ...next, end: first.end } : next)
  } else return false
  return true
}
