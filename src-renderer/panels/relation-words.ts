import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { OpenDocument } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { language, say } from '../strings/words.ts'

/** What an annotation is joined to, either way, in words: for those who hear it. */
export function relationWords({ set }: OpenDocument, { id }: Annotation): string[] {
  const types = useSession.getState().project?.project.scheme.relationTypes ?? []
  const places = placement(set.annotations)
  return set.relations
    .filter(({ from, to }) => from === id || to === id)
    .flatMap(({ type, from, to }) => {
      const other = places.get(from === id ? to : from)
      const name = types.find(known => known.id === type)?.name[language()] ?? type
      if (!other) return []
      return say(from === id ? 'relation.to' : 'relation.from', {
        type: name,
        quote: quoteOf(other),
      })
    })
}
