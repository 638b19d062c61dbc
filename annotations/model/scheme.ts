import { z } from 'zod'
import { snappings } from './written-form-shape.ts'

/** A name in both languages of the interface. */
const name = z.string().regex(/\S/, 'a name')
export const bilingual = z.strictObject({ ar: name, en: name })
export type Bilingual = z.infer<typeof bilingual>

/** Ids of labels, attributes, choices and relation types: what files and exports say, whatever the names become. */
const schemeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case Latin letters, digits and hyphens')
const id = schemeId

/** Colours by name; the two themes give each a tested pair of ink and ground. */
export const colours = [
  'teal',
  'amber',
  'violet',
  'rose',
  'blue',
  'green',
  'brown',
  'grey',
] as const
export const underlines = ['solid', 'dashed', 'dotted', 'double', 'wavy', 'none'] as const

export const choice = z.strictObject({ id, name: bilingual })
export type Choice = z.infer<typeof choice>

/** Asked only where another attribute of the same label has one of these values. */
export const condition = z.strictObject({
  attribute: id,
  is: z.array(z.union([z.string().min(1), z.boolean()])).min(1),
})
export type Condition = z.infer<typeof condition>

const attributeBase = { id, name: bilingual, required: z.boolean(), when: condition.optional() }
export const attribute = z.discriminatedUnion('type', [
  z.strictObject({ ...attributeBase, type: z.literal('choice'), choices: z.array(choice).min(1) }),
  z.strictObject({ ...attributeBase, type: z.literal('number') }),
  z.strictObject({ ...attributeBase, type: z.literal('text') }),
  z.strictObject({ ...attributeBase, type: z.literal('yes-no') }),
  z.strictObject({ ...attributeBase, type: z.literal('date') }),
  z.strictObject({ ...attributeBase, type: z.literal('actor') }),
  /** A proposition of the project's codebook. */
  z.strictObject({ ...attributeBase, type: z.literal('proposition') }),
])
export type Attribute = z.infer<typeof attribute>

/** A sentence and the words in it that the label is put on. */
export const example = z.strictObject({ text: z.string().min(1), words: z.string().min(1) })
export type Example = z.infer<typeof example>

/** When to use a label, in markdown; a language may be left empty. */
export const guideline = z.strictObject({ ar: z.string(), en: z.string() })
export type Guideline = z.infer<typeof guideline>

export const label = z.strictObject({
  id,
  name: bilingual,
  /** The label this is a kind of. */
  parent: id.optional(),
  colour: z.enum(colours),
  /** Is the ground coloured, or the line alone? */
  fill: z.boolean(),
  underline: z.enum(underlines),
  /** Physical keys (`KeyboardEvent.code`), so that an Arabic layout tags as a Latin one does. */
  keys: z.array(z.string().min(1)),
  guideline: guideline.optional(),
  examples: z.array(example).optional(),
  attributes: z.array(attribute),
})
export type Label = z.infer<typeof label>

const relationType = z.strictObject({
  id,
  name: bilingual,
  /** Labels a relation of this type may leave from and arrive at. */
  from: z.array(id).min(1),
  to: z.array(id).min(1),
  /** Ordered relations are a chain: 1 is the outermost. */
  ordered: z.boolean(),
  /** What is asked of a link of this type. */
  attributes: z.array(attribute).optional(),
})
export type RelationType = z.infer<typeof relationType>

/** May annotations share letters: as they like, only one wholly inside the other, or never. */
export const overlapPolicies = ['any', 'nested', 'none'] as const
export type OverlapPolicy = (typeof overlapPolicies)[number]

/** The tag set of a project. */
export const labelScheme = z.strictObject({
  labels: z.array(label).min(1),
  relationTypes: z.array(relationType),
  /** `any` where nothing is said. */
  overlap: z.enum(overlapPolicies).optional(),
  /** How a word is taken that is tagged without a selection: `with-article` where nothing is said. */
  snapping: z.enum(snappings).optional(),
})
export type LabelScheme = z.infer<typeof labelScheme>

export function labelOf(scheme: LabelScheme, id: string): Label | undefined {
  return scheme.labels.find(label => label.id === id)
}

/** Relation types that may join an annotation with one label to one with another. */
export function relationTypesBetween(
  scheme: LabelScheme,
  from: string,
  to: string,
): RelationType[] {
  return scheme.relationTypes.filter(type => type.from.includes(from) && type.to.includes(to))
}

/** Is an attribute asked for, given the values of the others? What it depends on must be asked for itself. */
export function isAsked(
  label: Label,
  { when }: Attribute,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const seen = new Set<string>()
  for (let condition = when; condition; ) {
    const { attribute, is } = condition
    // A circle is a fault of the scheme, said where schemes are checked.
    if (seen.has(attribute)) return false
    seen.add(attribute)
    const value = values[attribute]
    if (!is.some(wanted => wanted === value || (wanted === false && value === undefined)))
      return false
    condition = label.attributes.find(({ id }) => id === attribute)?.when
  }
  return true
}

/** A label and what it is a kind of, the nearest first. */
export function ancestryOf(scheme: LabelScheme, id: string): Label[] {
  const line: Label[] = []
  for (let at = labelOf(scheme, id); at && !line.includes(at); )
    [at] = [at.parent === undefined ? undefined : labelOf(scheme, at.parent), line.push(at)]
  return line
}
