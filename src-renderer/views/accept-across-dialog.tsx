import { acceptAcross, hereLike, leaveAcross, useAcceptAcross } from '../state/accept-across.ts'
import { leaveDialogForText } from '../state/leave-dialog.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useJob } from './use-job.ts'

/** All like one suggestion over the corpus: how many they are and where is said before anything is written. */
export function AcceptAcrossDialog() {
  const say = useSay()
  const { one, count } = useAcceptAcross()
  const { howFar, run, cancel } = useJob()
  function close() {
    void cancel()
    leaveAcross()
    leaveDialogForText()
  }
  if (!one) return null
  const here = hereLike(one)
  async function accept() {
    if (!one || !count) return
    if (await run(job => acceptAcross(one, job))) close()
  }
  return (
    <Dialog
      name="accept-across"
      title={say('across-accept.title')}
      size="small"
      onClose={close}
      onSubmit={() => void accept()}
      footer={
        <>
          <Button onPress={close}>{say('dialog.cancel')}</Button>
          <Button
            key={String(count !== undefined)}
            kind="primary"
            type="submit"
            autoFocus
            isDisabled={count === undefined || howFar !== undefined}
            data-testid="submit"
          >
            {say('across-accept.accept')}
          </Button>
        </>
      }
    >
      <p>
        <bdi>{here.quote}</bdi>
      </p>
      <p data-testid="across-count" data-here={here.count} data-elsewhere={count?.suggestions}>
        {count === undefined
          ? say('across-accept.counting')
          : say('across-accept.count', {
              count: here.count + count.suggestions,
              articles: say('across-accept.articles', { count: count.documents + 1 }),
            })}
      </p>
      {howFar && howFar.total > 0 && (
        <progress value={howFar.done} max={howFar.total} aria-label={say('across-accept.title')} />
      )}
      <p className="said">{say('across-accept.hint')}</p>
    </Dialog>
  )
}
