import { dismissFault, useFaults } from '../state/faults.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { WorkSaved } from './work-saved.tsx'

/** An error that nothing expected, in words, and what became of the work; over whatever is on the screen. */
export function FaultNotice() {
  const say = useSay()
  const fault = useFaults(faults => faults.fault)
  if (!fault) return null
  return (
    <div className="fault-notice" role="alert" data-testid="fault">
      <Icon name="warning" />
      <p className="failure-text">
        {say(fault.kind === 'page-lost' ? 'fault.page-lost' : 'fault.notice')}{' '}
        {fault.kind === 'unexpected' && <WorkSaved />}
      </p>
      <Button onPress={() => showDialog('diagnostics')}>{say('fault.diagnostics')}</Button>
      <Button kind="icon" aria-label={say('failure.dismiss')} onPress={dismissFault}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
