import { fold } from '../arabic/fold.ts'
import { type DateMention, findDates } from '../dates/find-dates.ts'
import type { Actor } from '../model/actor.ts'
import type { Annotation, Attributes } from '../model/annotation.ts'
import { dateValueOf } from '../model/date-of-span.ts'
import { type Document, furniture, type Region, regionAt } from '../model/document.ts'
import { dateOptions } from '../model/document-anchors.ts'
import type { Relation } from '../model/relation.ts'
import type { LabelScheme } from '../model/scheme.ts'
import { spanOf } from '../model/span.ts'
import { withForm } from '../model/written-form.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { claimAttributes, linkAttributes } from './claim-attributes.ts'
import { findActors } from './find-actors.ts'
import { findClaims } from './find-claims.ts'
import { fittedAttributes } from './fit-attributes.ts'
import type { FoundClaim } from './found-claim.ts'
import { type At, closingsOf } from './grammar.ts'
import { knownWords } from './known-words.ts'
import type { Mention } from './mention.ts'
import { gazetteerOf } from './register-mentions.ts'
import { type SuggestionKind, suggestionKinds } from './suggestion-kinds.ts'
import { readingOf, type Token } from './token.ts'

/** What suggestions are made with: the register, the scheme they are to fit, and strings that name nobody. */
export type Knowledge = {
  readonly actors: readonly Actor[]
  readonly scheme: LabelScheme
  /** Folded. */
  readonly rejected?: ReadonlySet<string>
  readonly kinds?: readonly SuggestionKind[]
}

export type SuggestedOn = Pick<
  Document,
  'text' | 'regions' | 'published' | 'publishedUnsure' | 'anchors' | 'outlet'
>

/** Suggestions as annotations and relations of the scheme, and the rule each annotation comes from, by its id. */
export type Suggestions = {
  readonly annotations: Annotation[]
  readonly relations: Relation[]
  readonly rules: ReadonlyMap<string, string>
}

/** Lines in which nobody is quoted. */
const unread: readonly Region['kind'][] = [...furniture, 'byline']

/** Those that lie in any of some stretches, both in text order. */
function tokensWithin(tokens: readonly Token[], stretches: readonly Stretch[]): Set<Token> {
  const found = new Set<Token>()
  let at = 0
  for (const { start, end } of stretches) {
    while (at < tokens.length && (tokens[at] as Token).end <= start) at++
    for (let next = at; next < tokens.length && (tokens[next] as Token).start < end; next++)
      found.add(tokens[next] as Token)
  }
  return found
}

/** What the rules find in an article, furniture of the page left out; dates of datelines are dates too. */
export function readArticle(document: SuggestedOn, knowledge: Knowledge) {
  const { text, regions, outlet } = document
  const reading = readingOf(text, knownWords(knowledge.actors))
  const here: At = { tokens: reading.tokens, closings: closingsOf(reading) }
  const kindAt = ({ start }: Stretch) => regionAt(regions, start)
  const isRead = (place: Stretch) => {
    const kind = kindAt(place)
    return !unread.includes(kind) && kind !== 'dateline'
  }
  const gazetteer = gazetteerOf(knowledge.actors, knowledge.rejected)
  const namesNobody = ({ start, end }: Stretch) =>
    knowledge.rejected?.has(fold(text.slice(start, end)).folded.trim())
  const actors = findActors(here, gazetteer).filter(actor => isRead(actor) && !namesNobody(actor))
  const outermost = actors.filter(
    actor =>
      !actors.some(
        other => other !== actor && other.first <= actor.first && other.last >= actor.last,
      ),
  )
  const dates = findDates(text, dateOptions(document)).filter(
    date =>
      !furniture.includes(kindAt(date)) &&
      // «بغداد اليوم»: of a name.
      !actors.some(
        ({ rule, start, end }) =>
          // الأمين العام السابق: of an office.
          /^(?:outlet|title|title-name|name)$/.test(rule) && start <= date.start && end >= date.end,
      ),
  )
  const scene = {
    ...here,
    text,
    dated: tokensWithin(reading.tokens, dates),
    mentionAt: new Map(outermost.map(mention => [mention.first, mention])),
    endingAt: new Map(outermost.map(mention => [mention.last, mention])),
  }
  const sentences = reading.sentences.filter(({ start }) => {
    const first = reading.tokens[start]
    return first !== undefined && isRead(first)
  })
  return { actors, dates, claims: findClaims(scene, sentences, outlet) }
}

const inside = (place: Stretch, outer: Stretch) =>
  place.start >= outer.start && place.end <= outer.end

