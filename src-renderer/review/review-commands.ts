import type { Command } from '../state/command.ts'
import { useSession } from '../state/session.ts'
import type { Key } from '../strings/words.ts'
import {
  acceptAgreed,
  both,
  finish,
  goNext,
  keepGold,
  leaveHere,
  neither,
  redoReview,
  rejectRest,
  startEditing,
  takeReading,
  undoReview,
} from './decide.ts'
import { acceptMajority } from './decide-all.ts'
import { exportGold } from './export-gold.ts'
import { agreedEverywhere, enterReview, leaveReview, openNextReview } from './open-review.ts'
import { useReview } from './review-state.ts'

type Named = Key extends infer K ? (K extends `command.${infer Id}` ? Id : never) : never

const command = (id: Named, keys: Command['keys'], run: Command['run']): Command => ({
  id,
  name: `command.${id}`,
  group: 'keys.review',
  keys,
  where: 'review',
  run,
})

const swapView = () =>
  useReview.setState(({ view }) => ({ view: view === 'lanes' ? 'side' : 'lanes' }))

/** To the field of the reason; what is typed there is of the next decision. */
const toReason = () =>
  document.querySelector<HTMLInputElement>('[data-testid=review-reason]')?.focus()

/** What can be done where sets are compared. */
export const reviewCommands: Command[] = [
  {
    id: 'review',
    name: 'command.review',
    group: 'keys.app',
    keys: ['F7'],
    where: 'anywhere',
    run: () => (useSession.getState().place === 'review' ? leaveReview() : enterReview()),
  },
  command('review-next', ['KeyN', 'Tab'], () => goNext(1)),
  command('review-previous', ['KeyP', 'Shift+Tab'], () => goNext(-1)),
  command('review-first', ['Digit1'], () => takeReading(1)),
  command('review-second', ['Digit2'], () => takeReading(2)),
  command('review-both', ['KeyB'], both),
  command('review-neither', ['Digit0'], neither),
  command('review-edit', ['KeyE'], startEditing),
  command('review-keep', ['KeyK'], keepGold),
  command('review-reason', ['KeyS'], () => toReason()),
  command('review-undo', ['Ctrl+KeyZ', 'KeyU'], undoReview),
  command('review-redo', ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], redoReview),
  command('review-agreed', ['KeyG'], () => acceptAgreed()),
  command('review-agreed-everywhere', ['Shift+KeyG'], () => void agreedEverywhere()),
  command('review-majority', ['KeyM'], () => acceptMajority()),
  command('review-bulk', ['KeyX'], () => useReview.setState({ bulk: true })),
  command('review-finish', ['KeyF'], () => void finish()),
  command('review-reject', ['KeyR'], () => void rejectRest()),
  command('review-view', ['KeyV'], swapView),
  command('review-next-document', ['Alt+ArrowDown'], () => void openNextReview(1)),
  command('review-previous-document', ['Alt+ArrowUp'], () => void openNextReview(-1)),
  command('review-export', ['Ctrl+KeyE'], () => void exportGold()),
  command('review-escape', ['Escape'], leaveHere),
]
