import type { Actor } from '../model/actor.ts'
import { type Annotation, extentOf, quoteOf } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { DateValue } from '../model/date-value.ts'
import type { Relation } from '../model/relation.ts'
import { type ChainLink, type Claim, chainFrom, claimFrom, ownCues } from './claim.ts'

/** One link of an attribution chain; order 1 is the outermost. */
export type ClaimSource = {
  order: number
  /** Empty where nobody is named. */
  quote: string
  actor: string | null
  name: string | null
  /** One of `sourceKinds`; where that was not said, the kind of actor. */
  kind: string | null
  /** The words of its first cue. */
  cue: string | null
  /** The annotation of the mention, and those of the cues. */
  mention: string | null
  cues: string[]
  count: number | null
  position: string | null
  implicit: boolean
}

/** The flat, ready-to-use view of one claim: who says it, through whom, about when. */
export type ClaimRecord = {
  id: string
  quote: string
  stance: string | null
  proposition: string | null
  voice: string | null
  directness: string | null
  modality: string | null
  polarity: string | null
  certainty: string | null
  note: string | null
  sources: ClaimSource[]
  dates: { value: string | null; quote: string; role: string | null; annotation: string }[]
  /** Annotations: its own cues; whom it is about and told to; what it was said in; its parts. */
  cues: string[]
  about: string[]
  targets: string[]
  media: string[]
  parts: string[]
  within: string | null
  repeats: string | null
}

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

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const ids = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id)

function sourceOf(link: ChainLink, actors: ReadonlyMap<string, Actor>): ClaimSource {
  const { order, mention, kind, cues, count, position, implicit } = link
  const actor = mention && actorOf(mention, actors)
  const inOrder = [...cues].sort((a, b) => extentOf(a).start - extentOf(b).start)
  return {
    order,
    quote: mention ? quoteOf(mention) : '',
    actor: actor?.id ?? text(mention?.attributes.actor),
    name: actor?.name.ar ?? null,
    kind: kind ?? text(mention?.attributes.kind) ?? actor?.kind ?? null,
    cue: inOrder[0] ? quoteOf(inOrder[0]) : null,
    mention: mention?.id ?? null,
    cues: ids(inOrder),
    count: count ?? null,
    position: position ?? null,
    implicit,
  }
}

/** The sources of one claim's record alone. */
export const claimSources = (
  annotation: Annotation,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
  actors: ReadonlyMap<string, Actor>,
): ClaimSource[] => chainFrom(annotation, relations, get).map(link => sourceOf(link, actors))

function recordOf(
  claim: Claim,
  outer: Claim | undefined,
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord {
  return {
    id: claim.annotation.id,
    quote: quoteOf(claim.annotation),
    stance: claim.stance ?? null,
    proposition: claim.proposition ?? null,
    voice: claim.voice ?? null,
    directness: claim.directness ?? null,
    modality: claim.modality ?? null,
    polarity: claim.polarity ?? null,
    certainty: claim.certainty ?? null,
    note: claim.note ?? null,
    sources: claim.chain.map(link => sourceOf(link, actors)),
    dates: claim.dates.map(({ annotation, role }) => ({
      value: dateOf(annotation)?.value ?? null,
      quote: quoteOf(annotation),
      role: role ?? null,
      annotation: annotation.id,
    })),
    cues: ids(ownCues(claim, outer)),
    about: ids(claim.about),
    targets: ids(claim.targets),
    media: ids(claim.media),
    parts: ids(claim.parts),
    within: claim.within?.id ?? null,
    repeats: claim.repeats?.id ?? null,
  }
}

/** One claim’s record, at the cost of that one. A relation to an annotation that is gone is passed over. */
export function claimRecord(
  annotation: Annotation,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord {
  const claim = claimFrom(annotation, relations, get)
  const outer = claim.within && claimFrom(claim.within, relations, get)
  return recordOf(claim, outer, actors)
}

/** Every claim of a set, in text order. */
export function claimRecords(
  set: Pick<AnnotationSet, 'annotations' | 'relations'>,
  actors: ReadonlyMap<string, Actor>,
): ClaimRecord[] {
  const byId = new Map(set.annotations.map(annotation => [annotation.id, annotation]))
  return set.annotations
    .filter(({ label }) => label === 'claim')
    .map(claim => claimRecord(claim, set.relations, id => byId.get(id), actors))
}
