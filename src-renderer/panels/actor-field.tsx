import { type ReactNode, useCallback, useMemo } from 'react'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { candidatesFor, reasonOf } from '../state/candidates.ts'
import { linkTo, linkToNew, nameOf } from '../state/link-actor.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { choiceName } from './attribute-words.ts'
import { type Option, SearchBox } from './search-box.tsx'

type Props = {
  title: ReactNode
  name: string
  attribute: string
  annotation: Annotation
  value: string | undefined
}

const newOption = 'new'
/** How many are shown without being asked for. */
const shown = 3

/** Which entry of the register a mention means: candidates for its words, others as they are typed, or somebody new. */
export function ActorField({ title, name, attribute, annotation, value }: Props) {
  const say = useSay()
  const actors = useSession(session => session.actors)
  const chosen = useSession(session =>
    value === undefined ? undefined : session.register.get(value),
  )
  const quote = quoteOf(annotation)
  const lang = language()

  const first = useMemo(
    // A register that has changed is asked again, and reasons are in the language of the moment.
    () => (chosen || !actors || !lang ? [] : candidatesFor(annotation, `${quote} `, shown)),
    [actors, annotation, quote, chosen, lang],
  )
  const find = useCallback(
    (typed: string): Option[] => {
      const found = candidatesFor(annotation, typed.trim() === '' ? `${quote} ` : typed, 40)
      const ids = new Set(found.map(({ actor }) => actor.id))
      const rest = typed.trim() === '' ? actors.filter(({ id }) => !ids.has(id)).slice(0, 40) : []
      return [
        ...found.map(
          (candidate): Option => ({
            id: candidate.actor.id,
            name: nameOf(candidate.actor),
            note: `${choiceName('actor', 'kind', candidate.actor.kind)} · ${reasonOf(candidate)}`,
          }),
        ),
        ...rest.map(
          (actor): Option => ({
            id: actor.id,
            name: nameOf(actor),
            note: choiceName('actor', 'kind', actor.kind),
          }),
        ),
      ]
    },
    [actors, annotation, quote],
  )

  function choose(id: string, typed: string) {
    if (id === newOption) return void linkToNew(annotation, attribute, typed || quote)
    const actor = actors.find(actor => actor.id === id)
    if (actor) void linkTo(annotation, attribute, actor)
  }

  return (
    <div className="field" data-attribute="actor">
      {title}
      {chosen && <bdi className="chosen">{nameOf(chosen)}</bdi>}
      {first.length > 0 && (
        <div className="candidates" role="group" aria-label={say('actor.candidates')}>
          {first.map(candidate => (
            <button
              key={candidate.actor.id}
              type="button"
              className="candidate"
              data-candidate={candidate.actor.id}
              onClick={() => choose(candidate.actor.id, '')}
            >
              <bdi>{nameOf(candidate.actor)}</bdi>
              <bdi className="option-note">{reasonOf(candidate)}</bdi>
            </button>
          ))}
        </div>
      )}
      <SearchBox
        label={name}
        placeholder={say('actor.register')}
        options={find}
        newOption={typed => ({
          id: newOption,
          name: say('actor.new', { name: typed || quote }),
        })}
        newWithoutTyping
        onChoose={choose}
      />
    </div>
  )
}
