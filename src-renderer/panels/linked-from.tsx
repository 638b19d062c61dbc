import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { goTo, type OpenDocument } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'

type Props = { open: OpenDocument; annotation: Annotation; scheme: LabelScheme }

/** The other end of relations: the claims an actor, date or cue serves. */
export function LinkedFrom({ open, annotation, scheme }: Props) {
  const say = useSay()
  const places = placement(open.set.annotations)
  const links = open.set.relations.filter(({ to }) => to === annotation.id)
  if (links.length === 0) return null
  return (
    <section className="links">
      <h2>{say('inspector.linked-from')}</h2>
      <ul className="plain-list">
        {links.map(({ id, from, type }) => {
          const other = places.get(from)
          if (!other) return null
          return (
            <li key={id} className="hop">
              <button type="button" className="hop-quote" onClick={() => goTo(other)}>
                <bdi>{quoteOf(other)}</bdi>
                <span className="hop-note">
                  {scheme.relationTypes.find(known => known.id === type)?.name[language()]}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
