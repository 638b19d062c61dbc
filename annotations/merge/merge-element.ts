import { type Annotation, type Attributes, annotation } from '../model/annotation.ts'
import { type Relation, relation } from '../model/relation.ts'
import { sameValue, theFuller } from './canonical-text.ts'
import { type Clash, mergeValue } from './merge-value.ts'

export type Merged<T> = { value: T; clashes: Clash[] }
export type Copies<T> = { base: T | undefined; a: T; b: T; known: boolean }

/** Values stand or fall whole: half of one date with half of another is nobody's. */
const whole = (at: string) => at === 'spans' || /^attributes\./.test(at)

/**
 * An annotation that two changed: its words, its label and each of its attributes for themselves. Attributes are of a
 * label, so where the labels differ they go with theirs.
 */
export function mergeAnnotation({ base, a, b, known }: Copies<Annotation>): Merged<Annotation> {
  const clashes: Clash[] = []
  const how = { whole, clash: (clash: Clash) => void clashes.push(clash) }
  if (a.label === b.label) {
    const apart = base && base.label !== a.label ? { ...base, attributes: {} } : base
    const value = mergeValue({ base: apart, a, b, known }, '', how)
    return { value: annotation.parse(value), clashes }
  }
  type Kind = { label: string; attributes: Attributes }
  const kindOf = ({ label, attributes }: Annotation): Kind => ({ label, attributes })
  const [one, two] = [kindOf(a), kindOf(b)]
  const old = base && known ? base.label : undefined
  let kind: Kind
  if (old === a.label) kind = two
  else if (old === b.label) kind = one
  else kind = theFuller(one, two)
  // What one made of the attributes does not fit the label that the other gave: it is named, not dropped in silence.
  const left = kind === one ? two : one
  const touched =
    old === undefined || left.label !== old || !sameValue(left.attributes, base?.attributes)
  if (touched)
    clashes.push({
      at: 'label',
      kept: kind.label,
      other: left.label,
      lost: kind === one ? 'b' : 'a',
    })
  const rest = (one: Annotation | undefined) => one && { ...one, ...kind }
  const value = mergeValue({ base: rest(base), a: rest(a), b: rest(b), known }, '', how)
  return { value: annotation.parse(value), clashes }
}

export function mergeRelation({ base, a, b, known }: Copies<Relation>): Merged<Relation> {
  const clashes: Clash[] = []
  const how = { whole, clash: (clash: Clash) => void clashes.push(clash) }
  return { value: relation.parse(mergeValue({ base, a, b, known }, '', how)), clashes }
}
