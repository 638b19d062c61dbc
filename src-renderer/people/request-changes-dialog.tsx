import { useState } from 'react'
import { judge } from '../state/reviewing.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { LinesField } from '../ui/text-area.tsx'

/** What the annotator of the set that is reviewed is to change. */
export function RequestChangesDialog() {
  const say = useSay()
  const annotator = useSession(session => session.reviewing ?? '')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const close = () => showDialog(undefined)

  async function send() {
    if (busy || text.trim() === '') return
    setBusy(true)
    const said = await judge('changes-requested', text)
    setBusy(false)
    if (said) close()
  }

  return (
    <Dialog
      name="request-changes"
      size="small"
      title={say('review.ask-title', { annotator })}
      onClose={close}
      onSubmit={send}
      footer={
        <FormButtons
          label={say('review.ask-send')}
          isDisabled={text.trim() === '' || busy}
          onCancel={close}
        />
      }
    >
      <FailureBanner />
      <p className="lead">{say('review.ask-lead')}</p>
      <LinesField
        autoFocus
        label={say('review.ask-what')}
        value={text}
        onChange={setText}
        testid="changes-text"
      />
    </Dialog>
  )
}
