import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { Judged } from '../../annotations/review/judge.ts'
import { call } from '../bridge.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { fail, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { mayBeBoth } from './decide.ts'
import { useReview } from './review-state.ts'

/** The project's reasons, or the app's own where it has none. */
function useReasons(): string[] {
  const say = useSay()
  const own = useSession(session => session.project?.project.reasons)
  return own ?? ([1, 2, 3, 4] as const).map(n => say(`review.reason-${n}`))
}

function Act({ id, name }: { id: 'both' | 'neither' | 'edit' | 'keep'; name?: string }) {
  const say = useSay()
  const [chord] = useKeysOf(`review-${id}`)
  return (
    <Button onPress={() => perform(`review-${id}`)} data-testid={`review-${id}`}>
      {name ?? say(`review.${id}`)} {chord && <Keycap chord={chord} />}
    </Button>
  )
}

/** What can be done with the difference at hand, beside taking a reading; and why it is done. */
export function CardActions({ judged }: { judged: Judged }) {
  const say = useSay()
  const { item, decisions } = judged
  return (
    <>
      <div className="difference-actions">
        {mayBeBoth(judged) && <Act id="both" />}
        <Act id="neither" />
        {item.about === 'annotation' && !item.withdrawn && <Act id="edit" />}
        {decisions.length > 0 && judged.standing === 'changed' && <Act id="keep" />}
      </div>
      <ReasonField key={item.id} label={say('review.reason')} />
    </>
  )
}

function ReasonField({ label }: { label: string }) {
  const say = useSay()
  const reason = useReview(review => review.reason)
  const reasons = useReasons()
  const [added, setAdded] = useState(false)
  const [chord] = useKeysOf('review-reason')
  const typed = reason.trim()
  async function add() {
    const { project } = useSession.getState()
    if (!project) return
    const saved = await call('review.save-reasons', {
      project: project.folder,
      reasons: [...reasons, typed].slice(-50),
    })
    if (!saved.ok) return fail(saved.failure)
    useSession.setState({
      project: { ...project, project: { ...project.project, reasons: saved.value.reasons } },
    })
    setAdded(true)
  }
  return (
    <TextField
      className="review-reason"
      value={reason}
      onChange={reason => useReview.setState({ reason })}
      onKeyDown={event => {
        // Back to the keys that decide; what was typed is kept for the decision.
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault()
          ;(document.activeElement as HTMLElement | null)?.blur()
        } else event.continuePropagation()
      }}
    >
      <Label>
        {label} {chord && <Keycap chord={chord} />}
      </Label>
      <Input
        className="input"
        list="review-reasons"
        dir="auto"
        maxLength={120}
        data-testid="review-reason"
      />
      <datalist id="review-reasons">
        {reasons.map(one => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {typed !== '' && !reasons.includes(typed) && !added && (
        <Button kind="quiet" onPress={add}>
          {say('review.add-reason')}
        </Button>
      )}
    </TextField>
  )
}
