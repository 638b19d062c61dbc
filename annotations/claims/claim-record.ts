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
type Link = { type: string; order: number | undefined; to: Annotation }

const leaving = new WeakMap<readonly Relation[], Map<string, Relation[]>>()

/** What leaves an annotation; found once for all of a list of relations. */
function relationsFrom(relations: readonly Relation[], id: string): readonly Relation[] {
  const known = leaving.get(relations) ?? new Map<string, Relation[]>()
  if (!leaving.has(relations)) {
    for (const relation of relations) {
      const others = known.get(relation.from)
      if (others) others.push(relation)
      else known.set(relation.from, [relation])
    }
    leaving.set(relations, known)
  }
  return known.get(id) ?? []
}

function recordOf(
  claim: Annotation,
  links: readonly Link[],
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord {
  const cues = links.filter(({ type }) => type === 'cue')
  return {
    id: claim.id,
    quote: quoteOf(claim),
    stance: text(claim.attributes.stance),
    proposition: text(claim.attributes.proposition),
    sources: links
      .filter(({ type }) => type === 'source')
      .map(({ to, order }, at) => {
        const place = order ?? at + 1
        const actor = actorOf(to, actors)
        const cue = cues.find(cue => cue.order === place)
        return {
          order: place,
          quote: quoteOf(to),
          actor: actor?.id ?? text(to.attributes.actor),
          name: actor?.name.ar ?? null,
          kind: text(to.attributes.kind) ?? actor?.kind ?? null,
          cue: cue ? quoteOf(cue.to) : null,
        }
      }),
    dates: links
      .filter(({ type }) => type === 'about')
      .map(({ to }) => ({ value: dateOf(to)?.value ?? null, quote: quoteOf(to) })),
  }
}

/** One claim’s record, at the cost of that one. A relation to an annotation that is gone is passed over. */
export function claimRecord(
  claim: Annotation,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord {
  const links = relationsFrom(relations, claim.id)
    .flatMap(({ type, order, to: id }) => {
      const to = get(id)
      return to ? [{ type, order, to }] : []
    })
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  return recordOf(claim, links, actors)
}

/** Every claim of a set, in text order. */
export function claimRecords(set: Elements, actors: ReadonlyMap<string, Actor>): ClaimRecord[] {
  const byId = new Map(set.annotations.map(annotation => [annotation.id, annotation]))
  return set.annotations
    .filter(({ label }) => label === 'claim')
    .map(claim => claimRecord(claim, set.relations, id => byId.get(id), actors))
}
