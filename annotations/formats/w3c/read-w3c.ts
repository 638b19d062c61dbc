import { unflattened } from '../exchange/flat-attributes.ts'
import {
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignRelation,
  type ForeignSet,
  type ForeignSpan,
  type Found,
  isRecord,
  type Kept,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn } from '../exchange/metadata.ts'
import type { FormatProblem, OffsetUnit, Source } from '../format.ts'
import { commentsOf, ownComment, withOwnIds } from './own-comments.ts'

type Item = Record<string, unknown>

const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** Annotations of a list, a page, a collection, a graph, or one alone. */
function itemsIn(value: unknown): Item[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn)
  if (!isRecord(value)) return []
  for (const name of ['items', '@graph', 'first', 'annotations'])
    if (typeof value[name] === 'object' && value[name] !== null) return itemsIn(value[name])
  return [value]
}

const idOf = (value: unknown): string | undefined =>
  textOr(value) ?? (isRecord(value) ? (textOr(value.id) ?? textOr(value['@id'])) : undefined)

/** What a target without a source is about: the text that lies beside the file. */
const nearby = 'urn:isnad:beside'

const sourceOf = (target: unknown): string | undefined => {
  if (!isRecord(target)) return textOr(target)
  return idOf(target.source) ?? idOf(target) ?? (target.selector ? nearby : undefined)
}

/** The stretch a target's selectors agree on: the quote checks the position. */
function spanOf(target: unknown): ForeignSpan | undefined {
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

const purposeOf = (body: Item, fallback: string) => textOr(body.purpose) ?? fallback

function bodiesOf(item: Item) {
  const bodies = [
    ...listOf(item.body ?? item.bodies),
    ...listOf(item.bodyValue).map(value => ({ type: 'TextualBody', value })),
  ]
  return bodies.map(body => (isRecord(body) ? body : { value: body })).filter(isRecord)
}

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

function readAnnotation(item: Item, spans: ForeignSpan[]): ForeignAnnotation {
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

function readLink(item: Item): ForeignRelation | undefined {
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

const creatorOf = ({ creator }: Item) => {
  const [first] = listOf(creator)
  return isRecord(first)
    ? (textOr(first.name) ?? textOr(first.nickname) ?? idOf(first))
    : textOr(first)
}

type Resource = {
  text: string | undefined
  about: Item
  unit: OffsetUnit | undefined
  sets: Map<string | undefined, ForeignSet>
}

/** Annotations gathered by what they are about and who made them. */
export function* readW3c({ text, beside }: Source): Generator<Found> {
  const parsed = parseJson(text)
  if ('problem' in parsed) {
    yield parsed
    return
  }
  const resources = new Map<string, Resource>()
  const problems: FormatProblem[] = []
  const resource = (source: string): Resource => {
    const known = resources.get(source) ?? {
      text: undefined,
      about: {},
      unit: undefined,
      sets: new Map(),
    }
    resources.set(source, known)
    return known
  }
  const setOf = (source: string, annotator: string | undefined): ForeignSet => {
    const { sets } = resource(source)
    const known = sets.get(annotator) ?? { annotator, annotations: [], relations: [] }
    sets.set(annotator, known)
    return known
  }
  const owners = new Map<string, [source: string, annotator: string | undefined]>()
  const links: [Item, ForeignRelation][] = []
  const comments: Item[] = []
  for (const item of itemsIn(parsed.value)) {
    const motivation = textOr(listOf(item.motivation)[0])
    const targets = listOf(item.target)
    const spans = targets.flatMap(target => spanOf(target) ?? [])
    const source = sourceOf(targets[0])
    const described = bodiesOf(item).find(
      body => purposeOf(body, motivation ?? '') === 'describing',
    )
    if (ownComment.test(idOf(item) ?? '')) {
      comments.push(item)
      continue
    }
    if (motivation === 'linking') {
      const link = readLink(item)
      if (link) links.push([item, link])
      else problems.push({ kind: 'relation-end-missing', element: idOf(item) })
    } else if (
      motivation === 'describing' &&
      spans.length === 0 &&
      source &&
      textOr(described?.value)
    ) {
      const known = resource(source)
      known.text = textOr(described?.value)
      known.about = bodiesOf(item).find(body => body.type === 'Dataset') ?? {}
      const unit = known.about.offsetUnit
      if (unit === 'utf-16' || unit === 'code points') known.unit = unit
    } else if (spans.length === 0 || source === undefined)
      problems.push({ kind: 'no-span', element: idOf(item) })
    else {
      const creator = creatorOf(item)
      const annotation = readAnnotation(item, spans)
      setOf(source, creator).annotations.push(annotation)
      if (annotation.id !== undefined) owners.set(annotation.id, [source, creator])
    }
  }
  for (const [, link] of links) {
    const owner = owners.get(link.from)
    if (owner) setOf(...owner).relations.push(link)
    else problems.push({ kind: 'relation-end-missing', element: link.id, detail: link.type })
  }
  let first = true
  for (const [source, { text, about, unit, sets }] of resources) {
    const id = /^urn:isnad:([0-9a-f]{16})$/.exec(source)?.[1]
    const document: ForeignDocument = {
      id,
      // Of several sources beside one text, quotes tell which of them it is.
      text: text ?? beside?.('.txt'),
      metadata: { ...metadataIn(about) },
      unit: unit ?? 'code points',
      unitIsFixed: unit !== undefined,
      ...(id === undefined && source !== nearby && { kept: { source } }),
      problems: first ? problems : [],
      ...(id !== undefined && commentsOf(id, comments)),
      sets: [...sets.values()].map(id === undefined ? set => set : withOwnIds),
    }
    first = false
    yield { document }
  }
  if (first) yield { problem: problems[0] ?? { kind: 'wrong-shape', detail: 'no annotations' } }
}
