import { dateValue } from '../../model/date-value.ts'
import {
  type Attribute,
  colours,
  type Label,
  type LabelScheme,
  underlines,
} from '../../model/scheme.ts'

/** What a foreign label becomes: one of the scheme's, a new one of its own name, or nothing, and said so. */
export type Target = { label: string } | 'add' | 'skip'
/** By foreign names. What is not named is found by name or, as asked, added or refused. */
export type Mapping = {
  labels: Readonly<Record<string, Target>>
  relations: Readonly<Record<string, Target>>
  unknown: 'add' | 'refuse'
}
export const plainMapping: Mapping = { labels: {}, relations: {}, unknown: 'add' }

const plain = (name: string) =>
  name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')

/** A foreign name as an id of a scheme; what has no Latin letter is called by number. */
export function idFrom(name: string, fallback: string, isTaken: (id: string) => boolean): string {
  const slug = plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 48)
  const base = slug === '' ? fallback : slug
  if (slug !== '' && !isTaken(slug)) return slug
  for (let n = slug === '' ? 1 : 2; ; n++) if (!isTaken(`${base}-${n}`)) return `${base}-${n}`
}

/** Is a label or a type of relation the one that was made of a name? */
export const isCalled = (id: string, name: string) =>
  id === name || id === idFrom(name, 'link', () => false)

/** What something is called in both languages; by its id where its own name shows nothing. */
export function calledBy(name: string, id: string): { ar: string; en: string } {
  const shown = /\S/.test(name) ? name : id
  return { ar: shown, en: shown }
}

type Named = { id: string; name: { ar: string; en: string } }

/** The one of the scheme's that has this id or is called this in either language. */
export function named<T extends Named>(list: readonly T[], name: string): T | undefined {
  const wish = plain(name)
  return (
    list.find(({ id }) => id === name) ??
    list.find(({ id, name }) => [id, name.ar, name.en].some(known => plain(known) === wish))
  )
}

/** What an attribute that nobody has described holds, by its values. */
export function attributeFrom(id: string, name: string, values: readonly unknown[]): Attribute {
  const every = (is: (value: unknown) => boolean) => values.length > 0 && values.every(is)
  const base = { id, name: calledBy(name, id), required: false }
  if (every(value => typeof value === 'boolean')) return { ...base, type: 'yes-no' }
  if (every(value => typeof value === 'number' && Number.isFinite(value)))
    return { ...base, type: 'number' }
  if (every(value => dateValue.safeParse(value).success)) return { ...base, type: 'date' }
  return { ...base, type: 'text' }
}

/** A label as a file names it, in the next colour. */
export function newLabel(name: string, scheme: LabelScheme, attributes: Attribute[]): Label {
  const at = scheme.labels.length
  const id = idFrom(name, 'label', id => scheme.labels.some(label => label.id === id))
  return {
    id,
    name: calledBy(name, id),
    colour: colours[at % colours.length] as (typeof colours)[number],
    fill: true,
    underline: underlines[at % (underlines.length - 1)] as (typeof underlines)[number],
    keys: [],
    attributes,
  }
}