/** Dates of a claim with what they date: what is said, or the saying. */
export function datesOfClaim(
  claim: FoundClaim,
  dates: readonly DateMention[],
): { date: DateMention; role: 'content' | 'utterance' }[] {
  return dates.flatMap((date): { date: DateMention; role: 'content' | 'utterance' }[] => {
    if (claim.content.some(span => inside(date, span))) return [{ date, role: 'content' }]
    return inside(date, claim.frame) ? [{ date, role: 'utterance' }] : []
  })
}

/** Suggestions for an article, deterministic: the same text, register and scheme give the same, ids included. */
export function suggest(document: SuggestedOn, knowledge: Knowledge): Suggestions {
  const { text } = document
  const { scheme, kinds = suggestionKinds } = knowledge
  const found = readArticle(document, knowledge)
  const annotations = new Map<string, Annotation>()
  const relations: Relation[] = []
  const rules = new Map<string, string>()
  const has = (label: string) => scheme.labels.some(({ id }) => id === label)

  function put(
    label: string,
    letter: string,
    spans: readonly Stretch[],
    rule: string,
    attributes: Attributes,
  ): string | undefined {
    if (!has(label)) return undefined
    const ends = spans.map(({ start, end }) => `${start}-${end}`).join('.')
    const id = `${letter}${ends.length > 60 ? `${spans[0]?.start}-${spans.at(-1)?.end}` : ends}`
    if (!annotations.has(id)) {
      const cut = spans.map(({ start, end }) => spanOf(text, start, end))
      const attributesOf = fittedAttributes(scheme, label, attributes)
      annotations.set(id, withForm(text, { id, label, spans: cut, attributes: attributesOf }))
      rules.set(id, rule)
    }
    return id
  }
  function link(
    type: string,
    from: string | undefined,
    to: string | undefined,
    order?: number,
    attributes: Attributes = {},
  ) {
    const known = scheme.relationTypes.find(({ id }) => id === type)
    const [start, end] = [from && annotations.get(from), to && annotations.get(to)]
    if (
      !known ||
      !start ||
      !end ||
      !known.from.includes(start.label) ||
      !known.to.includes(end.label)
    )
      return
    const id = `r${relations.length + 1}`
    const relation: Relation = { id, type, from: start.id, to: end.id }
    relations.push({
      ...relation,
      ...(known.ordered && order !== undefined ? { order } : {}),
      ...linkAttributes(known, attributes),
    })
  }
  const putActor = (mention: Mention) =>
    put('actor', 'a', [mention], mention.rule, {
      kind: mention.kind,
      ...(mention.actor === undefined ? {} : { actor: mention.actor }),
      ...(mention.count === undefined ? {} : { count: mention.count }),
    })
  const putDate = (date: DateMention) =>
    put('date', 'd', [date], date.rule, { value: dateValueOf(date) })

  if (kinds.includes('actors')) for (const actor of found.actors) putActor(actor)
  if (kinds.includes('dates')) for (const date of found.dates) putDate(date)
  if (!kinds.includes('claims')) return { annotations: [...annotations.values()], relations, rules }

  const ids: (string | undefined)[] = []
  for (const claim of found.claims) {
    const id = put('claim', 'c', claim.content, claim.rule, claimAttributes(claim, text, scheme))
    const isNew = id !== undefined && !ids.includes(id)
    ids.push(id)
    if (!isNew) continue
    for (const [place, { mention, cues, ...rest }] of claim.chain.entries()) {
      const spans = cues.map(cue => put('cue', 'q', [cue], claim.rule, {}))
      if (mention)
        link('source', id, putActor(mention), place + 1, {
          kind: rest.kind,
          ...(rest.isImplicit ? { implicit: true } : {}),
          ...(mention.count === undefined ? {} : { count: mention.count }),
        })
      const unnamed: Attributes = mention ? {} : { unnamed: true }
      for (const cue of spans) link('cue', id, cue, place + 1, unnamed)
    }
    for (const { date, role } of datesOfClaim(claim, found.dates))
      link('about', id, putDate(date), undefined, { role })
    if (claim.medium) link('medium', id, put('cue', 'q', [claim.medium], claim.rule, {}))
    if (claim.within !== undefined) link('within', id, ids[claim.within])
  }
  return { annotations: [...annotations.values()], relations: inChains(relations), rules }
}

/** A chain whose outer link could not be written still counts from 1. */
function inChains(relations: readonly Relation[]): Relation[] {
  const places = new Map<string, number[]>()
  for (const { type, from, order } of relations)
    if (type === 'source' && order !== undefined)
      places.set(from, [...(places.get(from) ?? []), order])
  return relations.map(relation => {
    const orders = places.get(relation.from)
    if (relation.order === undefined || !orders) return relation
    const place = orders.indexOf(relation.order)
    return place === -1 ? relation : { ...relation, order: place + 1 }
  })
}
