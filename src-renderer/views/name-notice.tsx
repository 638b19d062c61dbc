import { keepName } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

/** Asked once, and never in the way: in whose name what is done here is kept. */
export function NameNotice() {
  const say = useSay()
  const name = useSession(session => session.annotator)
  const asked = useSession(({ settings, reviewing }) => settings.named || reviewing !== undefined)
  if (asked) return null

  return (
    <div className="notice" role="status" data-testid="name">
      <p>{say('named.what', { name })}</p>
      <Button onPress={() => keepName(name)}>{say('named.keep')}</Button>
      <Button kind="quiet" onPress={() => showDialog('annotator')}>
        {say('named.other')}
      </Button>
    </div>
  )
}
