import { fold } from '../arabic/fold.ts'
import { type ClaimSource, claimSources, dateOf } from '../claims/claim-record.ts'
import { relationsFrom } from '../claims/links.ts'
import type { Actor } from '../model/actor.ts'
import { type Annotation, extentOf, quoteOf } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { DocumentRecord } from '../model/document.ts'
import { type Side, sideOf } from './side.ts'
import { type SpokenDate, spokenDate } from './spoken-date.ts'

/** Somebody who says something: an entry of the register, a mention that has none, or an outlet in its own voice. */
export type Party = {
  /** The register's id; `~` and folded words of a mention without one; `outlet:` and a name. */
  readonly key: string
  readonly name: { readonly ar: string; readonly en?: string | undefined }
  readonly kind: string | null
  readonly registered: boolean
}

/** One link of a chain: who, and how the article knows them there. */
export type Link = { readonly party: Party; readonly kind: string | null }

/** One claim as reading across documents sees it: who says what, where, when, about when. */
export type Statement = {
  /** `document/annotator/claim`. */
  readonly key: string
  readonly document: string
  readonly title: string
  readonly outlet: string | undefined
  readonly published: string | undefined
  readonly annotator: string
  readonly claim: string
  /** UTF-16, half-open, gaps of a discontinuous claim included. */
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly stance: string | null
  readonly side: Side
  readonly proposition: string | null
  /** Outermost first; empty is the outlet's own voice. */
  readonly chain: readonly Link[]
  readonly directness: string | null
  readonly dates: readonly SpokenDate[]
  /** Labels of what it is linked to, and its own. */
  readonly labels: readonly string[]
}

type About = Pick<DocumentRecord, 'id' | 'title' | 'outlet' | 'published'>

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const isDirectness = (value: string | null) =>
  value === 'direct' || value === 'indirect' || value === 'mixed'

export const outletParty = (outlet: string | undefined): Party => ({
  key: `outlet:${outlet ?? ''}`,
  name: { ar: outlet ?? '' },
  kind: 'media',
  registered: false,
})

function partyOf(
  { actor: id, quote, kind }: ClaimSource,
  actors: ReadonlyMap<string, Actor>,
): Party {
  const actor = id === null ? undefined : actors.get(id)
  if (actor) return { key: actor.id, name: actor.name, kind: actor.kind, registered: true }
  return { key: `~${fold(quote).folded.trim()}`, name: { ar: quote }, kind, registered: false }
}

/** Every claim of a set, in text order. `actors`: every id of the register, and the actor it means. */
export function statementsOf(
  { id, title, outlet, published }: About,
  {
    annotator,
    annotations,
    relations,
  }: Pick<AnnotationSet, 'annotator' | 'annotations' | 'relations'>,
  actors: ReadonlyMap<string, Actor>,
): Statement[] {
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const get = (id: string) => byId.get(id)
  return annotations
    .filter(({ label }) => label === 'claim')
    .map((claim): Statement => {
      const sources = claimSources(claim, relations, get, actors)
      const links = relationsFrom(relations, claim.id).flatMap(({ type, to }) => {
        const other = byId.get(to)
        return other ? [{ type, to: other }] : []
      })
      const stance = text(claim.attributes.stance)
      const voice = text(claim.attributes.voice)
      return {
        key: `${id}/${annotator}/${claim.id}`,
        document: id,
        title,
        outlet,
        published,
        annotator,
        claim: claim.id,
        ...extentOf(claim),
        quote: quoteOf(claim),
        stance,
        side: sideOf(stance, text(claim.attributes.towards)),
        proposition: text(claim.attributes.proposition),
        chain: sources.map(source => ({
          party: partyOf(source, actors),
          kind: source.kind,
        })),
        directness: text(claim.attributes.directness) ?? (isDirectness(voice) ? voice : null),
        dates: links.filter(({ type }) => type === 'about').flatMap(({ to }) => datesIn(to)),
        labels: [...new Set([claim.label, ...links.map(({ to }) => to.label)])],
      }
    })
}

function datesIn(annotation: Annotation): SpokenDate[] {
  const value = dateOf(annotation)
  return value ? [spokenDate(value, quoteOf(annotation))] : []
}

/** Which end of a chain is asked for: who the outlet has it from, or who is said to have said it. */
export const chainEnds = ['inner', 'outer'] as const
export type ChainEnd = (typeof chainEnds)[number]

/** Who says a statement; where nobody is named, the outlet does. */
export function speakerOf({ chain, outlet }: Statement, end: ChainEnd): Party {
  const link = end === 'inner' ? chain.at(-1) : chain[0]
  return link?.party ?? outletParty(outlet)
}
