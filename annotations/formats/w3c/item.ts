import { type ForeignSpan, isRecord, textOr } from '../exchange/foreign.ts'

/** A node of JSON-LD: an annotation, a body, a target. */
export type Item = Record<string, unknown>

export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** Annotations of a list, a page, a collection, a graph, or one alone. */
export function itemsIn(value: unknown): Item[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn)
  if (!isRecord(value)) return []
  for (const name of ['items', '@graph', 'first', 'annotations'])
    if (typeof value[name] === 'object' && value[name] !== null) return itemsIn(value[name])
  return [value]
}

export const idOf = (value: unknown): string | undefined =>
  textOr(value) ?? (isRecord(value) ? (textOr(value.id) ?? textOr(value['@id'])) : undefined)

/** What a target without a source is about: the text that lies beside the file. */
export const nearby = 'urn:isnad:beside'

export const sourceOf = (target: unknown): string | undefined => {
  if (!isRecord(target)) return textOr(target)
  return idOf(target.source) ?? idOf(target) ?? (target.selector ? nearby : undefined)
}

/** The stretch a target's selectors agree on: the quote checks the position. */
export function spanOf(target: unknown): ForeignSpan | undefined {
  if (!isRecord(target)) return undefined
  const selectors = listOf(target.selector).flatMap(one => [
    one,
    ...listOf(isRecord(one) ? one.refinedBy : []),
  ])
  const typed = (type: string) => selectors.filter(isRecord).find(one => one.type === type)
  // Recogito's own model has places and words in one selector without a type.
  const bare = selectors.filter(isRecord).find(one => one.type === undefined && textOr(one.quote))
  const position = typed('TextPositionSelector') ?? bare
  const quote = textOr(typed('TextQuoteSelector')?.exact) ?? textOr(bare?.quote)
  if (position && typeof position.start === 'number') {
    const { start, end } = position
    if (typeof end === 'number') return { start, end, quote }
    if (quote !== undefined) return { start, end: start + [...quote].length, quote }
  }
  // A quote alone is found where the text says it, if it says it once.
  return quote === undefined ? undefined : { start: 0, end: 0, quote }
}

/** What a body is there for, by itself or by its annotation's motivation. */
export const purposeOf = (body: Item, fallback: string) => textOr(body.purpose) ?? fallback

export function bodiesOf(item: Item) {
  const bodies = [
    ...listOf(item.body ?? item.bodies),
    ...listOf(item.bodyValue).map(value => ({ type: 'TextualBody', value })),
  ]
  return bodies.map(body => (isRecord(body) ? body : { value: body })).filter(isRecord)
}
