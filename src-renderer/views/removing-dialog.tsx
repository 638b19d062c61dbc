import { quoteOf } from '../../annotations/model/annotation.ts'
import { annotationById, removeNow, useRemoving } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { leaveDialogForText } from '../state/leave-dialog.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'

/** Deleting what claims use: asked once, with the claims; undo brings all of it back. */
export function RemovingDialog() {
  const say = useSay()
  const id = useRemoving(removing => removing.id)
  const open = useEditor(editor => editor.open)
  const annotation = annotationById(id)
  const users = new Set(
    open?.set.relations.filter(({ to }) => to === id).map(({ from }) => from) ?? [],
  )
  const claims = open?.set.annotations.filter(one => users.has(one.id)) ?? []
  if (!annotation) return null
  function remove() {
    if (annotation) removeNow(annotation.id)
    leaveDialogForText()
  }
  return (
    <Dialog
      name="removing"
      title={say('removing.title')}
      size="small"
      onClose={leaveDialogForText}
      onSubmit={remove}
      footer={
        <FormButtons
          kind="danger"
          autoFocus
          label={say('removing.delete')}
          onCancel={leaveDialogForText}
        />
      }
    >
      <p>{say('removing.used', { quote: quoteOf(annotation), count: claims.length })}</p>
      <ul>
        {claims.slice(0, 6).map(claim => (
          <li key={claim.id}>
            <bdi>{quoteOf(claim)}</bdi>
          </li>
        ))}
      </ul>
      <p className="said">{say('removing.hint')}</p>
    </Dialog>
  )
}
