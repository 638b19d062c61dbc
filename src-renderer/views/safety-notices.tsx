import { failureText } from '../../annotations/api/failure-text.ts'
import type { GoodState } from '../../annotations/api/views.ts'
import { recover } from '../state/holding.ts'
import { openDocument } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatInstant } from '../ui/format-date.ts'

/** What keeps work safe and has to be said: someone else writes, a file is broken, most of a set is gone. */
export function SafetyNotices() {
  return (
    <>
      <HeldNotice />
      <BrokenNotice />
      <ShrunkNotice />
    </>
  )
}

function HeldNotice() {
  const say = useSay()
  const holder = useSession(session => session.heldBy)
  if (!holder) return null
  const { annotator, host, since } = holder
  return (
    <div className="notice warn" role="status" data-testid="held">
      <p>
        {say('held.what', { annotator, host, since: formatInstant(since) })} {say('held.wait')}
      </p>
      <Button onPress={() => showDialog('annotator')}>{say('held.choose')}</Button>
    </div>
  )
}

function BrokenNotice() {
  const say = useSay()
  const broken = useSession(session => session.broken)
  if (!broken) return null
  const { documentId, failure } = broken
  const { good } = failure.details as { good?: GoodState }
  const time = good?.saved === undefined ? '' : formatInstant(good.saved)
  return (
    <div className="notice bad" role="alert" data-testid="broken">
      <p>
        {failureText(failure, language())}{' '}
        {good ? say('broken.good', { time, count: good.annotations }) : say('broken.none')}
      </p>
      <Button
        kind="primary"
        onPress={async () => {
          if (await recover(documentId)) await openDocument(documentId)
        }}
      >
        {say(good ? 'broken.recover' : 'broken.afresh')}
      </Button>
    </div>
  )
}

function ShrunkNotice() {
  const say = useSay()
  const shrunk = useSession(session => session.shrunk)
  const title = useSession(
    session => session.documents.find(({ id }) => id === shrunk?.documentId)?.title ?? '',
  )
  if (!shrunk) return null
  const { annotator, was, now } = shrunk
  const dismiss = () => useSession.setState({ shrunk: undefined })
  return (
    <div className="notice warn" role="alert" data-testid="shrunk">
      <p>{say('shrunk.what', { annotator, title, was, now })}</p>
      <Button
        onPress={async () => {
          dismiss()
          await openDocument(shrunk.documentId)
          showDialog('versions')
        }}
      >
        {say('shrunk.show')}
      </Button>
      <Button kind="quiet" onPress={dismiss}>
        {say('shrunk.dismiss')}
      </Button>
    </div>
  )
}
