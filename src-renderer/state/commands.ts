import { reviewCommands } from '../review/review-commands.ts'
import type { Key } from '../strings/words.ts'
import { moveCommands } from '../text/move-commands.ts'
import { askAcross } from './accept-across.ts'
import {
  annotationById,
  copySelection,
  goToNeighbour,
  removeAnnotation,
  setSubmitted,
  tag,
  takeSelection,
} from './actions.ts'
import { addPart, nudge } from './adjust.ts'
import { flush } from './autosave.ts'
import { enterFrame, leaveFrame, openFrame } from './claim-frame.ts'
import { toggleClitic } from './clitic.ts'
import type { Command } from './command.ts'
import {
  acceptAtHand,
  acceptLikeAtHand,
  nextSuggestion,
  rejectAtHand,
} from './decide-suggestions.ts'
import { useEditor } from './editor.ts'
import { findAgain, startFinding } from './finding.ts'
import { comments, inspector } from './focus-places.ts'
import { goToHidden } from './hidden.ts'
import { chooseActor, linkCurrent } from './link-actor.ts'
import { linkTo, startLinking } from './linking.ts'
import { newWindow, openNeighbour } from './navigation.ts'
import { togglePane } from './panes.ts'
import { takeQuotation } from './quotation.ts'
import { markHere } from './regions.ts'
import { markSeen } from './reviewing.ts'
import {
  narrowSelection,
  selectAll,
  selectWords,
  unselectWord,
  widenSelection,
} from './selecting.ts'
import { showDialog, useSession } from './session.ts'
import { stepWhereDone } from './steps.ts'
import { hideSuggestions } from './suggestion-layer.ts'
import { openNextForMe, useTalk } from './talk.ts'

const get = useEditor.getState

/** A number typed and entered tags as the label that has it; a link is finished; attributes are edited in place. */
function enter(): boolean {
  const { linking, current, times } = get()
  if (times !== undefined) return tagByNumber(times)
  if (linking === undefined && enterFrame()) return true
  if (current === undefined) return false
  if (linking !== undefined && linking !== current) linkTo(current)
  else editHere(current)
  return true
}

function tagByNumber(number: number): boolean {
  const labels = useSession.getState().project?.project.scheme.labels ?? []
  const label = labels.find(({ keys }) => keys.includes(`Digit${number}`))
  if (label) tag(label.id)
  return true
}

/** Where a label has attributes they are edited beside the words, else the fields beside the text take the keyboard. */
function editHere(id: string): void {
  const labels = useSession.getState().project?.project.scheme.labels ?? []
  const annotation = annotationById(id)
  const label = labels.find(label => label.id === annotation?.label)
  if (label && label.attributes.length > 0) useEditor.setState({ editing: id })
  else inspector.focus()
}

