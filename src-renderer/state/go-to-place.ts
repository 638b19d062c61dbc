import { useEditor } from './editor.ts'
import { leaveDialogForText } from './leave-dialog.ts'
import { openDocument } from './navigation.ts'
import { useSession } from './session.ts'

/** Open a document at a stretch of it, which is selected; the keyboard goes to the text. */
export async function goToPlace(documentId: string, start: number, end: number): Promise<void> {
  if (useSession.getState().documentId !== documentId) await openDocument(documentId)
  if (useEditor.getState().open?.document.id !== documentId) return
  leaveDialogForText()
  useEditor.setState(({ reveal }) => ({
    selection: { anchor: start, focus: end },
    current: undefined,
    reveal: reveal + 1,
  }))
}
