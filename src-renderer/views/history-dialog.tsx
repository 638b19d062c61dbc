import { useEffect, useState } from 'react'
import type { LogEntry } from '../../annotations/model/action.ts'
import { readHistory, restoreTo } from '../state/history.ts'
import { historyWords } from '../state/history-words.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { formatInstant } from '../ui/format-date.ts'

const kinds = {
  undo: 'history.undo',
  redo: 'history.redo',
  restore: 'history.restore-kind',
  merge: 'history.merge',
} as const

/** How many steps are drawn at first; older ones are asked for. */
const page = 200

/** Everything done to this document's annotations, in words and with its time; any state can come back. */
export function HistoryDialog() {
  const say = useSay()
  const [entries, setEntries] = useState<LogEntry[]>()
  const [most, setMost] = useState(page)
  const close = () => showDialog(undefined)

  useEffect(() => {
    let gone = false
    void readHistory().then(read => gone || setEntries(read))
    return () => {
      gone = true
    }
  }, [])

  async function restore(revision: number) {
    await restoreTo(revision)
    setEntries(await readHistory())
  }

  return (
    <Dialog
      name="history"
      title={say('history.title')}
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <span className="said">{say('history.hint')}</span>
          <Button kind="primary" type="submit" autoFocus data-testid="submit">
            {say('dialog.done')}
          </Button>
        </>
      }
    >
      <FailureBanner />
      {entries === undefined ? (
        <p aria-busy="true">{say('history.reading')}</p>
      ) : entries.length === 0 ? (
        <p className="empty-state small">{say('history.none')}</p>
      ) : (
        <ol className="history" data-testid="history">
          {entries.slice(0, most).map((entry, at) => (
            <li key={entry.revision} className="history-entry" data-revision={entry.revision}>
              <span className="history-words">
                {entry.kind !== 'edit' && <span className="tag">{say(kinds[entry.kind])}</span>}
                {historyWords(entry)}
              </span>
              <time className="history-time" dateTime={entry.at}>
                {formatInstant(entry.at)}
              </time>
              {at === 0 ? (
                <span className="history-now">{say('history.now')}</span>
              ) : (
                <Button
                  kind="quiet"
                  aria-label={say('history.restore-to', { words: historyWords(entry) })}
                  onPress={() => restore(entry.revision)}
                >
                  {say('history.restore')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {entries && entries.length > most && (
        <Button onPress={() => setMost(most + page)}>{say('history.more')}</Button>
      )}
    </Dialog>
  )
}
