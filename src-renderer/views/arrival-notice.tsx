import { failureText } from '../../annotations/api/failure-text.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

/** What came in from a watched folder, and what of it was refused and why. */
export function ArrivalNotice() {
  const say = useSay()
  const arrival = useSession(session => session.arrival)
  if (!arrival) return null
  const { imported, rejected } = arrival.report
  return (
    <div className="notice" role="status" data-testid="arrival">
      <p>
        {say('watch.arrived', { folder: arrival.folder })}{' '}
        {say('import.imported', { count: imported.length })}
        {rejected.length > 0 && ` · ${say('import.rejected', { count: rejected.length })}`}
        {rejected[0] && `: ${failureText(rejected[0].failure, language())}`}
      </p>
      <span className="grow" />
      <Button kind="quiet" onPress={() => useSession.setState({ arrival: undefined })}>
        {say('failure.dismiss')}
      </Button>
    </div>
  )
}
