import { type HiddenMark, hiddenMarks } from '../../annotations/arabic/hidden-marks.ts'
import { say } from '../strings/words.ts'
import { select, useEditor } from './editor.ts'
import { announce } from './session.ts'

let last: { text: string; marks: readonly HiddenMark[] } | undefined

/** What can make a text look other than it is, found once for as long as the text stays. */
export function marksOf(text: string): readonly HiddenMark[] {
  if (last?.text !== text) last = { text, marks: hiddenMarks(text) }
  return last.marks
}

const effects = new Map<string, 'forces' | 'sets' | 'ends' | 'leans'>([
  ...['RLO', 'LRO'].map(name => [name, 'forces'] as const),
  ...['RLE', 'LRE', 'RLI', 'LRI', 'FSI'].map(name => [name, 'sets'] as const),
  ...['PDF', 'PDI'].map(name => [name, 'ends'] as const),
  ...['RLM', 'LRM', 'ALM'].map(name => [name, 'leans'] as const),
])

/** What a mark is and what it does, in a sentence. */
export function aboutMark({ kind, name, like }: HiddenMark): string {
  if (kind === 'look-alike')
    return like === undefined
      ? say('hidden.look-alike', { name })
      : say('hidden.looks-like', { name, like })
  const effect = say(`hidden.${effects.get(name) ?? 'unseen'}`)
  return `${say(`hidden.${kind}`, { name })} · ${effect}`
}

/** To the next hidden mark behind the caret, or the first again; said by its name. */
export function goToHidden(): boolean {
  const { open, selection } = useEditor.getState()
  if (!open) return false
  const marks = marksOf(open.document.text)
  const next = marks.find(({ start }) => start >= selection.focus) ?? marks[0]
  if (!next) {
    announce(say('hidden.none'))
    return true
  }
  select(next.start, next.end)
  useEditor.setState(({ reveal }) => ({ reveal: reveal + 1 }))
  announce(aboutMark(next))
  return true
}
