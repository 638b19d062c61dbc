import { unflattened } from '../exchange/flat-attributes.ts'
import {
  type ForeignAnnotation,
  type ForeignRelation,
  type ForeignSpan,
  isRecord,
  type Kept,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { bodiesOf, type Item, idOf, listOf, purposeOf, sourceOf } from './item.ts'

const ours = ['TextPositionSelector', 'TextQuoteSelector']

/** What an annotation of somebody else's is beside what it says: its name, its purpose, its maker, its other selectors. */
function itself(item: Item, tag: Item | undefined): Kept {
  const id = idOf(item)
  const [target, ...more] = listOf(item.target)
  const selectors =
    isRecord(target) && more.length === 0
      ? listOf(target.selector).filter(one => !isRecord(one) || !ours.includes(String(one.type)))
      : []
  const isItself = isRecord(target) && target.source === undefined
  const names = ['source', 'selector', ...(isItself ? ['id', '@id'] : [])]
  const about = isRecord(target) ? without(target, ...names) : undefined
  const maker = listOf(item.creator)[0]
  const isPlain =
    maker === undefined ||
    (isRecord(maker) && without(maker, 'name', 'type') === undefined && maker.type === 'Person')
  return {
    ...(id !== undefined && !id.startsWith('urn:isnad:') && { id }),
    ...(item.motivation !== 'tagging' && { motivation: item.motivation ?? null }),
    ...(!isPlain && { creator: item.creator }),
    ...(selectors.length > 0 && { selectors }),
    ...(about && { target: about }),
    ...(tag && without(tag, 'type', 'purpose', 'value') && { tag: without(tag, 'value') }),
  }
}

/** An annotation of words: its tag is its label, keyed bodies are its attributes, the rest is kept. */
export function readAnnotation(item: Item, spans: ForeignSpan[]): ForeignAnnotation {
  const bodies = bodiesOf(item)
  const motivation = textOr(listOf(item.motivation)[0]) ?? 'tagging'
  const isTag = (body: Item) =>
    /^(tagging|classifying|identifying)$/.test(purposeOf(body, motivation))
  const attribute = (body: Item) => textOr(body.key)
  const tag =
    bodies.find(body => isTag(body) && !attribute(body) && textOr(body.value) !== undefined) ??
    bodies.find(body => !attribute(body) && (textOr(body.value) ?? idOf(body)) !== undefined)
  const label = tag && (textOr(tag.value) ?? idOf(tag))
  const flat = new Map<string, unknown>()
  for (const body of bodies) {
    const name = attribute(body)
    if (name !== undefined) flat.set(name, body.value)
  }
  const others = bodies.filter(body => body !== tag && !attribute(body))
  return {
    id: idOf(item),
    // What a highlight says nothing of is a highlight.
    label: label !== undefined && label.length <= 80 ? label : motivation,
    spans,
    attributes: unflattened(flat),
    kept: {
      ...without(
        item,
        '@context',
        '@id',
        'type',
        'motivation',
        'creator',
        'body',
        'bodies',
        'target',
        'id',
      ),
      ...itself(item, tag),
      ...(label === undefined && { untagged: true }),
      ...(others.length > 0 && { bodies: others }),
      ...(label !== undefined && label.length > 80 && { value: label }),
    },
  }
}

/** An annotation whose target and body are two others. */
export function readLink(item: Item): ForeignRelation | undefined {
  const bodies = bodiesOf(item)
  const from = sourceOf(listOf(item.target)[0])
  const links = listOf(item.body)
  const linked = links.find(
    body => typeof body === 'string' || (isRecord(body) && (body.source ?? body.id) !== undefined),
  )
  const to = sourceOf(linked)
  const tag = bodies.find(body => textOr(body.value) !== undefined && body.source === undefined)
  if (from === undefined || to === undefined) return undefined
  const order = typeof tag?.order === 'number' ? tag.order : undefined
  return { id: idOf(item), type: textOr(tag?.value) ?? 'linking', from, to, order }
}

/** Who made it, by name or else by id. */
export const creatorOf = ({ creator }: Item) => {
  const [first] = listOf(creator)
  return isRecord(first)
    ? (textOr(first.name) ?? textOr(first.nickname) ?? idOf(first))
    : textOr(first)
}
