import { nextWordEdge, previousWordEdge, wordAt } from '../../annotations/text/boundaries.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { closed, widen } from '../../annotations/text/widen.ts'
import { selected, useEditor } from './editor.ts'

const get = useEditor.getState

/** What was selected before each widening, so that narrowing goes back the same way. */
let narrower: Stretch[] = []
let widest: Stretch | undefined

function take({ start, end }: Stretch): boolean {
  useEditor.setState(({ reveal }) => ({
    selection: { anchor: start, focus: end },
    reveal: reveal + 1,
  }))
  return true
}

/** The word at the caret or the next one, and with each more press one more. */
export function selectWords(times: number): boolean {
  const { open, selection } = get()
  if (!open) return false
  const { text } = open.document
  let { start, end } = selected(selection)
  let left = times
  if (start === end) {
    const edge = nextWordEdge(text, start)
    // At a word's end the next one is meant; the word just passed is taken by going back to it.
    const word = wordAt(text, edge === start ? start : edge - 1)
    if (!word) return false
    start = word.start
    end = word.end
    left--
  }
  for (; left > 0; left--) end = nextWordEdge(text, end)
  return take(closed(text, { start, end }))
}

/** Give the last word of the selection back. */
export function unselectWord(times: number): boolean {
  const { open, selection } = get()
  if (!open) return false
  const { text } = open.document
  const { start, end } = selected(selection)
  let to = end
  for (let left = times; left > 0 && to > start; left--) {
    const last = previousWordEdge(text, to)
    const before = last > start ? wordAt(text, previousWordEdge(text, last)) : undefined
    to = Math.max(start, before?.end ?? start)
  }
  return take(closed(text, { start, end: to }))
}

/** From the word to its clause, its quotation, its sentence, its paragraph. */
export function widenSelection(): boolean {
  const { open, selection } = get()
  if (!open) return false
  const now = selected(selection)
  if (now.start !== widest?.start || now.end !== widest.end) narrower = []
  const wider = widen(open.document.text, now)
  if (wider === now) return true
  narrower.push(now)
  widest = wider
  return take(wider)
}

/** Back to what was selected before it was widened. */
export function narrowSelection(): boolean {
  const { selection } = get()
  const now = selected(selection)
  if (now.start !== widest?.start || now.end !== widest.end) return true
  const before = narrower.pop()
  if (!before) return true
  widest = before
  return take(before)
}

export function selectAll(): boolean {
  const { open } = get()
  if (!open) return false
  useEditor.setState({ selection: { anchor: 0, focus: open.document.text.length } })
  return true
}