function leave(): boolean {
  const { linking, selection, current, times, found } = get()
  if (times !== undefined || found !== undefined)
    useEditor.setState({ times: undefined, found: undefined })
  else if (linking !== undefined) useEditor.setState({ linking: undefined, linkType: undefined })
  else if (selection.anchor !== selection.focus)
    useEditor.setState({ selection: { anchor: selection.focus, focus: selection.focus } })
  else if (leaveFrame() || hideSuggestions()) return true
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

/** Done with this one: handed in and saved, and the next document comes. */
async function done(): Promise<void> {
  await setSubmitted(true)
  // Where documents were given out, the next one is the next of one's own.
  if (useTalk.getState().assignments.length > 0) await openNextForMe()
  else await openNeighbour(1)
}

/** Say what a key did, where nothing on the screen is sure to show it. */
function repeatedly(times: number, act: () => boolean): boolean {
  let any = false
  for (let left = times; left > 0 && act(); left--) any = true
  return any
}

type Rest = Omit<Command, 'id' | 'name' | 'group' | 'keys' | 'run'>
const inReader: Rest = { where: 'reader' }
const anywhere: Rest = { where: 'anywhere' }
/** What commands are called is under `command.` and their id. */
type Named = Key extends infer K ? (K extends `command.${infer Id}` ? Id : never) : never
const command = (
  id: Named,
  group: Command['group'],
  keys: Command['keys'],
  rest: Rest,
  run: Command['run'],
): Command => ({ id, name: `command.${id}`, group, keys, run, ...rest })

/** One table names every action, its keys and its place; what obeys keys, the sheet, the palette and the buttons read it. */
export const commands: Command[] = [
  command('edit', 'keys.annotate', ['Enter'], inReader, enter),
  command('inspect', 'keys.annotate', ['F2', 'Ctrl+Enter'], inReader, () => inspector.focus()),
  command('link', 'keys.annotate', ['KeyR'], inReader, startLinking),
  command('link-actor', 'keys.annotate', ['KeyL'], inReader, linkCurrent),
  command('choose-actor', 'keys.annotate', ['Shift+KeyL'], inReader, chooseActor),
  command('take', 'keys.annotate', ['Shift+Enter'], inReader, takeSelection),
  command('add-part', 'keys.annotate', ['Equal'], inReader, () => addPart()),
  command('end-forward', 'keys.annotate', ['BracketRight'], inReader, ({ times }) =>
    nudge('end', 1, times),
  ),
  command('end-backward', 'keys.annotate', ['BracketLeft'], inReader, ({ times }) =>
    nudge('end', -1, times),
  ),
  command('start-forward', 'keys.annotate', ['Shift+BracketRight'], inReader, ({ times }) =>
    nudge('start', 1, times),
  ),
  command('start-backward', 'keys.annotate', ['Shift+BracketLeft'], inReader, ({ times }) =>
    nudge('start', -1, times),
  ),
  command('claim', 'keys.annotate', ['KeyC'], inReader, openFrame),
  command('clitic', 'keys.annotate', ['KeyX'], inReader, toggleClitic),
  command('suggest-next', 'keys.annotate', ['KeyG'], inReader, () => nextSuggestion(1)),
  command('suggest-previous', 'keys.annotate', ['Shift+KeyG'], inReader, () => nextSuggestion(-1)),
  command('suggest-accept', 'keys.annotate', ['KeyY'], inReader, acceptAtHand),
  command('suggest-accept-like', 'keys.annotate', ['Shift+KeyY'], inReader, acceptLikeAtHand),
  command('suggest-accept-across', 'keys.annotate', ['Ctrl+Shift+KeyY'], inReader, askAcross),
  command('suggest-reject', 'keys.annotate', ['KeyU'], inReader, rejectAtHand),
  command('remove', 'keys.annotate', ['Delete', 'Backspace'], inReader, remove),
  command('escape', 'keys.annotate', ['Escape'], inReader, leave),
  command('copy', 'keys.annotate', ['Ctrl+KeyC'], inReader, copySelection),
  command('undo', 'keys.annotate', ['Ctrl+KeyZ'], anywhere, ({ times }) =>
    stepWhereDone('back', times),
  ),
  command('redo', 'keys.annotate', ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], anywhere, ({ times }) =>
    stepWhereDone('forth', times),
  ),
  ...moveCommands,
  ...reviewCommands,
  command('next', 'keys.move', ['Tab'], inReader, ({ times }) =>
    repeatedly(times, () => goToNeighbour(1)),
  ),
  command('previous', 'keys.move', ['Shift+Tab'], inReader, ({ times }) =>
    repeatedly(times, () => goToNeighbour(-1)),
  ),
  command('find', 'keys.move', ['Slash', 'Ctrl+KeyF'], inReader, startFinding),
  command('find-next', 'keys.move', ['F3', 'Ctrl+KeyG'], inReader, ({ times }) =>
    findAgain(1, times),
  ),
  command('find-previous', 'keys.move', ['Shift+F3', 'Ctrl+Shift+KeyG'], inReader, ({ times }) =>
    findAgain(-1, times),
  ),
  command('select-word', 'keys.move', ['KeyW'], inReader, ({ times }) => selectWords(times)),
  command('unselect-word', 'keys.move', ['Shift+KeyW'], inReader, ({ times }) =>
    unselectWord(times),
  ),
  command('widen', 'keys.move', ['KeyE'], inReader, ({ times }) =>
    repeatedly(times, widenSelection),
  ),
  command('narrow', 'keys.move', ['Shift+KeyE'], inReader, ({ times }) =>
    repeatedly(times, narrowSelection),
  ),
  command('hidden-mark', 'keys.move', ['Shift+KeyH'], inReader, goToHidden),
  command('select-all', 'keys.move', ['Ctrl+KeyA'], inReader, selectAll),
  command('done', 'keys.documents', ['KeyM'], inReader, done),
  command('reopen', 'keys.documents', ['Shift+KeyM'], inReader, () => setSubmitted(false)),
  command('next-document', 'keys.documents', ['Alt+ArrowDown', 'KeyN'], inReader, () =>
    openNeighbour(1),
  ),
  command('previous-document', 'keys.documents', ['Alt+ArrowUp', 'KeyP'], inReader, () =>
    openNeighbour(-1),
  ),
  command('save', 'keys.documents', ['Ctrl+KeyS'], anywhere, flush),
  command('palette', 'keys.app', ['Ctrl+KeyK', 'Ctrl+Shift+KeyP'], anywhere, () =>
    showDialog('palette'),
  ),
  command('open-document', 'keys.app', ['Ctrl+KeyP'], anywhere, () => showDialog('find-document')),
  command('next-mine', 'keys.documents', ['Shift+KeyN'], inReader, openNextForMe),
  command('comment', 'keys.annotate', ['Ctrl+Alt+KeyM'], anywhere, () => comments.focus()),
  command('review-seen', 'keys.annotate', ['Alt+Enter'], inReader, markSeen),
  command('team', 'keys.app', ['Shift+F9'], anywhere, () => showDialog('team')),
  command('guideline', 'keys.app', ['Ctrl+Alt+KeyG'], anywhere, () => showDialog('guideline')),
  command('merge', 'keys.app', [], anywhere, () => showDialog('merge')),
  command('history', 'keys.documents', ['KeyH'], inReader, () => showDialog('history')),
  command('take-quotation', 'keys.annotate', ['KeyQ'], inReader, takeQuotation),
  command('dim', 'keys.documents', ['KeyB'], inReader, () => markHere('boilerplate')),
  command('undim', 'keys.documents', ['Shift+KeyB'], inReader, () => markHere('body')),
  command('search', 'keys.app', ['Ctrl+Shift+KeyF'], anywhere, () => showDialog('search')),
  command('register', 'keys.app', ['F4'], anywhere, () => showDialog('register')),
  command('codebook', 'keys.app', ['F9'], anywhere, () => showDialog('codebook')),
  command('copies', 'keys.app', ['Ctrl+Shift+KeyD'], anywhere, () => showDialog('copies')),
  command('recurring', 'keys.app', [], anywhere, () => showDialog('recurring')),
  command('import', 'keys.app', ['Ctrl+KeyI'], anywhere, () => showDialog('import')),
  command('export', 'keys.app', ['Ctrl+KeyE'], anywhere, () => showDialog('export')),
  command('across', 'keys.app', ['F6'], anywhere, () => showDialog('across')),
  command('agreement', 'keys.app', ['F8'], anywhere, () => showDialog('agreement')),
  command('toggle-corpus', 'keys.app', ['Ctrl+KeyB'], anywhere, () => togglePane('corpus')),
  command('toggle-inspector', 'keys.app', ['Ctrl+Alt+KeyB'], anywhere, () =>
    togglePane('inspector'),
  ),
  command('dashboard', 'keys.app', ['Ctrl+KeyD'], anywhere, () => showDialog('dashboard')),
  command('new-window', 'keys.app', ['Ctrl+Shift+KeyN'], anywhere, () => newWindow()),
  command('paste', 'keys.app', ['Ctrl+Shift+KeyV'], anywhere, () => showDialog('paste')),
  command('scheme', 'keys.app', ['Ctrl+KeyL'], anywhere, () => showDialog('scheme')),
  command('settings', 'keys.app', ['Ctrl+Comma'], anywhere, () => showDialog('settings')),
  command('keys', 'keys.app', ['Shift+Slash', 'F1'], anywhere, () => showDialog('keys')),
]
