import type { Actor } from '../model/actor.ts'
import { type Annotation, quoteOf } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { DateValue } from '../model/date-value.ts'

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

/** What leaves each annotation, in order. A relation to an annotation that is gone is passed over. */
function linksByClaim({ annotations, relations }: Elements): Map<string, Link[]> {
  const links = new Map<string, Link[]>()
  if (relations.length === 0) return links
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  for (const { from, type, order, to: id } of relations) {
    const to = byId.get(id)
    if (!to) continue
    const others = links.get(from)
    if (others) others.push({ type, order, to })
    else links.set(from, [{ type, order, to }])
  }
  for (const list of links.values()) list.sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  return links
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
          actor: text(to.attributes.actor),
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

/** Every claim of a set, in text order. */
export function claimRecords(set: Elements, actors: ReadonlyMap<string, Actor>): ClaimRecord[] {
  const links = linksByClaim(set)
  return set.annotations
    .filter(({ label }) => label === 'claim')
    .map(claim => recordOf(claim, links.get(claim.id) ?? [], actors))
}
