import type { Actor } from '../model/actor.ts'
import { type Annotation, quoteOf } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { DateValue } from '../model/date-value.ts'
import type { Relation } from '../model/relation.ts'

/** One link of an attribution chain; order 1 is the outermost. */
export type ClaimSource = {
  order: number
  quote: string
  actor: string | null
  name: string | null
  kind: string | null
  cue: string | null
}

/** The flat, ready-to-use view of one claim: who says it, through whom, about when. */
export type ClaimRecord = {
  id: string
  quote: string
  stance: string | null
  proposition: string | null
  sources: ClaimSource[]
  dates: { value: string | null; quote: string }[]
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A date annotation's value, if it has been given one. */
export function dateOf(annotation: Annotation): DateValue | undefined {
  const value = annotation.attributes.value
  return typeof value === 'object' ? value : undefined
}

/** The register's entry an actor mention points to. */
export function actorOf(
  annotation: Annotation,
  actors: ReadonlyMap<string, Actor>,
): Actor | undefined {
  const id = annotation.attributes.actor
  return typeof id === 'string' ? actors.get(id) : undefined
}

type Elements = Pick<AnnotationSet, 'annotations' | 'relations'>

function recordOf(
  claim: Annotation,
  relations: readonly Relation[],
  byId: ReadonlyMap<string, Annotation>,
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord {
  const linked = (type: string) =>
    relations
      .filter(relation => relation.type === type)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .flatMap(relation => {
        const to = byId.get(relation.to)
        return to ? [{ to, order: relation.order }] : []
      })
  const cues = linked('cue')
  return {
    id: claim.id,
    quote: quoteOf(claim),
    stance: text(claim.attributes.stance),
    proposition: text(claim.attributes.proposition),
    sources: linked('source').map(({ to, order }, at) => {
      const place = order ?? at + 1
      const actor = actorOf(to, actors)
      const cue = cues.find(cue => cue.order === place)
      return {
        order: place,
        quote: quoteOf(to),
        actor: text(to.attributes.actor),
        name: actor?.name.ar ?? null,
        kind: text(to.attributes.kind) ?? actor?.kind ?? null,
        cue: cue ? quoteOf(cue.to) : null,
      }
    }),
    dates: linked('about').map(({ to }) => ({
      value: dateOf(to)?.value ?? null,
      quote: quoteOf(to),
    })),
  }
}

/** Every claim of a set, in text order. A relation to an annotation that is gone is passed over. */
export function claimRecords(
  { annotations, relations }: Elements,
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord[] {
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const leaving = new Map<string, Relation[]>()
  for (const relation of relations) {
    const others = leaving.get(relation.from)
    if (others) others.push(relation)
    else leaving.set(relation.from, [relation])
  }
  return annotations
    .filter(({ label }) => label === 'claim')
    .map(claim => recordOf(claim, leaving.get(claim.id) ?? [], byId, actors))
}
