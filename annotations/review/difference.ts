import type { Annotation } from '../model/annotation.ts'
import { type LabelScheme, labelOf } from '../model/scheme.ts'
import type { DifferenceKind } from './comparison.ts'
import { butFor, type Likeness, likenesses } from './likeness.ts'
import { placeSaid, valueSaid } from './saying.ts'

/** Is an attribute a date, a name of the register, or anything else? The scheme says; without it, the value. */
function kindOf(
  said: readonly Annotation[],
  name: string,
  scheme: LabelScheme | undefined,
): DifferenceKind {
  for (const { label, attributes } of said) {
    const type = scheme
      ? labelOf(scheme, label)?.attributes.find(({ id }) => id === name)?.type
      : undefined
    if (type === 'date' || typeof attributes[name] === 'object') return 'date'
    if (type === 'actor' || (type === undefined && name === 'actor')) return 'actor'
  }
  return 'attribute'
}

const distinct = <T>(list: readonly T[], key: (item: T) => string) =>
  new Set(list.map(key)).size > 1

/** How the annotations of one thing differ; `silent` is whether somebody has none. */
export function differencesOf(
  text: string,
  said: readonly Annotation[],
  silent: boolean,
  scheme: LabelScheme | undefined,
): { kinds: DifferenceKind[]; alike: Likeness[] } {
  const kinds = new Set<DifferenceKind>()
  const alike = new Set<Likeness>()
  if (silent) kinds.add('missing')
  if (distinct(said, placeSaid)) {
    kinds.add('boundary')
    const first = said[0] as Annotation
    const found = said.slice(1).map(other => butFor(text, first, other))
    if (found.every(one => one !== undefined))
      for (const kind of found.flat()) if (kind) alike.add(kind)
  }
  if (distinct(said, ({ label }) => label)) kinds.add('label')
  for (const name of new Set(said.flatMap(({ attributes }) => Object.keys(attributes))))
    if (distinct(said, ({ attributes }) => valueSaid(attributes[name])))
      kinds.add(kindOf(said, name, scheme))
  return { kinds: [...kinds], alike: likenesses.filter(kind => alike.has(kind)) }
}
