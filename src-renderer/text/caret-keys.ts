import {
  nextGrapheme,
  nextWordEdge,
  previousGrapheme,
  previousWordEdge,
} from '../../annotations/text/boundaries.ts'
import { moveCaret, selected, useEditor } from '../state/editor.ts'
import type { Chord } from '../state/keys.ts'
import { forgetGoal, lineEdge, lineFrom } from './line-moves.ts'

type Move = (root: Element, text: string, from: number) => number

const lines =
  (by: 1 | -1, count: number): Move =>
  (root, _, from) => {
    let at = from
    for (let n = 0; n < count; n++) at = lineFrom(root, at, by)
    return at
  }

/** What each key does to the caret; Shift with any of them extends the selection. */
const moves: Record<Chord, Move> = {
  Forward: (_, text, from) => nextGrapheme(text, from),
  Backward: (_, text, from) => previousGrapheme(text, from),
  'Ctrl+Forward': (_, text, from) => nextWordEdge(text, from),
  'Ctrl+Backward': (_, text, from) => previousWordEdge(text, from),
  'Alt+Forward': (_, text, from) => nextWordEdge(text, from),
  'Alt+Backward': (_, text, from) => previousWordEdge(text, from),
  ArrowDown: lines(1, 1),
  ArrowUp: lines(-1, 1),
  PageDown: lines(1, 10),
  PageUp: lines(-1, 10),
  Home: (root, _, from) => lineEdge(root, from, 'start'),
  End: (root, _, from) => lineEdge(root, from, 'end'),
  'Ctrl+Home': () => 0,
  'Ctrl+End': (_, text) => text.length,
}

const vertical = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'])

/** Move the caret by a key; false if the key is no move. Keys mean start and end, never left and right. */
export function moveByKey(root: Element, chord: Chord): boolean {
  const { open, selection } = useEditor.getState()
  const extend = chord.includes('Shift+')
  const plain = chord.replace('Shift+', '')
  if (!open) return false
  if (plain === 'Ctrl+KeyA') {
    useEditor.setState({ selection: { anchor: 0, focus: open.document.text.length } })
    return true
  }
  const move = moves[plain]
  if (!move) return false
  if (!vertical.has(plain)) forgetGoal()
  // As everywhere: an arrow without Shift leaves a selection at the end it points to.
  if (
    !extend &&
    selection.anchor !== selection.focus &&
    (plain === 'Forward' || plain === 'Backward')
  ) {
    const { start, end } = selected(selection)
    moveCaret(plain === 'Forward' ? end : start)
    return true
  }
  moveCaret(move(root, open.document.text, selection.focus), extend)
  return true
}
