import { quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Difference } from '../../annotations/model/changes-between.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { useSession } from '../state/session.ts'
import { type Key, language, useSay } from '../strings/words.ts'

/** How many of a kind are shown by name. */
const shown = 50

/** What going back to a version would bring, take away and change, by the words themselves. */
export function VersionPreview({
  now,
  then,
  difference,
}: {
  now: AnnotationSet
  then: AnnotationSet
  difference: Difference
}) {
  const say = useSay()
  const scheme = useSession(session => session.project?.project.scheme)
  const { added, removed, changed, relations, status } = difference
  const lists: [Key, string[], AnnotationSet][] = [
    ['versions.brings', added, then],
    ['versions.takes', removed, now],
    ['versions.alters', changed, then],
  ]
  const nothing = lists.every(([, ids]) => ids.length === 0) && relations === 0 && !status
  if (nothing) return <p className="version-preview">{say('versions.same')}</p>
  return (
    <div className="version-preview" data-testid="version-preview">
      {lists
        .filter(([, ids]) => ids.length > 0)
        .map(([key, ids, set]) => {
          const wanted = new Set(ids.slice(0, shown))
          return (
            <section key={key}>
              <h3>{say(key, { count: ids.length })}</h3>
              <ul>
                {set.annotations
                  .filter(({ id }) => wanted.has(id))
                  .map(annotation => (
                    <li key={annotation.id}>
                      <span className={`tag ${annotation.label}`}>
                        {(scheme && labelOf(scheme, annotation.label)?.name[language()]) ??
                          annotation.label}
                      </span>{' '}
                      <bdi dir="auto">{quoteOf(annotation).slice(0, 120)}</bdi>
                    </li>
                  ))}
              </ul>
            </section>
          )
        })}
      {relations > 0 && <p>{say('versions.relations', { count: relations })}</p>}
    </div>
  )
}
