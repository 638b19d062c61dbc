import {
  nextGrapheme,
  nextWordEdge,
  previousGrapheme,
  previousWordEdge,
} from '../../annotations/text/boundaries.ts'
import { lineAt, nextSentenceEnd, previousSentenceStart } from '../../annotations/text/sentences.ts'
import { noticeCaret } from '../state/actions.ts'
import type { Command, How } from '../state/command.ts'
import { moveCaret, selected, useEditor } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import type { Chord } from '../state/keys.ts'
import type { Key } from '../strings/words.ts'
import { forgetGoal, lineEdge, lineFrom } from './line-moves.ts'

/** Where one step leads from an offset; the reader is there to ask about lines. */
type Step = (text: string, from: number, root: Element) => number

function paragraphAfter(text: string, from: number): number {
  const line = lineAt(text, from)
  if (from < line.end) return line.end
  const next = lineAt(text, Math.min(line.end + 1, text.length))
  return next.end
}

function paragraphBefore(text: string, from: number): number {
  const line = lineAt(text, from)
  return from > line.start ? line.start : lineAt(text, Math.max(line.start - 1, 0)).start
}

/** Moves up and down keep their place across; all others forget it. */
const vertical = new Set(['line-down', 'line-up', 'page-down', 'page-up'])

function go(id: string, step: Step, { extend, times }: How): boolean {
  const { open, selection } = useEditor.getState()
  const { root } = reader
  if (!open || !root) return false
  if (!vertical.has(id)) forgetGoal()
  const { start, end } = selected(selection)
  let at = selection.focus
  let left = times
  // As everywhere: an arrow without Shift leaves a selection at the end it points to.
  if (!extend && start < end && (id === 'forward' || id === 'backward')) {
    at = id === 'forward' ? end : start
    left--
  }
  for (; left > 0; left--) {
    const next = step(open.document.text, at, root)
    if (next === at) break
    at = next
  }
  moveCaret(at, extend)
  noticeCaret()
  return true
}

const move = (id: string, name: Key, keys: Chord[], step: Step): Command => ({
  id,
  name,
  group: 'keys.move',
  keys,
  where: 'reader',
  move: true,
  run: how => go(id, step, how),
})

const lines =
  (by: 1 | -1, count: number): Step =>
  (_, from, root) => {
    let at = from
    for (let n = 0; n < count; n++) at = lineFrom(root, at, by)
    return at
  }

/** Every move of the caret. Keys mean forward and back in the text, never left and right. */
export const moveCommands: Command[] = [
  move('forward', 'move.forward', ['Forward'], (text, from) => nextGrapheme(text, from)),
  move('backward', 'move.backward', ['Backward'], (text, from) => previousGrapheme(text, from)),
  move('word-forward', 'move.word-forward', ['Ctrl+Forward', 'Alt+Forward'], nextWordEdge),
  move('word-backward', 'move.word-backward', ['Ctrl+Backward', 'Alt+Backward'], previousWordEdge),
  move('sentence-forward', 'move.sentence-forward', ['Period'], nextSentenceEnd),
  move('sentence-backward', 'move.sentence-backward', ['Comma'], previousSentenceStart),
  move('paragraph-forward', 'move.paragraph-forward', ['Ctrl+ArrowDown'], paragraphAfter),
  move('paragraph-backward', 'move.paragraph-backward', ['Ctrl+ArrowUp'], paragraphBefore),
  move('line-down', 'move.line-down', ['ArrowDown'], lines(1, 1)),
  move('line-up', 'move.line-up', ['ArrowUp'], lines(-1, 1)),
  move('page-down', 'move.page-down', ['PageDown'], lines(1, 10)),
  move('page-up', 'move.page-up', ['PageUp'], lines(-1, 10)),
  move('line-start', 'move.line-start', ['Home'], (_, from, root) => lineEdge(root, from, 'start')),
  move('line-end', 'move.line-end', ['End'], (_, from, root) => lineEdge(root, from, 'end')),
  move('text-start', 'move.text-start', ['Ctrl+Home'], () => 0),
  move('text-end', 'move.text-end', ['Ctrl+End'], text => text.length),
]
