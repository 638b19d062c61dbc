import { useEffect, useState } from 'react'
import { threadsOf, unreadOf } from '../../annotations/review/threads.ts'
import { annotationById } from '../state/actions.ts'
import { type OpenDocument, selected, useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { markAllRead, sayRemark, useTalk } from '../state/talk.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { LinesField } from '../ui/text-area.tsx'
import { targetHere, targetWords } from './comment-target.ts'
import { CommentThread } from './comment-thread.tsx'

/** The name of the tab, and how much of it is new. */
export function CommentsTab() {
  const say = useSay()
  const annotator = useSession(session => session.annotator)
  const remarks = useTalk(talk => talk.remarks)
  const unread = unreadOf(remarks, annotator).length
  const open = threadsOf(remarks).filter(({ resolved, answer }) => !resolved && !answer).length
  return (
    <>
      {say('comments.title')} <span className="number">{say('plain', { value: open })}</span>
      {unread > 0 && (
        <span
          className="unread-dot"
          role="img"
          aria-label={say('comments.unread', { value: unread })}
          data-testid="unread"
        />
      )}
    </>
  )
}

/** Everything said about the open document, and a field to say more. */
export function CommentsPanel({ open }: { open: OpenDocument }) {
  const say = useSay()
  const remarks = useTalk(talk => talk.remarks)
  const [showResolved, setShowResolved] = useState(false)
  const threads = threadsOf(remarks)
  const closed = threads.filter(({ resolved, answer }) => resolved || answer)
  const shown = showResolved ? threads : threads.filter(thread => !closed.includes(thread))

  useEffect(() => {
    if (remarks.length > 0) void markAllRead()
  }, [remarks])

  return (
    <div className="comments" data-testid="comments">
      <NewComment open={open} />
      {shown.length === 0 && <p className="empty-state small">{say('comments.none')}</p>}
      <ol className="threads">
        {shown.map(thread => (
          <CommentThread key={thread.id} thread={thread} open={open} />
        ))}
      </ol>
      {closed.length > 0 && !showResolved && (
        <Button kind="quiet" onPress={() => setShowResolved(true)}>
          {say('comments.show-resolved', { value: closed.length })}
        </Button>
      )}
    </div>
  )
}

/** About the annotation at hand, the words that are selected, or else the document. */
function NewComment({ open }: { open: OpenDocument }) {
  const say = useSay()
  const current = useEditor(editor => editor.current)
  const { start, end } = selected(useEditor(editor => editor.selection))
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const on = targetHere(open, annotationById(current), { start, end })

  async function add() {
    if (text.trim() === '' || busy) return
    setBusy(true)
    if (await sayRemark({ kind: 'comment', on, text: text.trim() })) setText('')
    setBusy(false)
  }

  return (
    <form
      className="new-comment"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add()
      }}
    >
      <LinesField
        label={say('comments.new')}
        value={text}
        onChange={setText}
        rows={2}
        hint={say('comments.about', { what: targetWords(on, open) })}
        testid="new-comment"
      />
      <div className="comment-actions">
        <span className="hint">{say('comments.new-hint')}</span>
        <Button type="submit" isDisabled={text.trim() === '' || busy} data-testid="add-comment">
          {say('comments.add')}
        </Button>
      </div>
    </form>
  )
}
