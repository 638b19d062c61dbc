import { publishedDays, spokenDate } from '../../annotations/across/spoken-date.ts'
import { isAnnotatorCalled, isCalled, stanceOf } from '../../annotations/analysis/known-values.ts'
import type { Filter } from '../../annotations/analysis/query.ts'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'

const same = (a: string, b: string) => fold(a.trim()).folded === fold(b.trim()).folded

/** What filters over annotations need to know of the project. */
type Known = { scheme: LabelScheme; register: ReadonlyMap<string, Actor> }

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

function isAbout(annotation: Annotation, value: string): boolean {
  if (!value.includes('..')) return dateOf(annotation).some(date => date.startsWith(value))
  const [from = '', to = ''] = value.split('..')
  const [first, last] = [publishedDays(from)?.start, publishedDays(to)?.end]
  return Object.values(annotation.attributes).some(date => {
    if (typeof date !== 'object') return false
    const said = spokenDate(date, '')
    if (said.from === undefined || said.to === undefined) return false
    return (
      (first === undefined || said.to === null || said.to > first) &&
      (last === undefined || said.from === null || said.from < last)
    )
  })
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
      return isAnnotatorCalled(set.annotator, value)
    case 'label': {
      const label = labelOf(known.scheme, annotation.label)
      return label !== undefined && isCalled(label, value)
    }
    case 'actor':
      return isActor(annotation, value, known)
    case 'source':
      return linked(set, annotation, 'source').some(actor => isActor(actor, value, known))
    case 'about':
      return [annotation, ...linked(set, annotation, 'about')].some(one => isAbout(one, value))
    case 'stance': {
      const stance = stanceOf(known.scheme, annotation.label, annotation.attributes.stance)
      return stance !== undefined && isCalled(stance, value)
    }
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
