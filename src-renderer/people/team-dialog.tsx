import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { documentsOf } from '../../annotations/review/assigned.ts'
import { openDocument } from '../state/navigation.ts'
import { beginReview, submittedByOthers } from '../state/reviewing.ts'
import { showDialog, useSession } from '../state/session.ts'
import { openNextForMe, readAssignments, readToDo, type ToDo, useTalk } from '../state/talk.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { AssignPanel } from './assign-panel.tsx'

const close = () => showDialog(undefined)

/** Who works with whom on what: what awaits one, what awaits one's judgement, who was given what. */
export function TeamDialog() {
  const say = useSay()
  const [todo, setToDo] = useState<ToDo[]>()

  useEffect(() => {
    void readToDo().then(setToDo)
    void readAssignments()
  }, [])

  return (
    <Dialog name="team" size="large" title={say('team.title')} onClose={close}>
      <FailureBanner />
      <Tabs className="team-tabs">
        <TabList className="tabs" aria-label={say('team.title')}>
          <Tab id="todo" className="tab">
            {say('team.todo')}{' '}
            <span className="number">{say('plain', { value: todo?.length ?? 0 })}</span>
          </Tab>
          <Tab id="review" className="tab" data-testid="team-review">
            {say('team.review')}{' '}
            <span className="number">{say('plain', { value: submittedByOthers().length })}</span>
          </Tab>
          <Tab id="assign" className="tab" data-testid="team-assign">
            {say('team.assign')}
          </Tab>
        </TabList>
        <TabPanel id="todo" className="team-panel">
          <ToDoPanel todo={todo} />
        </TabPanel>
        <TabPanel id="review" className="team-panel">
          <ReviewPanel />
        </TabPanel>
        <TabPanel id="assign" className="team-panel">
          <AssignPanel />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}

function ToDoPanel({ todo }: { todo: ToDo[] | undefined }) {
  const say = useSay()
  const me = useSession(session => session.annotator)
  const documents = useSession(session => session.documents)
  const mine = documentsOf(
    useTalk(talk => talk.assignments),
    me,
  )
  const isIn = (status: string | undefined) => status === 'submitted' || status === 'approved'
  const left = documents.filter(({ id, sets }) => mine.has(id) && !isIn(sets[me]?.status)).length
  return (
    <>
      {mine.size > 0 && (
        <p className="team-line">
          <span>{say('team.given', { value: mine.size, left })}</span>
          {left > 0 && (
            <Button
              kind="primary"
              onPress={() => {
                close()
                void openNextForMe()
              }}
              data-testid="next-mine"
            >
              {say('team.next')}
            </Button>
          )}
        </p>
      )}
      {todo?.length === 0 && mine.size === 0 && (
        <div className="empty-state small">
          <p>{say('team.todo-none')}</p>
          <p>{say('team.todo-none-hint')}</p>
        </div>
      )}
      <ul className="team-list" data-testid="to-do">
        {todo?.map(({ documentId, changes, suggestions, open, unread, mentions }) => (
          <li key={documentId} className="team-line">
            <div>
              <bdi>{documents.find(({ id }) => id === documentId)?.title ?? documentId}</bdi>
              {changes && (
                <p className="hint">
                  {changes.text === ''
                    ? say('team.changes-bare', { by: changes.by })
                    : say('team.changes', changes)}
                </p>
              )}
              <p className="hint">
                {[
                  suggestions > 0 && say('team.suggestions', { value: suggestions }),
                  open > 0 && say('team.open', { value: open }),
                  unread > 0 && say('team.unread', { value: unread }),
                  mentions > 0 && say('team.mentions', { value: mentions }),
                ]
                  .filter(Boolean)
                  .join(language() === 'ar' ? '؛ ' : '; ')}
              </p>
            </div>
            <Button
              onPress={() => {
                close()
                void openDocument(documentId)
              }}
              data-testid="to-do-open"
            >
              {say('team.go')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function ReviewPanel() {
  const say = useSay()
  const waiting = submittedByOthers()
  if (waiting.length === 0)
    return (
      <div className="empty-state small">
        <p>{say('team.review-none')}</p>
        <p>{say('team.review-none-hint')}</p>
      </div>
    )
  return (
    <ul className="team-list" data-testid="to-review">
      {waiting.map(({ documentId, title, annotator, since }) => (
        <li key={`${annotator}/${documentId}`} className="team-line">
          <div>
            <bdi>{title}</bdi>
            <p className="hint">
              {say('team.handed-in', {
                annotator,
                time: since === '' ? '' : formatInstant(since),
              })}
            </p>
          </div>
          <Button
            onPress={() => {
              close()
              void beginReview(documentId, annotator)
            }}
            data-testid="begin-review"
          >
            {say('team.review-begin')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
