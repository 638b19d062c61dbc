import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dateTypes } from '../../annotations/dates/timex.ts'
import type { IsnadLine } from '../../annotations/formats/isnad-line.ts'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import type { Attributes } from '../../annotations/model/annotation.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { linkOf } from '../../annotations/model/chain.ts'
import { applyChanges, type Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'

type Place = { start: number; end: number; text: string }
type ExampleLink = {
  actor: string | null
  span: Place | null
  cue?: Place
  implicit?: boolean
  kind: string
}
/** A claim as the hand-made example has it: outermost source first, own cues, parts, what it stands in. */
export type ExampleClaim = {
  id: string
  voice: string
  content: Place[]
  cue: Place[]
  chain: ExampleLink[]
  source_kind: string
  dates: { date: string; role: string }[]
  atoms?: Place[]
  note?: string
  nested_in?: string
  content_kind?: string
  addressee?: Place
  medium?: Place
  quote?: string
  duplicate_of?: string
}
export type ExampleDate = { id: string; span: Place; type: string; value: string; mod?: string }
export type ExampleActor = {
  id: string
  name: string
  type: string
  count?: number
  mentions: Place[]
}
export type Example = {
  text: string
  actors: ExampleActor[]
  dates: ExampleDate[]
  claims: ExampleClaim[]
}

const golden = join(import.meta.dirname, '../golden/claims')

type Words = {
  actors: { id: string; name: string; kind: string; count?: number; mentions: string[] }[]
  dates: { id: string; words: string; type: string; value: string }[]
  claims: {
    id: string
    voice?: string
    content: string[]
    cue?: string[]
    chain?: {
      actor: string | null
      words: string | null
      cue?: string
      implicit?: boolean
      kind: string
    }[]
    dates?: { date: string; role: string }[]
    atoms?: string[]
    addressee?: string
    medium?: string
    [rest: string]: unknown
  }[]
}

/** The golden article of our own, its words put in their places. */
export function ownExample(): Example {
  const text = readFileSync(join(golden, 'ferry.txt'), 'utf8')
  const words: Words = JSON.parse(readFileSync(join(golden, 'ferry.json'), 'utf8'))
  const at = (said: string): Place => {
    const start = text.indexOf(said.replace('|', ''))
    if (start === -1) throw new Error(`not in the text: ${said}`)
    const quote = said.split('|')[0] as string
    return { start, end: start + quote.length, text: quote }
  }
  return {
    text,
    actors: words.actors.map(({ kind, mentions, ...actor }) => ({
      ...actor,
      type: kind,
      mentions: mentions.map(at),
    })),
    dates: words.dates.map(({ words, ...date }) => ({ ...date, span: at(words) })),
    claims: words.claims.map(claim => {
      const { content, cue = [], chain = [], dates = [], atoms, addressee, medium, ...rest } = claim
      const links = chain.map(({ words, cue, ...link }) => ({
        ...link,
        span: words === null ? null : at(words),
        ...(cue === undefined ? {} : { cue: at(cue) }),
      }))
      return {
        voice: 'attributed',
        source_kind: links.at(-1)?.kind ?? 'author',
        ...rest,
        content: content.map(at),
        cue: cue.map(at),
        chain: links,
        dates,
        ...(atoms ? { atoms: atoms.map(at) } : {}),
        ...(addressee ? { addressee: at(addressee) } : {}),
        ...(medium ? { medium: at(medium) } : {}),
      } satisfies ExampleClaim
    }),
  }
}

/** An example in records of lines beside its text, names as ours are written. */
export function exampleIn(folder: string): Example {
  const text = readFileSync(join(folder, '004.txt'), 'utf8')
  const records = readFileSync(join(folder, 'claims-004.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line.replaceAll(/"(kind|source_kind|role)": "(\w+)"/g, hyphened)))
  const of = (kind: string) => records.filter(({ record }) => record === kind)
  return { text, actors: of('actor'), dates: of('date'), claims: of('claim') }
}
const hyphened = (_: string, key: string, value: string) =>
  `"${key}": "${value.replaceAll('_', '-')}"`

const registerId = (id: string) => id.toLowerCase()
const kindOf = (type: string): Actor['kind'] =>
  actorKinds.find(kind => kind === type.replaceAll('_', '-')) ?? 'other'

export const registerOf = ({ actors }: Example): Map<string, Actor> =>
  new Map(
    actors.map(({ id, name, type }) => [
      registerId(id),
      {
        id: registerId(id),
        name: { ar: name },
        kind: kindOf(type),
        aliases: [],
        titles: [],
        notes: '',
        externalIds: {},
      },
    ]),
  )

/** The set that says all an example says, made by the changes the app makes. */
export function setOfExample(
  example: Example,
  about: { id: string; textDigest: string },
): AnnotationSet {
  const { text } = example
  let set = emptySet(about.id, about.textDigest, 'example')
  const make = (changes: Change[]) => {
    set = applyChanges(set, changes)
  }
  const known = new Map<string, string>()
  let count = 0
  const put = (label: string, places: readonly Place[], attributes: Attributes = {}): string => {
    const key = `${label} ${places.map(({ start, end }) => `${start}-${end}`).join(' ')}`
    const there = known.get(key)
    if (there !== undefined) return there
    const id = `${label}-${++count}`
    known.set(key, id)
    const spans = places.map(({ start, end }) => spanOf(text, start, end))
    make([{ kind: 'put-annotation', annotation: { id, label, spans, attributes } }])
    return id
  }
  const link = (
    type: string,
    from: string,
    to: string,
    attributes: Attributes = {},
    order?: number,
  ) => {
    const ordered = defaultScheme.relationTypes.find(({ id }) => id === type)?.ordered ?? false
    const [made] = linkOf(set, { id: `r${++count}`, type, from, to, ordered })
    if (made?.kind !== 'put-relation') return
    const relation = { ...made.relation, ...(order === undefined ? {} : { order }) }
    const said = Object.keys(attributes).length > 0 ? { attributes } : {}
    make([{ kind: 'put-relation', relation: { ...relation, ...said } }])
  }
  for (const actor of example.actors)
    for (const mention of actor.mentions)
      put('actor', [mention], {
        kind: kindOf(actor.type),
        actor: registerId(actor.id),
        ...(actor.count === undefined ? {} : { count: actor.count }),
      })
  const dates = new Map(
    example.dates.map(({ id, span, type, value }) => {
      const known = dateTypes.find(one => one === type) ?? 'DATE'
      return [id, put('date', [span], { value: { type: known, value, calendar: 'gregorian' } })]
    }),
  )
  const claims = new Map(
    example.claims.map(claim => {
      const attributes: Attributes = { stance: 'asserts', voice: claim.voice }
      if (claim.quote) attributes.directness = claim.quote
      if (claim.content_kind) attributes.modality = claim.content_kind
      if (claim.note) attributes.note = claim.note
      return [claim.id, put('claim', claim.content, attributes)]
    }),
  )
  for (const claim of example.claims) {
    const id = claims.get(claim.id) as string
    const own = [...claim.cue]
    claim.chain.forEach(({ span, cue, kind, implicit }, at) => {
      if (span)
        link('source', id, put('actor', [span]), { kind, ...(implicit ? { implicit } : {}) })
      if (cue) link('cue', id, put('cue', [cue]), span ? {} : { unnamed: true }, at + 1)
    })
    for (const cue of own) link('cue', id, put('cue', [cue]), {}, claim.chain.length)
    for (const { date, role } of claim.dates) link('about', id, dates.get(date) as string, { role })
    for (const atom of claim.atoms ?? []) {
      const part = put('claim', [atom], { stance: 'asserts', note: 'part' })
      link('part', id, part)
    }
    if (claim.medium) link('medium', id, put('cue', [claim.medium]))
    if (claim.addressee) link('target', id, put('actor', [claim.addressee]))
    if (claim.nested_in) link('within', id, claims.get(claim.nested_in) as string)
    if (claim.duplicate_of) link('repeats', id, claims.get(claim.duplicate_of) as string)
  }
  return set
}

/** What the claims view of an exported line says, in the example's words: nothing else of the line but places is read. */
export function claimsIn({ annotations, claims }: IsnadLine, example: Example): ExampleClaim[] {
  const byId = new Map(annotations.map(one => [one.id, one]))
  const places = (id: string | null | undefined): Place[] =>
    byId.get(id ?? '')?.spans.map(({ start, end, quote }) => ({ start, end, text: quote })) ?? []
  const same = (a: readonly Place[], b: readonly Place[]) =>
    a.length === b.length &&
    a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end)
  const nameOf = (id: string | null | undefined) =>
    example.claims.find(({ content }) => same(content, places(id)))?.id
  const dateOf = (id: string | undefined) =>
    example.dates.find(({ span }) => same([span], places(id)))?.id ?? ''
  const parts = new Set(claims.flatMap(claim => claim.parts ?? []))
  return claims
    .filter(({ id }) => !(parts.has(id) && byId.get(id)?.attributes.note === 'part'))
    .map(claim => {
      const [medium] = (claim.media ?? []).flatMap(places)
      const [addressee] = (claim.targets ?? []).flatMap(places)
      const [nested, twin] = [nameOf(claim.within), nameOf(claim.repeats)]
      return {
        id: nameOf(claim.id) ?? claim.id,
        voice: claim.voice ?? '',
        content: places(claim.id),
        cue: (claim.cues ?? []).flatMap(places),
        chain: claim.sources.map(({ actor, mention, cues, implicit, kind }) => {
          const [cue] = (cues ?? []).flatMap(places)
          const known = example.actors.find(({ id }) => registerId(id) === actor)
          return {
            actor: known?.id ?? null,
            span: places(mention)[0] ?? null,
            ...(cue ? { cue } : {}),
            ...(implicit ? { implicit: true } : {}),
            kind: kind ?? '',
          }
        }),
        source_kind: claim.sources.at(-1)?.kind ?? 'author',
        dates: claim.dates.map(({ annotation, role }) => ({
          date: dateOf(annotation),
          role: role ?? '',
        })),
        ...(claim.parts && claim.parts.length > 0 ? { atoms: claim.parts.flatMap(places) } : {}),
        ...(claim.note ? { note: claim.note } : {}),
        ...(nested ? { nested_in: nested } : {}),
        ...(claim.modality ? { content_kind: claim.modality } : {}),
        ...(addressee ? { addressee } : {}),
        ...(medium ? { medium } : {}),
        ...(claim.directness ? { quote: claim.directness } : {}),
        ...(twin ? { duplicate_of: twin } : {}),
      }
    })
}

/** The same claim without what only says where in the file it stands, in one order of keys and links. */
export function comparable(claim: ExampleClaim) {
  const place = ({ start, end }: Place) => `${start}-${end}`
  const inOrder = (places: readonly Place[]) => places.map(place).sort()
  return {
    id: claim.id,
    voice: claim.voice,
    content: claim.content.map(place),
    cue: inOrder(claim.cue),
    chain: claim.chain.map(({ actor, span, cue, implicit, kind }) => ({
      actor,
      span: span && place(span),
      cue: cue ? place(cue) : undefined,
      implicit: implicit === true,
      kind,
    })),
    source_kind: claim.source_kind,
    dates: claim.dates.map(({ date, role }) => `${date} ${role}`).sort(),
    atoms: inOrder(claim.atoms ?? []),
    note: claim.note,
    nested_in: claim.nested_in,
    content_kind: claim.content_kind,
    addressee: claim.addressee && place(claim.addressee),
    medium: claim.medium && place(claim.medium),
    quote: claim.quote,
    duplicate_of: claim.duplicate_of,
  }
}
