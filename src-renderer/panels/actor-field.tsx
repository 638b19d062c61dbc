import { type ReactNode, useMemo } from 'react'
import type { Actor } from '../../annotations/model/actor.ts'
import { actorKinds } from '../../annotations/model/actor.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { saveActor, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { choiceName } from './attribute-words.ts'
import { type Option, SearchBox } from './search-box.tsx'

type Props = {
  title: ReactNode
  name: string
  annotation: Annotation
  value: string | undefined
  onChange: (value: string) => void
}

const newOption = 'new'

/** Which entry of the actor register a mention means; an entry that is missing is made from what is typed. */
export function ActorField({ title, name, annotation, value, onChange }: Props) {
  const say = useSay()
  const actors = useSession(session => session.actors)
  const chosen = actors.find(({ id }) => id === value)
  const { kind: said } = annotation.attributes
  const options = useMemo(() => {
    const quote = quoteOf(annotation)
    const named = (actor: Actor) => [actor.name.ar, ...actor.aliases].includes(quote)
    return [...actors]
      .sort(
        (a, b) => Number(named(b)) - Number(named(a)) || a.name.ar.localeCompare(b.name.ar, 'ar'),
      )
      .map(
        (actor): Option => ({
          id: actor.id,
          name: (language() === 'en' && actor.name.en) || actor.name.ar,
          note: [choiceName('actor', 'kind', actor.kind), ...actor.aliases].join('، '),
        }),
      )
  }, [actors, annotation])

  async function choose(id: string, typed: string) {
    if (id !== newOption) return onChange(id)
    const actor: Actor = {
      id: `a-${crypto.randomUUID().slice(0, 13)}`,
      name: { ar: typed },
      kind: actorKinds.find(kind => kind === said) ?? 'other',
      aliases: [],
      titles: [],
      notes: '',
      externalIds: {},
    }
    if (await saveActor(actor)) onChange(actor.id)
  }

  return (
    <div className="field" data-attribute="actor">
      {title}
      {chosen && (
        <bdi className="chosen">{(language() === 'en' && chosen.name.en) || chosen.name.ar}</bdi>
      )}
      <SearchBox
        label={name}
        placeholder={say('actor.register')}
        options={options}
        newOption={typed => ({ id: newOption, name: say('actor.new', { name: typed }) })}
        onChoose={(id, typed) => void choose(id, typed)}
      />
    </div>
  )
}
