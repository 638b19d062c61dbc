import type { Annotation, Attributes } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Relation } from '../model/relation.ts'
import { type Link, linksOf } from './links.ts'

/** One link of an attribution chain; order 1 is the outermost. */
export type ChainLink = {
  readonly order: number
  /** The mention of who is named; undefined where nobody is: من المتوقع أن. */
  readonly mention: Annotation | undefined
  /** The relation that says so: the source's, or the cue's where nobody is named. */
  readonly relation: Relation
  /** One of `sourceKinds`, where it was said. */
  readonly kind: string | undefined
  readonly count: number | undefined
  /** How a source without a name is described: حكومي رفيع. */
  readonly position: string | undefined
  /** The subject is understood: the mention is its antecedent, elsewhere. */
  readonly implicit: boolean
  readonly cues: readonly Annotation[]
}

/** Who said what, by which words, through whom, about when: a claim as its annotation and relations say it. */
export type Claim = {
  readonly annotation: Annotation
  readonly stance: string | undefined
  readonly modality: string | undefined
  readonly polarity: string | undefined
  readonly certainty: string | undefined
  readonly directness: string | undefined
  /** Whose voice: a source's, or the article's own. Where nothing is said of it, a claim with a chain is attributed. */
  readonly voice: 'attributed' | 'author' | undefined
  readonly proposition: string | undefined
  readonly note: string | undefined
  /** Outermost first. */
  readonly chain: readonly ChainLink[]
  readonly dates: readonly { readonly annotation: Annotation; readonly role: string | undefined }[]
  readonly about: readonly Annotation[]
  readonly targets: readonly Annotation[]
  readonly media: readonly Annotation[]
  /** The claim whose content this one stands in. */
  readonly within: Annotation | undefined
  readonly parts: readonly Annotation[]
  readonly repeats: Annotation | undefined
}

function textOf(attributes: Attributes, id: string): string | undefined {
  const value = attributes[id]
  return typeof value === 'string' ? value : undefined
}

const isDirectness = (value: string | undefined) =>
  value === 'direct' || value === 'indirect' || value === 'mixed'

/** Schemes from before voice and directness were two things call directness `voice`. */
function voiceOf(attributes: Attributes, isAttributed: boolean): Claim['voice'] {
  const said = textOf(attributes, 'voice')
  if (said === 'author' || said === 'attributed') return said
  return isAttributed ? 'attributed' : undefined
}

function linkOf(order: number, source: Link | undefined, cues: readonly Link[]): ChainLink {
  const relation = (source ?? (cues[0] as Link)).relation
  const said = source?.relation.attributes ?? {}
  const count = said.count ?? source?.to.attributes.count
  return {
    order,
    mention: source?.to,
    relation,
    kind: source ? textOf(said, 'kind') : 'unspecified',
    count: typeof count === 'number' ? count : undefined,
    position: textOf(said, 'position'),
    implicit: source ? said.implicit === true : true,
    cues: cues.map(({ to }) => to),
  }
}

const isUnnamed = ({ relation }: Link) => relation.attributes?.unnamed === true

/** The chain some links say: sources by their order, each with the cues of that order, and cues that name nobody. */
function chainOf(links: readonly Link[]): ChainLink[] {
  const sources = links.filter(({ relation }) => relation.type === 'source')
  const cues = links.filter(({ relation }) => relation.type === 'cue')
  const placed = sources.map((source, at) => ({ source, order: source.relation.order ?? at + 1 }))
  const taken = new Set(placed.map(({ order }) => order))
  const unnamed = new Set(
    cues
      .filter(cue => isUnnamed(cue) && !taken.has(cue.relation.order ?? 0))
      .map(({ relation }) => relation.order ?? placed.length + 1),
  )
  const cuesAt = (place: number) =>
    cues.filter(
      ({ relation }) => relation.order === place || (unnamed.has(place) && !relation.order),
    )
  return [
    ...placed.map(({ source, order }) => linkOf(order, source, cuesAt(order))),
    ...[...unnamed].map(order => linkOf(order, undefined, cuesAt(order))),
  ].sort((a, b) => a.order - b.order)
}

/** Who a claim is said by, and through whom, without all else of it. */
export const chainFrom = (
  { id }: Annotation,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
): ChainLink[] => chainOf(linksOf(id, relations, get))

/** One claim, at the cost of that one. */
export function claimFrom(
  annotation: Annotation,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
): Claim {
  const links = linksOf(annotation.id, relations, get)
  const to = (type: string) => links.filter(({ relation }) => relation.type === type)
  const { attributes } = annotation
  const chain = chainOf(links)
  const voice = textOf(attributes, 'voice')
  return {
    annotation,
    stance: textOf(attributes, 'stance'),
    modality: textOf(attributes, 'modality'),
    polarity: textOf(attributes, 'polarity'),
    certainty: textOf(attributes, 'certainty'),
    directness: textOf(attributes, 'directness') ?? (isDirectness(voice) ? voice : undefined),
    voice: voiceOf(attributes, chain.length > 0),
    proposition: textOf(attributes, 'proposition'),
    note: textOf(attributes, 'note'),
    chain,
    dates: to('about').map(({ relation, to }) => ({
      annotation: to,
      role: textOf(relation.attributes ?? {}, 'role'),
    })),
    about: to('topic').map(({ to }) => to),
    targets: to('target').map(({ to }) => to),
    media: to('medium').map(({ to }) => to),
    within: to('within')[0]?.to,
    parts: to('part').map(({ to }) => to),
    repeats: to('repeats')[0]?.to,
  }
}

/** The claim of this id in a set; nothing where the id is no claim's. */
export function claimOf(
  { annotations, relations }: Pick<AnnotationSet, 'annotations' | 'relations'>,
  id: string,
): Claim | undefined {
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const annotation = byId.get(id)
  if (annotation?.label !== 'claim') return undefined
  return claimFrom(annotation, relations, id => byId.get(id))
}

/** The cues that are this claim's own, and not those of the claim it stands in. */
export function ownCues({ chain }: Claim, outer: Claim | undefined): Annotation[] {
  const inherited = new Set(outer?.chain.flatMap(({ cues }) => cues.map(({ id }) => id)))
  const seen = new Set<string>()
  return chain
    .flatMap(({ cues }) => cues)
    .filter(({ id }) => !inherited.has(id) && !seen.has(id) && seen.add(id))
}
