import type { Attribute, Choice, Label, LabelScheme } from '../../annotations/model/scheme.ts'
import { colours } from '../../annotations/model/scheme.ts'

/** What is being edited: the labels and relation types by their place, or what holds for all. */
export type Place = { kind: 'label' | 'relation'; at: number } | { kind: 'general' }

/** `list` with the one at a place replaced; undefined takes it out. */
export function replaced<T>(list: readonly T[], at: number, next: T | undefined): T[] {
  return list.flatMap((one, place) => (place === at ? (next === undefined ? [] : [next]) : [one]))
}

/** `list` with the one at a place moved by so many; itself where there is no such place. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const next = [...list]
  const [one] = next.splice(at, 1)
  if (one !== undefined) next.splice(Math.max(0, at + by), 0, one)
  return next
}

/** Latin letters, digits and hyphens from a name, `fallback` where nothing of it is left. */
const slug = (name: string, fallback: string) => {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  return letters === '' ? fallback : letters
}

/** An id made from a name that nothing else has. */
export function idFrom(name: string, fallback: string, others: readonly { id: string }[]): string {
  const wanted = slug(name, fallback)
  const taken = new Set(others.map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(id)) return id
  }
}

export function newLabel(scheme: LabelScheme, name: Label['name']): Label {
  const used = scheme.labels.map(({ colour }) => colour)
  return {
    id: idFrom('', 'label', scheme.labels),
    name,
    colour: colours.find(colour => !used.includes(colour)) ?? 'grey',
    fill: true,
    underline: 'solid',
    keys: [],
    attributes: [],
  }
}

export const newAttribute = (others: readonly Attribute[], name: Attribute['name']): Attribute => ({
  id: idFrom('', 'attribute', others),
  name,
  required: false,
  type: 'text',
})

export const newChoice = (others: readonly Choice[], name: Choice['name']): Choice => ({
  id: idFrom('', 'choice', others),
  name,
})

export const attributeTypes = [
  'choice',
  'number',
  'text',
  'date',
  'actor',
  'proposition',
  'yes-no',
] as const

/** The same attribute of another type; a choice needs something to choose from. */
export function ofType(
  { id, name, required, when }: Attribute,
  type: Attribute['type'],
  choice: Choice,
): Attribute {
  const base = { id, name, required, ...(when && { when }) }
  return type === 'choice' ? { ...base, type, choices: [choice] } : { ...base, type }
}

/** Labels that may be a label's parent: not itself, and none of its own kind. */
export function possibleParents(scheme: LabelScheme, of: Label): Label[] {
  const isUnder = (label: Label, seen: string[] = []): boolean => {
    if (label.id === of.id) return true
    if (label.parent === undefined || seen.includes(label.id)) return false
    const parent = scheme.labels.find(({ id }) => id === label.parent)
    return parent !== undefined && isUnder(parent, [...seen, label.id])
  }
  return scheme.labels.filter(label => !isUnder(label))
}

/** A label that goes takes its ends of relation types and its children's parent with it. */
export function withoutLabel(scheme: LabelScheme, at: number): LabelScheme {
  const gone = scheme.labels[at]?.id
  const labels = replaced(scheme.labels, at, undefined).map(({ parent, ...label }) =>
    parent === undefined || parent === gone ? label : { ...label, parent },
  )
  const relationTypes = scheme.relationTypes
    .map(type => ({
      ...type,
      from: type.from.filter(id => id !== gone),
      to: type.to.filter(id => id !== gone),
    }))
    .filter(({ from, to }) => from.length > 0 && to.length > 0)
  return { ...scheme, labels, relationTypes }
}

/** A label given another id while it is new, and named so wherever it is named. */
export function withLabel(scheme: LabelScheme, at: number, next: Label): LabelScheme {
  const old = scheme.labels[at]?.id
  const renamed = (id: string) => (id === old ? next.id : id)
  return {
    ...scheme,
    labels: replaced(scheme.labels, at, next).map(label =>
      label.parent === undefined ? label : { ...label, parent: renamed(label.parent) },
    ),
    relationTypes: scheme.relationTypes.map(type => ({
      ...type,
      from: type.from.map(renamed),
      to: type.to.map(renamed),
    })),
  }
}
