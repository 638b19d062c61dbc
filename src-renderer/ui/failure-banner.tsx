import { dismissFailure, useSession } from '../state/session.ts'
import { FailureNote } from './failure-note.tsx'

/** What went wrong last in the app as a whole, until it is dismissed. */
export function FailureBanner() {
  const failure = useSession(session => session.failure)
  return <FailureNote failure={failure} onDismiss={dismissFailure} />
}
