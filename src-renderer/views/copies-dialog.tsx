import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'
import type { Carried } from '../state/copies.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Progress } from '../ui/progress.tsx'
import { CopiesCarried } from './copies-carried.tsx'
import { type Copies, CopiesSides, type Pair } from './copies-sides.tsx'
import { useJob } from './use-job.ts'

/** Articles that are copies of each other: side by side, and annotations of one tried on the other. */
export function CopiesDialog() {
  const say = useSay()
  const project = useSession(session => session.project?.folder)
  const annotator = useSession(session => session.annotator)
  const documents = useSession(session => session.documents)
  const current = useSession(session => session.documentId)
  const { howFar, run, cancel } = useJob()
  const [groups, setGroups] = useState<Copies[]>()
  const [failure, setFailure] = useState<Failure>()
  const [shown, setShown] = useState<{ copies: Copies; pair: Pair }>()
  const [carried, setCarried] = useState<Carried>()
  const begun = useRef(false)

  // Asked for once, when it opens: what is shown first is not chosen again.
  useEffect(() => {
    if (begun.current || project === undefined) return
    begun.current = true
    void run(job => call('copies.find', { project, job })).then(found => {
      if (!found.ok) return setFailure(found.failure)
      const all = found.value.groups.map(({ documents }) => documents)
      setGroups(all)
      const first = all.find(copies => copies.some(({ id }) => id === current)) ?? all[0]
      if (first) void showGroup(first)
    })
  })

  /** Of the copies the one most of the annotator's work is on is taken for the original; beside it the next. */
  function showGroup(copies: Copies) {
    const mine = (id: string) => {
      const labels = documents.find(entry => entry.id === id)?.sets[annotator]?.labels ?? {}
      return Object.values(labels).reduce((sum, count) => sum + count, 0)
    }
    const left = copies.reduce((best, one) => (mine(one.id) > mine(best.id) ? one : best))
    const others = copies.filter(one => one !== left)
    const right = others.find(({ id }) => id === current) ?? others[0]
    return right && show(copies, left.id, right.id)
  }

  async function show(copies: Copies, left: string, right: string) {
    if (project === undefined) return
    setCarried(undefined)
    const [one, other] = await Promise.all([
      call('documents.read', { project, id: left }),
      call('documents.read', { project, id: right }),
    ])
    if (!one.ok) return setFailure(one.failure)
    if (!other.ok) return setFailure(other.failure)
    setShown({ copies, pair: { left: one.value, right: other.value } })
  }

  async function carry({ left, right }: Pair) {
    if (project === undefined) return
    const found = await call('copies.carry', { project, from: left.id, to: right.id, annotator })
    if (found.ok) setCarried(found.value)
    else setFailure(found.failure)
  }

  function close() {
    void cancel()
    showDialog(undefined)
  }

  return (
    <Dialog name="copies" size="large" title={say('copies.title')} onClose={close} onSubmit={close}>
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {howFar && <Progress label={say('copies.finding')} {...howFar} />}
      {groups?.length === 0 && <p className="hint">{say('copies.none')}</p>}
      {groups && groups.length > 0 && (
        <div className="copies-groups" role="group" aria-label={say('copies.groups')}>
          {groups.map(copies => (
            <Button
              key={copies[0]?.id}
              kind={copies === shown?.copies ? 'plain' : 'quiet'}
              aria-pressed={copies === shown?.copies}
              onPress={() => void showGroup(copies)}
              data-testid="copies-group"
            >
              <span className="number">{say('plain', { value: copies.length })}</span>
              <bdi className="copies-name">{copies[0]?.title}</bdi>
            </Button>
          ))}
        </div>
      )}
      {shown && (
        <>
          <CopiesSides
            copies={shown.copies}
            pair={shown.pair}
            onChoose={(left, right) => void show(shown.copies, left, right)}
          />
          {carried ? (
            <CopiesCarried
              key={`${shown.pair.left.id} ${shown.pair.right.id}`}
              documentId={shown.pair.right.id}
              carried={carried}
            />
          ) : (
            <div className="dialog-actions">
              <Button onPress={() => void carry(shown.pair)} data-testid="copies-carry">
                {say('copies.carry')}
              </Button>
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}
