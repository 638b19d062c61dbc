import type { Actor } from '../model/actor.ts'
import type { Annotation } from '../model/annotation.ts'

/**
 * Annotations that say the actor whom those they name were merged into: two people who linked one mention to two
 * entries, since made one, agree. `register` is `registerOf`. Whatever says nothing of a merged actor is as it was.
 */
export function withSurvivors<T extends { readonly annotations: readonly Annotation[] }>(
  set: T,
  register: ReadonlyMap<string, Actor>,
): T {
  const survivor = ({ attributes: { actor } }: Annotation) => {
    const { id } = (typeof actor === 'string' && register.get(actor)) || { id: actor }
    return id === actor ? undefined : id
  }
  if (!set.annotations.some(one => survivor(one) !== undefined)) return set
  const annotations = set.annotations.map((one): Annotation => {
    const actor = survivor(one)
    return actor === undefined ? one : { ...one, attributes: { ...one.attributes, actor } }
  })
  return { ...set, annotations }
}
