import { type Annotation, byPlace } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { applyChanges, type Change } from '../model/change.ts'
import type { Relation } from '../model/relation.ts'
import { addSuggestions } from './add-suggestions.ts'
import type { Suggestions } from './suggest.ts'
import { suggestionKey } from './suggestion-key.ts'

/** What of some suggestions waits for a decision: what the set does not say yet and nobody has rejected. */
export function openSuggestions(
  { annotations }: Suggestions,
  set: Pick<AnnotationSet, 'annotations'>,
  rejected: ReadonlySet<string>,
): Annotation[] {
  const said = new Set(set.annotations.map(suggestionKey))
  const isOpen = (annotation: Annotation) => {
    const key = suggestionKey(annotation)
    return !said.has(key) && !rejected.has(key)
  }
  // A cue is no decision of its own: it comes with its claim.
  return annotations.filter(one => one.label !== 'cue' && isOpen(one)).sort(byPlace)
}

/** Without what was rejected, and without the claims' links to it. */
export function withoutRejected(
  { annotations, relations, rules }: Suggestions,
  rejected: ReadonlySet<string>,
): Suggestions {
  const kept = annotations.filter(one => !rejected.has(suggestionKey(one)))
  const ids = new Set(kept.map(({ id }) => id))
  return {
    annotations: kept,
    relations: relations.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    rules,
  }
}

/**
 * One suggestion with all it needs to be taken: a claim with its chain, its cues and its dates. The claim it stands in is
 * a decision of its own, and only joined where the set has it; those that stand in it are joined where the set has them.
 */
export function suggestionWhole(
  { annotations, relations, rules }: Suggestions,
  id: string,
  set: Pick<AnnotationSet, 'annotations'>,
): Suggestions {
  const said = new Set(set.annotations.map(suggestionKey))
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const wanted = new Set([id])
  const links: Relation[] = []
  for (const relation of relations) {
    const [from, to] = [byId.get(relation.from), byId.get(relation.to)]
    if (!from || !to) continue
    if (relation.to === id && relation.type === 'within' && said.has(suggestionKey(from))) {
      links.push(relation)
      wanted.add(relation.from)
    }
    if (relation.from !== id) continue
    if (to.label === 'claim' && !said.has(suggestionKey(to))) continue
    links.push(relation)
    wanted.add(relation.to)
  }
  return { annotations: annotations.filter(one => wanted.has(one.id)), relations: links, rules }
}

/** What suggestions are alike by: of mentions the register's actor, or else the words; of all else the label. */
export type Likeness = {
  readonly label: string
  readonly actor?: string | undefined
  readonly quote?: string | undefined
}

export function likenessOf({ label, attributes: { actor }, spans }: Annotation): Likeness {
  if (label !== 'actor') return { label }
  return typeof actor === 'string' ? { label, actor } : { label, quote: spans[0]?.quote ?? '' }
}

/** Suggestions that are alike: what is accepted with one of them. */
export function suggestionsOf(open: readonly Annotation[], like: Likeness): Annotation[] {
  return open.filter(other => {
    const its = likenessOf(other)
    if (its.label !== like.label) return false
    return like.actor !== undefined ? its.actor === like.actor : its.quote === like.quote
  })
}

/** Suggestions of the same actor (or name), or else of the same label and kind. */
export const suggestionsLike = (open: readonly Annotation[], one: Annotation): Annotation[] =>
  suggestionsOf(open, likenessOf(one))

/** The changes that take several suggestions into a set, each with all it needs. */
export function takeSuggestions(
  set: AnnotationSet,
  suggestions: Suggestions,
  chosen: readonly Annotation[],
): Change[] {
  const changes: Change[] = []
  let state = set
  for (const { id } of chosen) {
    const more = addSuggestions(state, suggestionWhole(suggestions, id, state))
    changes.push(...more)
    state = applyChanges(state, more)
  }
  return changes
}
