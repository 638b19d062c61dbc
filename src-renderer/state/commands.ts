import { type Key, say } from '../strings/words.ts'
import {
  copySelection,
  goToNeighbour,
  linkTo,
  removeAnnotation,
  startLinking,
  tag,
  takeSelection,
  toggleSubmitted,
} from './actions.ts'
import { flush } from './autosave.ts'
import { redo, undo, useEditor } from './editor.ts'
import type { Chord } from './keys.ts'
import { openNeighbour } from './navigation.ts'
import { announce, showDialog, useSession } from './session.ts'

/** One table names every action, its keys and its place; the reader, the sheet of keys and the buttons read it. */
export type Command = {
  id: string
  name: Key
  group: 'keys.annotate' | 'keys.move' | 'keys.documents' | 'keys.app'
  keys: Chord[]
  /** In the text alone, or wherever no field is being typed in. */
  where: 'reader' | 'anywhere'
  /** False lets the key do what it does by itself. */
  run(): unknown
}

/** The way from the text to the fields of the annotation at hand; the inspector provides it. */
export const inspector: { focus: () => void } = { focus: () => {} }

const get = useEditor.getState

function enter(): boolean {
  const { linking, current } = get()
  if (current === undefined) return false
  if (linking !== undefined && linking !== current) linkTo(current)
  else inspector.focus()
  return true
}

function leave(): boolean {
  const { linking, selection, current } = get()
  if (linking !== undefined) useEditor.setState({ linking: undefined })
  else if (selection.anchor !== selection.focus)
    useEditor.setState({ selection: { anchor: selection.focus, focus: selection.focus } })
  else if (current !== undefined) useEditor.setState({ current: undefined })
  else return false
  return true
}

function remove(): boolean {
  const { current } = get()
  if (current === undefined) return false
  removeAnnotation(current)
  return true
}

/** Say what a key did, where nothing on the screen is sure to show it. */
function said(done: boolean, words: Key): boolean {
  if (done) announce(say(words))
  return done
}

export const commands: Command[] = [
  {
    id: 'edit',
    name: 'command.edit',
    group: 'keys.annotate',
    keys: ['Enter'],
    where: 'reader',
    run: enter,
  },
  {
    id: 'link',
    name: 'command.link',
    group: 'keys.annotate',
    keys: ['KeyR'],
    where: 'reader',
    run: () => startLinking(),
  },
  {
    id: 'take',
    name: 'command.take',
    group: 'keys.annotate',
    keys: ['Shift+Enter'],
    where: 'reader',
    run: () => takeSelection(),
  },
  {
    id: 'remove',
    name: 'command.remove',
    group: 'keys.annotate',
    keys: ['Delete', 'Backspace'],
    where: 'reader',
    run: remove,
  },
  {
    id: 'escape',
    name: 'command.escape',
    group: 'keys.annotate',
    keys: ['Escape'],
    where: 'reader',
    run: leave,
  },
  {
    id: 'copy',
    name: 'command.copy',
    group: 'keys.annotate',
    keys: ['Ctrl+KeyC'],
    where: 'reader',
    run: copySelection,
  },
  {
    id: 'undo',
    name: 'command.undo',
    group: 'keys.annotate',
    keys: ['Ctrl+KeyZ'],
    where: 'anywhere',
    run: () => said(undo(), 'said.undone'),
  },
  {
    id: 'redo',
    name: 'command.redo',
    group: 'keys.annotate',
    keys: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'],
    where: 'anywhere',
    run: () => said(redo(), 'said.redone'),
  },
  {
    id: 'next',
    name: 'command.next',
    group: 'keys.move',
    keys: ['Tab'],
    where: 'reader',
    run: () => goToNeighbour(1),
  },
  {
    id: 'previous',
    name: 'command.previous',
    group: 'keys.move',
    keys: ['Shift+Tab'],
    where: 'reader',
    run: () => goToNeighbour(-1),
  },
  {
    id: 'done',
    name: 'command.done',
    group: 'keys.documents',
    keys: ['KeyM'],
    where: 'reader',
    run: toggleSubmitted,
  },
  {
    id: 'next-document',
    name: 'command.next-document',
    group: 'keys.documents',
    keys: ['Alt+ArrowDown', 'KeyN'],
    where: 'reader',
    run: () => openNeighbour(1),
  },
  {
    id: 'previous-document',
    name: 'command.previous-document',
    group: 'keys.documents',
    keys: ['Alt+ArrowUp', 'KeyP'],
    where: 'reader',
    run: () => openNeighbour(-1),
  },
  {
    id: 'save',
    name: 'command.save',
    group: 'keys.documents',
    keys: ['Ctrl+KeyS'],
    where: 'anywhere',
    run: flush,
  },
  {
    id: 'import',
    name: 'command.import',
    group: 'keys.app',
    keys: ['Ctrl+KeyI'],
    where: 'anywhere',
    run: () => showDialog('import'),
  },
  {
    id: 'export',
    name: 'command.export',
    group: 'keys.app',
    keys: ['Ctrl+KeyE'],
    where: 'anywhere',
    run: () => showDialog('export'),
  },
  {
    id: 'settings',
    name: 'command.settings',
    group: 'keys.app',
    keys: ['Ctrl+Comma'],
    where: 'anywhere',
    run: () => showDialog('settings'),
  },
  {
    id: 'keys',
    name: 'command.keys',
    group: 'keys.app',
    keys: ['Shift+Slash', 'F1'],
    where: 'anywhere',
    run: () => showDialog('keys'),
  },
]

/** The labels' own keys, from the scheme. */
export function labelCommand(chord: Chord): (() => void) | undefined {
  const labels = useSession.getState().project?.project.scheme.labels ?? []
  const label = labels.find(({ keys }) => keys.includes(chord))
  return label && (() => tag(label.id))
}

/** Obey a chord; false if it means nothing here. */
export function obey(chord: Chord, inReader: boolean): boolean {
  const command = commands.find(
    ({ keys, where }) => keys.includes(chord) && (inReader || where === 'anywhere'),
  )
  if (command) return command.run() !== false
  const label = inReader ? labelCommand(chord) : undefined
  label?.()
  return label !== undefined
}

export const keysOf = (id: string): Chord[] =>
  commands.find(command => command.id === id)?.keys ?? []
