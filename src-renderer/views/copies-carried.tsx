import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { Change } from '../../annotations/model/change.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { acceptCarried, type Carried, takeBack } from '../state/copies.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Swatch } from '../ui/swatch.tsx'

/** What an annotation says, and of which words. */
function Said({ annotation }: { annotation: Annotation }) {
  const scheme = useSession(session => session.project?.project.scheme)
  const label = scheme && labelOf(scheme, annotation.label)
  return (
    <>
      {label && <Swatch label={label} />}
      <span className="hint">{label?.name[language()] ?? annotation.label}</span>
      <bdi dir="rtl" lang="ar" className="carried-quote">
        {quoteOf(annotation)}
      </bdi>
    </>
  )
}

type Props = { documentId: string; carried: Carried }

/** What one's annotations of the original would be on the copy, to be accepted one by one; and what could not be carried. */
export function CopiesCarried({ documentId, carried }: Props) {
  const say = useSay()
  const { annotations, left, known } = carried
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(annotations.map(({ id }) => id)),
  )
  const [accepted, setAccepted] = useState<{ count: number; inverse: Change[] }>()
  const [failure, setFailure] = useState<Failure>()
  const already = Object.keys(known).length

  function choose(id: string, on: boolean) {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  async function accept() {
    const { failure, ...done } = await acceptCarried(documentId, carried, chosen)
    setFailure(failure)
    if (!failure) setAccepted(done)
  }

  async function undo() {
    if (!accepted) return
    const failure = await takeBack(documentId, accepted.inverse)
    setFailure(failure)
    if (!failure) setAccepted(undefined)
  }

  if (annotations.length + left.length + already === 0)
    return <p className="hint">{say('copies.nothing')}</p>
  return (
    <div className="copies-carried" data-testid="copies-carried">
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      <div className="dialog-actions">
        {accepted ? (
          <>
            <p role="status">{say('copies.accepted', { count: accepted.count })}</p>
            <Button onPress={undo} data-testid="copies-undo">
              {say('copies.undo')}
            </Button>
          </>
        ) : (
          <Button
            kind="primary"
            isDisabled={chosen.size === 0}
            onPress={accept}
            data-testid="copies-accept"
          >
            {say('copies.accept', { count: chosen.size })}
          </Button>
        )}
        {already > 0 && <span className="hint">{say('copies.already', { count: already })}</span>}
      </div>
      <div className="copies-lists">
        <section>
          <h3 className="section-title">{say('copies.carried', { count: annotations.length })}</h3>
          <ul className="carried-list" data-testid="copies-taken">
            {annotations.map(annotation => (
              <li key={annotation.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(annotation.id)}
                    disabled={accepted !== undefined}
                    onChange={({ target }) => choose(annotation.id, target.checked)}
                  />
                  <Said annotation={annotation} />
                </label>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className="section-title">{say('copies.not-carried', { count: left.length })}</h3>
          <ul className="carried-list" data-testid="copies-left">
            {left.map(annotation => (
              <li key={annotation.id}>
                <Said annotation={annotation} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
