import type { Label } from '../../annotations/model/scheme.ts'
import { tag } from './actions.ts'
import { type Command, type How, once } from './command.ts'
import { commands } from './commands.ts'
import { useEditor } from './editor.ts'
import { reader } from './focus-places.ts'
import type { Chord } from './keys.ts'
import { linkToNumber } from './linking.ts'
import { useSession } from './session.ts'

/** The keys of a command as the user has them. */
export const keysOf = (id: string): readonly Chord[] =>
  useSession.getState().settings.keys[id] ?? commands.find(command => command.id === id)?.keys ?? []

/** The same, and a new rendering when the user changes them. */
export function useKeysOf(id: string): readonly Chord[] {
  const own = useSession(session => session.settings.keys[id])
  return own ?? commands.find(command => command.id === id)?.keys ?? []
}

const labelsNow = (): Label[] => useSession.getState().project?.project.scheme.labels ?? []

const withoutShift = (chord: Chord) => chord.replace('Shift+', '')

/** What a chord means: a command, or a move with its selection extended. */
function meaningOf(
  chord: Chord,
  inReader: boolean,
): { command: Command; extend: boolean } | undefined {
  const reviewing = useSession.getState().place === 'review'
  // Where sets are compared a key means that first: what is undone there is a decision.
  const heard = [
    ...commands.filter(({ where }) => reviewing && where === 'review'),
    ...commands.filter(({ where }) => where === 'anywhere' || (inReader && where === 'reader')),
  ]
  const command = heard.find(({ id }) => keysOf(id).includes(chord))
  if (command) return { command, extend: false }
  const plain = withoutShift(chord)
  if (plain === chord) return undefined
  const move = heard.find(({ id, move }) => move && keysOf(id).includes(plain))
  return move && { command: move, extend: true }
}

/** The greatest number a move is repeated by. */
const most = 999

/** Digits are picks while linking, labels over selected words, and else a number that repeats what comes next. */
function obeyDigit(digit: number, label: Label | undefined): boolean {
  const { linking, selection, times } = useEditor.getState()
  if (linking !== undefined) return linkToNumber(digit)
  if (times === undefined && selection.anchor !== selection.focus) {
    if (label) tag(label.id)
    return label !== undefined
  }
  if (times === undefined && digit === 0) return false
  useEditor.setState({ times: Math.min((times ?? 0) * 10 + digit, most) })
  return true
}

/** Obey a chord; false if it means nothing here. */
export function obey(chord: Chord, inReader: boolean): boolean {
  const label = inReader ? labelsNow().find(({ keys }) => keys.includes(chord)) : undefined
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(chord)?.[1]
  if (inReader && digit !== undefined) return obeyDigit(Number(digit), label)
  // The key that a project gave to a label is the label's, whatever commands came after it.
  const meaning = label ? undefined : meaningOf(chord, inReader)
  const { times } = useEditor.getState()
  if (!meaning) {
    if (times !== undefined && !/^(Shift|Control|Alt|Meta)/.test(chord.split('+').at(-1) ?? ''))
      useEditor.setState({ times: undefined })
    if (label) tag(label.id)
    return label !== undefined
  }
  if (meaning.command.id !== 'find') useEditor.setState({ found: undefined })
  const how: How = { extend: meaning.extend, times: times ?? 1 }
  const obeyed = meaning.command.run(how) !== false
  if (times !== undefined) useEditor.setState({ times: undefined })
  return obeyed
}

/** What a button or a menu does: the command of this name, as its key would, with the keyboard back in the text. */
export function perform(id: string): void {
  const command = commands.find(command => command.id === id)
  if (!command) return
  if (command.where === 'reader') reader.focus()
  void command.run(once)
}
