import { useState } from 'react'
import type { Thread } from '../../annotations/review/threads.ts'
import { make, type OpenDocument } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import { historyWords } from '../state/history-words.ts'
import { useSession } from '../state/session.ts'
import { sayRemark } from '../state/talk.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { TextField } from '../ui/text-field.tsx'
import { goToTarget, targetWords } from './comment-target.ts'

type Props = { thread: Thread; open: OpenDocument }

/** What one thread says, and what can be done with it by whom. */
export function CommentThread({ thread, open }: Props) {
  const say = useSay()
  const me = useSession(session => session.annotator)
  const reviewing = useSession(session => session.reviewing)
  const { id, on, author, at, comments, suggestion, answer, resolved } = thread
  const mayAnswer = suggestion && !answer && on.annotator === me && reviewing === undefined

  async function take() {
    if (suggestion && (await sayRemark({ kind: 'answer', to: id, answer: 'taken' })))
      make(suggestion.changes)
  }

  return (
    <li className="thread" data-testid="thread" data-resolved={resolved !== undefined || undefined}>
      <button
        type="button"
        className="thread-about"
        title={say('comments.go')}
        onClick={() => {
          if (goToTarget(on, open)) reader.focus()
        }}
      >
        <bdi>{targetWords(on, open)}</bdi>
      </button>
      {suggestion && (
        <p className="comment" data-testid="suggestion">
          <Head author={author} at={at} />
          {say('comments.suggests', {
            words: historyWords({ ...suggestion, kind: 'edit', revision: 1 }),
          })}
          {answer && (
            <span className="tag">
              {say(answer.answer === 'taken' ? 'comments.taken' : 'comments.left')}
            </span>
          )}
        </p>
      )}
      {comments.map(one => (
        <p key={one.id} className="comment" data-testid="comment">
          <Head author={one.author} at={one.at} />
          <span className="comment-text" dir="auto">
            {one.text}
          </span>
          {one.author === me && (
            <Button kind="quiet" onPress={() => void sayRemark({ kind: 'withdraw', of: one.id })}>
              {say('comments.withdraw')}
            </Button>
          )}
        </p>
      ))}
      {resolved && <p className="hint">{say('comments.resolved', { by: resolved.by })}</p>}
      {!resolved && <Reply thread={thread} />}
      <div className="comment-actions">
        {mayAnswer && (
          <>
            <Button kind="primary" onPress={take} data-testid="take">
              {say('comments.take')}
            </Button>
            <Button
              onPress={() => void sayRemark({ kind: 'answer', to: id, answer: 'left' })}
              data-testid="leave"
            >
              {say('comments.leave')}
            </Button>
          </>
        )}
        {!suggestion && (
          <Button
            kind="quiet"
            onPress={() => void sayRemark({ kind: resolved ? 'reopen' : 'resolve', thread: id })}
            data-testid={resolved ? 'reopen-thread' : 'resolve'}
          >
            {say(resolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        )}
        {suggestion && author === me && !answer && (
          <Button kind="quiet" onPress={() => void sayRemark({ kind: 'withdraw', of: id })}>
            {say('comments.withdraw')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Head({ author, at }: { author: string; at: string }) {
  return (
    <span className="comment-head">
      <bdi>{author}</bdi>
      <time dateTime={at}>{formatInstant(at)}</time>
    </span>
  )
}

function Reply({ thread: { id, author } }: { thread: Thread }) {
  const say = useSay()
  const [text, setText] = useState('')
  return (
    <form
      className="reply"
      onSubmit={async event => {
        event.preventDefault()
        if (text.trim() === '') return
        if (await sayRemark({ kind: 'comment', thread: id, text: text.trim() })) setText('')
      }}
    >
      <TextField
        bare
        label={say('comments.reply-to', { author })}
        placeholder={say('comments.reply')}
        value={text}
        onChange={setText}
        testid="reply"
      />
    </form>
  )
}
