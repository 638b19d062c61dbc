import { reader } from './focus-places.ts'
import { showDialog } from './session.ts'

/** Frames a dialog may take to be gone: a slow machine's second. */
const patience = 60

/** Is the keyboard where the text is read? */
const isInText = () => reader.root?.contains(document.activeElement) === true

/**
 * Close the dialog, and give the keyboard to the text. While the dialog is there it takes the keyboard back; once it is
 * gone it gives it to what had it before, if nobody has it by then.
 */
export function leaveDialogForText(): void {
  showDialog(undefined)
  let tries = 0
  const look = () => {
    if (!document.querySelector('.dialog-overlay')) reader.focus()
    if (!isInText() && tries++ < patience) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
