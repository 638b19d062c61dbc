import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Place = { start: number; end: number; text: string }

export type ExampleLink = {
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

export type Words = {
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
