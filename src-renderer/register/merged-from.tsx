import { unmergedOf } from '../../annotations/actors/merge.ts'
import { idsOf } from '../../annotations/actors/register.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { nameOf } from '../state/link-actor.ts'
import { saveActor } from '../state/register.ts'
import { announce, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

/** Who an actor was made of; each can be made somebody of their own again. */
export function MergedFrom({ actor }: { actor: Actor }) {
  const say = useSay()
  const all = useSession(session => session.storedActors)
  const merged = idsOf(actor.id, all).flatMap(id =>
    id === actor.id ? [] : all.filter(one => one.id === id),
  )
  if (merged.length === 0) return null

  async function unmerge(one: Actor) {
    const saved = await saveActor(unmergedOf(one), one)
    if (saved) announce(say('register.unmerged', { name: nameOf(saved) }))
  }

  return (
    <div className="field" data-testid="merged-from">
      <span className="field-label">{say('register.merged-from')}</span>
      <ul className="word-chips">
        {merged.map(one => (
          <li key={one.id}>
            <bdi>{nameOf(one)}</bdi>
            <Button kind="quiet" onPress={() => void unmerge(one)}>
              {say('register.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
