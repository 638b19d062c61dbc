import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { quoteOf } from '../../annotations/model/annotation.ts'
import type { Document } from '../../annotations/model/document.ts'
import { call } from '../bridge.ts'
import { acceptCarried, differences, type Piece } from '../state/copies.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Progress } from '../ui/progress.tsx'

type Groups = Output<'copies.find'>['groups']
type Pair = { left: Document; right: Document }

/** One side of a pair; what the other has not is marked by its ground and a line. */
function Side({
  title,
  document,
  pieces,
  kind,
}: {
  title: string
  document: Document
  pieces: Piece[]
  kind: 'ins' | 'del'
}) {
  const Mark = kind
  return (
    <section className="copies-side">
      <h3 className="section-title">
        {title}: <bdi>{document.outlet ?? document.title}</bdi>
      </h3>
      <div
        className="copies-text"
        dir="rtl"
        lang="ar"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={title}
        tabIndex={0}
      >
        {pieces.map(({ start, text, same }) => (same ? text : <Mark key={start}>{text}</Mark>))}
      </div>
    </section>
  )
}

/** Articles that are copies of each other: side by side, and annotations of one tried on the other. */
export function CopiesDialog() {
  const say = useSay()
  const project = useSession(session => session.project?.folder)
  const annotator = useSession(session => session.annotator)
  const [groups, setGroups] = useState<Groups>()
  const [failure, setFailure] = useState<Failure>()
  const [pair, setPair] = useState<Pair>()
  const [carried, setCarried] = useState<Output<'copies.carry'>>()
  const [accepted, setAccepted] = useState<number>()
  const close = () => showDialog(undefined)

  useEffect(() => {
    if (project === undefined) return
    let gone = false
    void call('copies.find', { project, job: crypto.randomUUID() }).then(found => {
      if (gone) return
      if (found.ok) setGroups(found.value.groups)
      else setFailure(found.failure)
    })
    return () => {
      gone = true
    }
  }, [project])

  async function show(left: string, right: string) {
    if (project === undefined) return
    setCarried(undefined)
    setAccepted(undefined)
    const [one, other] = await Promise.all([
      call('documents.read', { project, id: left }),
      call('documents.read', { project, id: right }),
    ])
    if (!one.ok) return setFailure(one.failure)
    if (!other.ok) return setFailure(other.failure)
    setPair({ left: one.value, right: other.value })
  }

  async function carry({ left, right }: Pair) {
    if (project === undefined) return
    const found = await call('copies.carry', { project, from: left.id, to: right.id, annotator })
    if (found.ok) setCarried(found.value)
    else setFailure(found.failure)
  }

  async function accept({ right }: Pair) {
    if (!carried) return
    const done = await acceptCarried(right.id, carried)
    if (done.ok) setAccepted(done.value)
    else setFailure(done.failure)
  }

  const sides = pair && differences(pair.left.text, pair.right.text)
  return (
    <Dialog name="copies" size="large" title={say('copies.title')} onClose={close} onSubmit={close}>
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {!groups && !failure && <Progress label={say('copies.finding')} done={0} total={0} />}
      {groups?.length === 0 && <p className="hint">{say('copies.none')}</p>}
      <div className="copies-groups" role="group" aria-label={say('copies.groups')}>
        {groups?.map(({ documents: [first, ...others] }) =>
          others.map(other => (
            <Button
              key={other.id}
              kind="quiet"
              onPress={() => void show(first?.id ?? other.id, other.id)}
              data-copy={other.id}
            >
              <bdi>{other.title.slice(0, 40)}</bdi>
              <span className="number">{say('plain', { value: others.length + 1 })}</span>
            </Button>
          )),
        )}
      </div>
      {pair && sides && (
        <>
          <div className="copies-sides" data-testid="copies-sides">
            <Side title={say('copies.left')} document={pair.left} pieces={sides.left} kind="del" />
            <Side
              title={say('copies.right')}
              document={pair.right}
              pieces={sides.right}
              kind="ins"
            />
          </div>
          {!carried && (
            <Button onPress={() => void carry(pair)} data-testid="copies-carry">
              {say('copies.carry')}
            </Button>
          )}
          {carried && carried.annotations.length + carried.left.length === 0 && (
            <p className="hint">{say('copies.nothing')}</p>
          )}
          {carried && carried.annotations.length + carried.left.length > 0 && (
            <div className="copies-carried" data-testid="copies-carried">
              <p>
                {say('copies.carried', { count: carried.annotations.length })}
                {' · '}
                {say('copies.not-carried', { count: carried.left.length })}
              </p>
              {carried.left.length > 0 && (
                <ul className="count-list" data-testid="copies-left">
                  {carried.left.map(annotation => (
                    <li key={annotation.id}>
                      <bdi>{quoteOf(annotation)}</bdi>
                    </li>
                  ))}
                </ul>
              )}
              {accepted === undefined ? (
                <Button
                  kind="primary"
                  isDisabled={carried.annotations.length === 0}
                  onPress={() => void accept(pair)}
                  data-testid="copies-accept"
                >
                  {say('copies.accept')}
                </Button>
              ) : (
                <p role="status">{say('copies.accepted', { count: accepted })}</p>
              )}
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}
