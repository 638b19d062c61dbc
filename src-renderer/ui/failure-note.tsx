import { failureText } from '../../annotations/api/failure-text.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

type Props = { failure: Failure | undefined; onDismiss?(): void }

/** What went wrong and what to do, said where it went wrong. */
export function FailureNote({ failure, onDismiss }: Props) {
  const say = useSay()
  if (!failure) return null
  return (
    <div className="failure" role="alert" data-testid="failure" data-code={failure.code}>
      <Icon name="warning" />
      <p className="failure-text">{failureText(failure, language())}</p>
      {onDismiss && (
        <Button kind="icon" aria-label={say('failure.dismiss')} onPress={onDismiss}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}
