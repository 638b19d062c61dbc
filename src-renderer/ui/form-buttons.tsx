import { useSay } from '../strings/words.ts'
import { Button } from './button.tsx'

type Props = {
  /** What Enter does. */
  label: string
  isDisabled: boolean
  /** What is said while it is done. */
  busy: string | undefined
  onCancel(): void
}

/** The foot of a dialog that asks for something: it is left, or what it asks for is done. */
export function FormButtons({ label, isDisabled, busy, onCancel }: Props) {
  const say = useSay()
  return (
    <>
      <Button onPress={onCancel}>{say('dialog.cancel')}</Button>
      <Button kind="primary" type="submit" isDisabled={isDisabled} busy={busy} data-testid="submit">
        {label}
      </Button>
    </>
  )
}
