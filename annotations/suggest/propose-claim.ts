import type { Annotation, Attributes } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Change } from '../model/change.ts'
import type { Relation } from '../model/relation.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { sentenceAt } from '../text/sentences.ts'
import type { Suggestions } from './suggest.ts'
import { suggestionKey } from './suggestion-key.ts'

/** A link that is proposed for a claim, to an annotation that may not be in the set yet. */
export type ProposedLink = Pick<Relation, 'type' | 'order' | 'attributes'> & { to: Annotation }

/** What the sentence says of a claim: how it is said, and by whom, by which words, when. */
export type Proposal = { attributes: Attributes; links: ProposedLink[] }

const linkTypes = ['source', 'cue', 'about', 'medium']

function shared({ spans }: Annotation, { start, end }: Stretch): number {
  return spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)),
    0,
  )
}

/** The suggested claim that these words are, or else the nearest one of their sentence. */
function claimFor(
  text: string,
  { annotations }: Suggestions,
  content: Stretch,
): Annotation | undefined {
  const claims = annotations.filter(({ label }) => label === 'claim')
  const length = ({ spans }: Annotation) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const size = content.end - content.start
  const likeness = (claim: Annotation) => {
    const both = shared(claim, content)
    return both / (length(claim) + size - both)
  }
  const [best] = claims
    .filter(claim => likeness(claim) > 0)
    .sort((a, b) => likeness(b) - likeness(a))
  if (best) return best
  const sentence = sentenceAt(text, content.start)
  const away = ({ spans }: Annotation) => Math.abs((spans[0]?.start ?? 0) - content.start)
  return claims.filter(claim => shared(claim, sentence) > 0).sort((a, b) => away(a) - away(b))[0]
}

/** What suggestions say of words taken for a claim. Dates outside the words that only lie in the other content are left. */
export function proposeClaim(text: string, suggestions: Suggestions, content: Stretch): Proposal {
  const claim = claimFor(text, suggestions, content)
  if (!claim) return { attributes: {}, links: [] }
  const byId = new Map(suggestions.annotations.map(annotation => [annotation.id, annotation]))
  const links = suggestions.relations.flatMap((relation): ProposedLink[] => {
    const to = byId.get(relation.to)
    if (relation.from !== claim.id || !to || !linkTypes.includes(relation.type)) return []
    const { type, order, attributes } = relation
    return [{ to, type, ...(order && { order }), ...(attributes && { attributes }) }]
  })
  return { attributes: claim.attributes, links }
}

/**
 * The changes that join a claim to what is proposed for it: what the set says of the same words already is taken, the
 * rest is made. `newId` gives ids that nothing has.
 */
export function takeLinks(
  set: AnnotationSet,
  claim: string,
  links: readonly ProposedLink[],
  rules: ReadonlyMap<string, string>,
  newId: (prefix: string) => string,
): Change[] {
  const known = new Map(
    set.annotations.map(annotation => [suggestionKey(annotation), annotation.id]),
  )
  const joined = new Set(
    set.relations.filter(({ from }) => from === claim).map(({ type, to }) => `${type} ${to}`),
  )
  const changes: Change[] = []
  for (const { to, type, order, attributes } of links) {
    const key = suggestionKey(to)
    let id = known.get(key)
    if (id === undefined) {
      id = newId('a')
      known.set(key, id)
      const rule = rules.get(to.id)
      const annotation = { ...to, id, ...(rule === undefined ? {} : { rule }) }
      changes.push({ kind: 'put-annotation', annotation })
    }
    if (joined.has(`${type} ${id}`)) continue
    joined.add(`${type} ${id}`)
    const relation: Relation = { id: newId('r'), type, from: claim, to: id }
    if (order !== undefined) relation.order = order
    if (attributes !== undefined) relation.attributes = attributes
    changes.push({ kind: 'put-relation', relation })
  }
  return changes
}
