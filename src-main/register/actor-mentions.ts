import { linkedMentions, type MentionOf } from '../../annotations/actors/mentions.ts'
import { idsOf, registerOf } from '../../annotations/actors/register.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import type { Job } from '../jobs.ts'
import type { OpenProject } from '../storage/projects.ts'
import { countValues, setsSaying } from './scan-sets.ts'

type Mentioned = MentionOf & { set: AnnotationSet }

/** The attributes by which annotations of any label are linked to the register. */
const attributesOf = ({ labels }: LabelScheme) => [
  ...new Set(
    labels.flatMap(({ attributes }) =>
      attributes.filter(({ type }) => type === 'actor').map(({ id }) => id),
    ),
  ),
]

/** Every annotation of every annotator that means an actor, under whichever of its ids. */
export async function mentionsOf(
  { paths, project }: OpenProject,
  id: string,
  actors: readonly Actor[],
  job?: Job,
): Promise<Mentioned[]> {
  const ids = new Set([id, ...(actors.some(actor => actor.id === id) ? idsOf(id, actors) : [])])
  const sets = await setsSaying(
    paths,
    [...ids].map(one => `"${one}"`),
    job,
  )
  return sets.flatMap(set =>
    linkedMentions(set.annotations, project.scheme)
      .filter(({ actor }) => ids.has(actor))
      .map(mention => ({ ...mention, set })),
  )
}

/** How many mentions every actor has, by the id that speaks for it. */
export async function mentionCounts(
  { paths, project }: OpenProject,
  actors: readonly Actor[],
  job?: Job,
): Promise<Record<string, number>> {
  const register = registerOf(actors)
  const counts: Record<string, number> = {}
  for (const [id, count] of await countValues(paths, attributesOf(project.scheme), job)) {
    const speaks = register.get(id)?.id
    if (speaks !== undefined) counts[speaks] = (counts[speaks] ?? 0) + count
  }
  return counts
}
