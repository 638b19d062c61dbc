import { useSay } from '../strings/words.ts'
import { Button } from './button.tsx'

type Props = {
  /** What Enter does. */
  label: string
  kind?: 'primary' | 'danger'
  isDisabled?: boolean
  autoFocus?: boolean
  /** What is said while it is done, and left off by the way out. */
  busy?: string | undefined
  onCancel(): void
  testid?: string
}

/** The foot of a dialog that asks for something: it is left, or what it asks for is done. */
export function FormButtons(props: Props) {
  const { label, kind = 'primary', isDisabled = false, autoFocus = false } = props
  const { busy, onCancel, testid = 'submit' } = props
  const say = useSay()
  return (
    <>
      <Button onPress={onCancel} data-testid={busy === undefined ? undefined : 'cancel'}>
        {say('dialog.cancel')}
      </Button>
      <Button
        kind={kind}
        type="submit"
        isDisabled={isDisabled}
        autoFocus={autoFocus}
        busy={busy}
        data-testid={testid}
      >
        {label}
      </Button>
    </>
  )
}
