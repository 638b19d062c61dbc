import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { useAcross } from '../state/across.ts'
import { takeBack } from '../state/code-claims.ts'
import { textOf } from '../state/propositions.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'

/** What was coded from the board last, and the way back; the keyboard is on it, so that one key undoes. */
export function CodedNotice() {
  const say = useSay()
  const coding = useAcross(state => state.coding)
  const propositions = useSession(session => session.propositions)
  const [failure, setFailure] = useState<Failure>()
  if (!coding) return null
  const to = propositions.find(({ id }) => id === coding.proposition)
  async function undo() {
    if (!coding) return
    const failed = await takeBack(coding)
    setFailure(failed)
    if (!failed) useAcross.setState(({ turn }) => ({ coding: undefined, turn: turn + 1 }))
  }
  return (
    <div className="across-coded" data-testid="coded">
      <span role="status">
        {say('across.coded', { count: coding.claims.length })}
        {to && (
          <>
            {' · '}
            <bdi>{`${to.code} ${textOf(to)}`}</bdi>
          </>
        )}
      </span>
      <Button autoFocus onPress={() => void undo()} data-testid="undo-coding">
        {say('across.undo-coding')}
      </Button>
      <FailureNote failure={failure} />
    </div>
  )
}
