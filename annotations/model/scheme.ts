import { z } from 'zod'

/** A name in both languages of the interface. */
export const bilingual = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof bilingual>

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case Latin letters, digits and hyphens')

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

const attributeBase = { id, name: bilingual, required: z.boolean() }
export const attribute = z.discriminatedUnion('type', [
  z.strictObject({ ...attributeBase, type: z.literal('choice'), choices: z.array(choice).min(1) }),
  z.strictObject({ ...attributeBase, type: z.literal('number') }),
  z.strictObject({ ...attributeBase, type: z.literal('text') }),
  z.strictObject({ ...attributeBase, type: z.literal('yes-no') }),
  z.strictObject({ ...attributeBase, type: z.literal('date') }),
  z.strictObject({ ...attributeBase, type: z.literal('actor') }),
])
export type Attribute = z.infer<typeof attribute>

export const label = z.strictObject({
  id,
  name: bilingual,
  colour: z.enum(colours),
  /** Is the ground coloured, or the line alone? */
  fill: z.boolean(),
  underline: z.enum(underlines),
  /** Physical keys (`KeyboardEvent.code`), so that an Arabic layout tags as a Latin one does. */
  keys: z.array(z.string().min(1)),
  guideline: bilingual.optional(),
  attributes: z.array(attribute),
})
export type Label = z.infer<typeof label>

export const relationType = z.strictObject({
  id,
  name: bilingual,
  /** Labels a relation of this type may leave from and arrive at. */
  from: z.array(id).min(1),
  to: z.array(id).min(1),
  /** Ordered relations are a chain: 1 is the outermost. */
  ordered: z.boolean(),
})
export type RelationType = z.infer<typeof relationType>

/** The tag set of a project. */
export const labelScheme = z.strictObject({
  labels: z.array(label).min(1),
  relationTypes: z.array(relationType),
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
