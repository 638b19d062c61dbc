import type { z } from 'zod'
import { parseBy } from './parse-by.ts'
import { type Attribute, type Label, type LabelScheme, labelScheme } from './scheme.ts'

export const schemeProblems = [
  'missing-name',
  'no-labels',
  'bad-id',
  'duplicate-id',
  'duplicate-key',
  'unknown-parent',
  'parent-circle',
  'unknown-condition',
  'condition-circle',
  'condition-value',
  'unknown-label',
  'example-words',
  'wrong-shape',
] as const

/** What is wrong with a scheme, and where: `labels.claim.attributes.stance`. A scheme with a problem is not kept. */
export type SchemeProblem = {
  kind: (typeof schemeProblems)[number]
  at: string
  /** The id, key or value that is wrong. */
  detail: string
}

const duplicates = (all: readonly string[]) =>
  [...new Set(all.filter((one, at) => all.indexOf(one) !== at))].sort()

function sameIds(things: readonly { id: string }[], at: string): SchemeProblem[] {
  return duplicates(things.map(({ id }) => id)).map(detail => ({
    kind: 'duplicate-id',
    at: `${at}.${detail}`,
    detail,
  }))
}

/** Does following `next` from here come back to where it has been? */
function isCircle(from: string, next: (id: string) => string | undefined): boolean {
  const seen = new Set([from])
  for (let at = next(from); at !== undefined; at = next(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

function checkCondition(
  all: readonly Attribute[],
  attribute: Attribute,
  at: string,
): SchemeProblem[] {
  const { when } = attribute
  if (!when) return []
  const other = all.find(({ id }) => id === when.attribute)
  if (!other) return [{ kind: 'unknown-condition', at, detail: when.attribute }]
  const next = (id: string) => all.find(one => one.id === id)?.when?.attribute
  if (isCircle(attribute.id, next)) return [{ kind: 'condition-circle', at, detail: attribute.id }]
  const fits = (value: string | boolean) =>
    other.type === 'choice'
      ? other.choices.some(({ id }) => id === value)
      : other.type === 'yes-no' && typeof value === 'boolean'
  return when.is
    .filter(value => !fits(value))
    .map(value => ({ kind: 'condition-value', at, detail: String(value) }))
}

function checkAttributes(attributes: readonly Attribute[], at: string): SchemeProblem[] {
  const problems = sameIds(attributes, `${at}.attributes`)
  for (const attribute of attributes) {
    const place = `${at}.attributes.${attribute.id}`
    if (attribute.type === 'choice')
      problems.push(...sameIds(attribute.choices, `${place}.choices`))
    problems.push(...checkCondition(attributes, attribute, place))
  }
  return problems
}

function checkLabel(scheme: LabelScheme, label: Label): SchemeProblem[] {
  const at = `labels.${label.id}`
  const problems: SchemeProblem[] = []
  const parentOf = (id: string) => scheme.labels.find(one => one.id === id)?.parent
  if (label.parent !== undefined)
    if (!scheme.labels.some(({ id }) => id === label.parent))
      problems.push({ kind: 'unknown-parent', at, detail: label.parent })
    else if (isCircle(label.id, parentOf))
      problems.push({ kind: 'parent-circle', at, detail: label.id })
  problems.push(...checkAttributes(label.attributes, at))
  for (const { text, words } of label.examples ?? [])
    if (!text.includes(words)) problems.push({ kind: 'example-words', at, detail: words })
  return problems
}

/** Everything that is wrong with a scheme of the right shape; `taken` are keys that mean something else in the app. */
export function checkScheme(scheme: LabelScheme, taken: readonly string[] = []): SchemeProblem[] {
  const problems = [
    ...sameIds(scheme.labels, 'labels'),
    ...sameIds(scheme.relationTypes, 'relationTypes'),
    ...scheme.labels.flatMap(label => checkLabel(scheme, label)),
  ]
  const keys = scheme.labels.flatMap(label => label.keys)
  for (const detail of [...duplicates(keys), ...keys.filter(key => taken.includes(key))]) {
    const label = scheme.labels.findLast(label => label.keys.includes(detail)) as Label
    problems.push({ kind: 'duplicate-key', at: `labels.${label.id}`, detail })
  }
  const known = new Set(scheme.labels.map(({ id }) => id))
  for (const { id, attributes = [] } of scheme.relationTypes)
    problems.push(...checkAttributes(attributes, `relationTypes.${id}`))
  for (const { id, from, to } of scheme.relationTypes)
    for (const detail of new Set([...from, ...to]))
      if (!known.has(detail))
        problems.push({ kind: 'unknown-label', at: `relationTypes.${id}`, detail })
  return problems
}

/** A path in a raw value, things in lists by their ids where they have one: `labels.claim.name.ar`. */
function placeOf(raw: unknown, path: readonly PropertyKey[]): string {
  let value = raw
  return path
    .map(key => {
      value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
      const id = typeof key === 'number' && (value as { id?: unknown } | undefined)?.id
      return typeof id === 'string' && id !== '' ? id : String(key)
    })
    .join('.')
}

function problemOf(raw: unknown, { path, message, code }: z.core.$ZodIssue): SchemeProblem {
  const at = placeOf(raw, path)
  const [last, before] = [path.at(-1), path.at(-2)]
  const named = last === 'name' || (before === 'name' && (last === 'ar' || last === 'en'))
  if (named) return { kind: 'missing-name', at, detail: last === 'name' ? '' : String(last) }
  if (last === 'labels' && path.length === 1) return { kind: 'no-labels', at, detail: '' }
  if (code === 'invalid_format') return { kind: 'bad-id', at, detail: message }
  return { kind: 'wrong-shape', at, detail: message }
}

export type ReadScheme =
  | { ok: true; scheme: LabelScheme }
  | { ok: false; problems: SchemeProblem[] }

/** A scheme from a value of whatever shape: the scheme without a fault in it, or everything that is wrong. */
export function readScheme(raw: unknown): ReadScheme {
  const parsed = parseBy(labelScheme, raw)
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map(issue => problemOf(raw, issue)) }
  const problems = checkScheme(parsed.data)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scheme: parsed.data }
}
