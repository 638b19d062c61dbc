import type { ReactNode } from 'react'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

type Props = {
  /** Begins the test ids of its buttons. */
  name: string
  canSave: boolean
  /** There is a file of it, with changes that are not in it. */
  isUnsaved: boolean
  /** What else can be done with it. */
  children: ReactNode
}

/** The foot of a form of the register: it is saved, or something else is done, and what waits is said. */
export function SaveActions({ name, canSave, isUnsaved, children }: Props) {
  const say = useSay()
  return (
    <div className="form-actions">
      <Button kind="primary" type="submit" isDisabled={!canSave} data-testid={`${name}-save`}>
        {say('actor.save')}
      </Button>
      {children}
      {isUnsaved && <span className="hint">{say('actor.unsaved')}</span>}
    </div>
  )
}
