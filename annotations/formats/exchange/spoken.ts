import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { LabelScheme } from '../../model/scheme.ts'
import { isRecord, type KeptSet, textOr } from './foreign.ts'

/** By ids of labels and relation types what the files they came from call them; null where two files differ. */
export type Names = {
  labels: Readonly<Record<string, string | null>>
  relations: Readonly<Record<string, string | null>>
}

export const noNames: Names = { labels: {}, relations: {} }

/** The names in what was kept, whatever else became of the file it was kept in. */
export function namesIn(kept: KeptSet | undefined): Names {
  const listOf = (list: unknown): Names['labels'] =>
    Object.fromEntries(
      Object.entries(isRecord(list) ? list : {}).map(([id, name]) => [id, textOr(name) ?? null]),
    )
  const names: unknown = kept?.names
  return isRecord(names)
    ? { labels: listOf(names.labels), relations: listOf(names.relations) }
    : noNames
}

function joined(a: Names['labels'], b: Names['labels']): Names['labels'] {
  const all = new Map(Object.entries(a))
  for (const [id, name] of Object.entries(b))
    all.set(id, all.has(id) && all.get(id) !== name ? null : name)
  return Object.fromEntries(all)
}

export const joinNames = (a: Names, b: Names): Names => ({
  labels: joined(a.labels, b.labels),
  relations: joined(a.relations, b.relations),
})

/** Those of the names that a format can write and that no two things would share. */
function usable(names: Names['labels'], ids: readonly string[], pattern: RegExp) {
  const found = new Map<string, string>()
  const taken = new Set(ids)
  for (const id of ids) {
    const name = Object.hasOwn(names, id) ? names[id] : undefined
    if (typeof name !== 'string' || !pattern.test(name) || taken.has(name)) continue
    taken.add(name)
    found.set(id, name)
  }
  return (id: string) => found.get(id) ?? id
}

const whole: Partial<Record<string, RegExp>> = {
  brat: /^[A-Za-z0-9_-]+$/,
  conll: /^\S+$/,
  bioes: /^\S+$/,
  'hf-tokens': /^\S+$/,
}

/**
 * What was added under the name a file gave it is called so again in files of the same format: whoever sent `PERSON`
 * has `PERSON` in the configuration there. Everywhere else ids speak.
 */
export function speaker(format: string, names: Names, scheme: LabelScheme) {
  const { labels, relationTypes } = scheme
  const pattern = whole[format] ?? /\S/
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  const labelOf = usable(names.labels, idsOf(labels), pattern)
  const typeOf = usable(names.relations, idsOf(relationTypes), pattern)
  const spoken: LabelScheme = {
    ...scheme,
    labels: labels.map(label => ({ ...label, id: labelOf(label.id) })),
    relationTypes: relationTypes.map(type => ({
      ...type,
      id: typeOf(type.id),
      from: type.from.map(labelOf),
      to: type.to.map(labelOf),
    })),
  }
  const set = (one: AnnotationSet): AnnotationSet => ({
    ...one,
    annotations: one.annotations.map(two => ({ ...two, label: labelOf(two.label) })),
    relations: one.relations.map(two => ({ ...two, type: typeOf(two.type) })),
  })
  return { scheme: spoken, set }
}
