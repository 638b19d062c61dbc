import { type Annotation, extentOf } from '../model/annotation.ts'
import { type LabelScheme, labelOf } from '../model/scheme.ts'

/** The attributes of a label that name an actor of the register. */
export function actorAttributes(scheme: LabelScheme, label: string): string[] {
  return (labelOf(scheme, label)?.attributes ?? [])
    .filter(({ type }) => type === 'actor')
    .map(({ id }) => id)
}

export type MentionOf = {
  readonly annotation: Annotation
  readonly attribute: string
  readonly actor: string
}

/** Every annotation that is linked to the register, and by which attribute. */
export function linkedMentions(
  annotations: readonly Annotation[],
  scheme: LabelScheme,
): MentionOf[] {
  const attributes = new Map<string, string[]>()
  return annotations.flatMap(annotation => {
    const names = attributes.get(annotation.label) ?? actorAttributes(scheme, annotation.label)
    attributes.set(annotation.label, names)
    return names.flatMap((attribute): MentionOf[] => {
      const actor = annotation.attributes[attribute]
      return typeof actor === 'string' ? [{ annotation, attribute, actor }] : []
    })
  })
}

/** The actors linked near a place, the nearest before it first, then the nearest after. */
export function actorsNear(mentions: readonly MentionOf[], place: number): string[] {
  const distance = ({ annotation }: MentionOf) => {
    const { start } = extentOf(annotation)
    return start <= place ? place - start : 1_000_000 + start - place
  }
  return [
    ...new Set([...mentions].sort((a, b) => distance(a) - distance(b)).map(({ actor }) => actor)),
  ]
}
