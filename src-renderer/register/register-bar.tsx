import { actorKinds } from '../../annotations/model/actor.ts'
import { choiceName } from '../panels/attribute-words.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

type Props = {
  /** Empty for every kind. */
  kind: string
  onKind(kind: string): void
  count: number
  onNew(): void
}

const everyKind = 'every'

/** Which kind of actor is listed and how many there are, and one more. */
export function RegisterBar({ kind, onKind, count, onNew }: Props) {
  const say = useSay()
  return (
    <div className="register-bar">
      <Select
        label={say('register.kind')}
        bare
        options={[
          { id: everyKind, name: say('register.every-kind') },
          ...actorKinds.map(id => ({ id, name: choiceName('actor', 'kind', id) })),
        ]}
        value={kind === '' ? everyKind : kind}
        onChange={chosen => onKind(chosen === everyKind ? '' : chosen)}
        testid="register-kind"
      />
      <span className="hint" role="status" data-testid="register-count">
        {say('register.count', { count })}
      </span>
      <Button onPress={onNew} data-testid="register-new">
        {say('register.new')}
      </Button>
    </div>
  )
}
