import { useMemo, useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ProjectView, SchemeTouched } from '../../annotations/api/views.ts'
import { readScheme } from '../../annotations/model/check-scheme.ts'
import { type Migration, noHeirs } from '../../annotations/model/migrate-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { schemeLosses } from '../../annotations/model/scheme-losses.ts'
import { call } from '../bridge.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Progress } from '../ui/progress.tsx'
import { useJob } from '../views/use-job.ts'
import { saveScheme, undoSchemeChange } from './change-scheme.ts'
import { SchemeEditor } from './scheme-editor.tsx'
import { SchemeReview } from './scheme-review.tsx'

export function SchemeDialog() {
  const project = useSession(session => session.project)
  return project ? <Editing key={project.folder} project={project} /> : null
}

const asText = (scheme: LabelScheme) => JSON.stringify(scheme)

/** Shape the scheme, see what that touches, make it so. */
function Editing({ project }: { project: ProjectView }) {
  const say = useSay()
  const [basedOn] = useState(project.project.scheme)
  const [draft, setDraft] = useState(basedOn)
  const [migration, setMigration] = useState<Migration>(noHeirs)
  const [step, setStep] = useState<'edit' | 'review'>('edit')
  const [touched, setTouched] = useState<SchemeTouched>()
  const [failure, setFailure] = useState<Failure>()
  const [leaving, setLeaving] = useState(false)
  const { howFar, run } = useJob()
  const read = useMemo(() => readScheme(draft), [draft])
  const problems = read.ok ? [] : read.problems
  const losses = useMemo(() => schemeLosses(basedOn, draft), [basedOn, draft])
  const changed = asText(draft) !== asText(basedOn)

  async function review(scheme: LabelScheme, heirs: Migration) {
    setStep('review')
    setTouched(undefined)
    setMigration(heirs)
    const found = await call('scheme.preview', {
      project: project.folder,
      scheme,
      migration: heirs,
    })
    setFailure(found.ok ? undefined : found.failure)
    if (found.ok) setTouched(found.value.touched)
  }

  async function save() {
    if (!read.ok || howFar) return
    const failed = await run(job => saveScheme({ basedOn, scheme: read.scheme, migration, job }))
    setFailure(failed)
    if (!failed) showDialog(undefined)
  }

  async function undo() {
    const failed = await undoSchemeChange()
    setFailure(failed)
    if (!failed) showDialog(undefined)
  }

  function close() {
    if (howFar) return
    if (step === 'review') return setStep('edit')
    if (changed && !leaving) return setLeaving(true)
    showDialog(undefined)
  }

  return (
    <Dialog
      name="scheme"
      size="full"
      title={say(step === 'edit' ? 'scheme.title' : 'scheme.review')}
      onClose={close}
      footer={
        step === 'edit' ? (
          <>
            <span className="said" role="status">
              {leaving && changed
                ? say('scheme.unsaved')
                : problems.length > 0
                  ? say('scheme.problems', { count: problems.length })
                  : ''}
            </span>
            {!changed && (
              <Button kind="quiet" onPress={undo} data-testid="undo-scheme">
                {say('scheme.undo')}
              </Button>
            )}
            <Button onPress={close} data-testid="close-scheme">
              {say(leaving && changed ? 'scheme.leave' : 'dialog.cancel')}
            </Button>
            <Button
              kind="primary"
              isDisabled={!read.ok || !changed}
              onPress={() => review(draft, migration)}
              data-testid="review-scheme"
            >
              {say('scheme.to-review')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={() => setStep('edit')} isDisabled={howFar !== undefined}>
              {say('scheme.back')}
            </Button>
            <Button
              kind="primary"
              isDisabled={!touched}
              busy={howFar ? say('scheme.saving') : undefined}
              onPress={save}
              data-testid="save-scheme"
            >
              {say('scheme.save')}
            </Button>
          </>
        )
      }
    >
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {howFar && <Progress label={say('scheme.saving')} {...howFar} />}
      {step === 'edit' ? (
        <SchemeEditor draft={draft} stored={basedOn} problems={problems} onDraft={setDraft} />
      ) : (
        <SchemeReview
          before={basedOn}
          after={draft}
          losses={losses}
          migration={migration}
          onMigration={heirs => review(draft, heirs)}
          touched={touched}
        />
      )}
    </Dialog>
  )
}
