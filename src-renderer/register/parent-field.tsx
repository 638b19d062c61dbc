import type { Actor } from '../../annotations/model/actor.ts'
import { SearchBox } from '../panels/search-box.tsx'
import { nameOf } from '../state/link-actor.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { candidateOptions } from './candidate-options.ts'

type Props = { actor: Actor; onChange(parent: string | undefined): void }

/** What an actor is part of: another of the register, or nobody. */
export function ParentField({ actor, onChange }: Props) {
  const say = useSay()
  const register = useSession(session => session.register)
  const parent = actor.parent === undefined ? undefined : register.get(actor.parent)
  return (
    <div className="field">
      <span className="field-label">{say('actor.parent')}</span>
      <span className="parent-row">
        <bdi className="chosen">{parent ? nameOf(parent) : (actor.parent ?? '')}</bdi>
        {actor.parent !== undefined && (
          <Button kind="quiet" onPress={() => onChange(undefined)}>
            {say('actor.no-parent')}
          </Button>
        )}
      </span>
      <SearchBox
        label={say('actor.parent')}
        placeholder={say('register.placeholder')}
        options={typed => candidateOptions(typed).filter(({ id }) => id !== actor.id)}
        onChoose={onChange}
      />
    </div>
  )
}
