import type { Filter } from '../../annotations/analysis/query.ts'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'

const same = (a: string, b: string) => fold(a.trim()).folded === fold(b.trim()).folded

/** What filters over annotations need to know of the project. */
export type Known = { scheme: LabelScheme; register: ReadonlyMap<string, Actor> }

const names = ({ id, name, aliases }: Actor) => [id, name.ar, name.en ?? '', ...aliases]

function isActor(annotation: Annotation, value: string, { register, scheme }: Known): boolean {
  const ids = (labelOf(scheme, annotation.label)?.attributes ?? [])
    .filter(({ type }) => type === 'actor')
    .map(({ id }) => annotation.attributes[id])
  const [actor] = ids.flatMap(id => (typeof id === 'string' ? (register.get(id) ?? []) : []))
  if (actor)
    return names(actor).some(
      name => same(name, value) || findMatches(name, value, 'word').length > 0,
    )
  return annotation.label === 'actor' && findMatches(quoteOf(annotation), value, 'word').length > 0
}

function dateOf(annotation: Annotation): string[] {
  return Object.values(annotation.attributes).flatMap(value =>
    typeof value === 'object' ? [value.value, value.edtf ?? ''] : [],
  )
}

function isStance(annotation: Annotation, value: string, { scheme }: Known): boolean {
  const attribute = labelOf(scheme, annotation.label)?.attributes.find(({ id }) => id === 'stance')
  const { stance } = annotation.attributes
  if (attribute?.type !== 'choice' || stance === undefined) return false
  const choice = attribute.choices.find(({ id }) => id === stance)
  return (
    choice !== undefined &&
    [choice.id, choice.name.ar, choice.name.en].some(name => same(name, value))
  )
}

/** Annotations a relation of some type leads to. */
function linked(set: AnnotationSet, from: Annotation, type: string): Annotation[] {
  const ids = new Set(
    set.relations.filter(one => one.from === from.id && one.type === type).map(({ to }) => to),
  )
  return set.annotations.filter(({ id }) => ids.has(id))
}

/** Does an annotation of a set pass one filter? */
function passes(
  set: AnnotationSet,
  annotation: Annotation,
  { name, value }: Filter,
  known: Known,
): boolean {
  switch (name) {
    case 'annotator':
      return same(set.annotator, value)
    case 'label': {
      const label = labelOf(known.scheme, annotation.label)
      return [annotation.label, label?.name.ar ?? '', label?.name.en ?? ''].some(one =>
        same(one, value),
      )
    }
    case 'actor':
      return isActor(annotation, value, known)
    case 'source':
      return linked(set, annotation, 'source').some(actor => isActor(actor, value, known))
    case 'about':
      return [annotation, ...linked(set, annotation, 'about')].some(one =>
        dateOf(one).some(date => date.startsWith(value)),
      )
    case 'stance':
      return isStance(annotation, value, known)
    default:
      return true
  }
}

export const overAnnotations = ({ name }: Filter) =>
  ['label', 'actor', 'source', 'about', 'stance', 'annotator'].includes(name)

/** The annotations of a set that pass every filter over annotations. */
export function filtered(
  set: AnnotationSet,
  filters: readonly Filter[],
  known: Known,
): Annotation[] {
  return set.annotations.filter(annotation =>
    filters.every(filter => passes(set, annotation, filter, known) !== filter.not),
  )
}
