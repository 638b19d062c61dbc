import {
  type ForeignDocument,
  type ForeignRelation,
  type ForeignSet,
  type Found,
  textOr,
} from '../exchange/foreign.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn } from '../exchange/metadata.ts'
import type { FormatProblem, OffsetUnit, Source } from '../format.ts'
import {
  bodiesOf,
  type Item,
  idOf,
  itemsIn,
  listOf,
  nearby,
  purposeOf,
  sourceOf,
  spanOf,
} from './item.ts'
import { commentsOf, ownComment, withOwnIds } from './own-comments.ts'
import { creatorOf, readAnnotation, readLink } from './read-item.ts'

/** What annotations are about: a text, if one of them describes it, and what each maker says of it. */
type Resource = {
  text: string | undefined
  about: Item
  unit: OffsetUnit | undefined
  sets: Map<string | undefined, ForeignSet>
}

type Gathered = {
  resources: Map<string, Resource>
  comments: Item[]
  problems: FormatProblem[]
}

function resourceOf({ resources }: Gathered, source: string): Resource {
  const known = resources.get(source)
  if (known) return known
  const made: Resource = { text: undefined, about: {}, unit: undefined, sets: new Map() }
  resources.set(source, made)
  return made
}

function setOf(gathered: Gathered, source: string, annotator: string | undefined): ForeignSet {
  const { sets } = resourceOf(gathered, source)
  const known = sets.get(annotator)
  if (known) return known
  const made: ForeignSet = { annotator, annotations: [], relations: [] }
  sets.set(annotator, made)
  return made
}

/** The text that an annotation without a place says its source has. */
const describedBy = (item: Item): string | undefined =>
  textOr(
    bodiesOf(item).find(body => purposeOf(body, motivationOf(item) ?? '') === 'describing')?.value,
  )

const motivationOf = (item: Item) => textOr(listOf(item.motivation)[0])

function takeText(resource: Resource, item: Item, text: string): void {
  resource.text = text
  resource.about = bodiesOf(item).find(body => body.type === 'Dataset') ?? {}
  const unit = resource.about.offsetUnit
  if (unit === 'utf-16' || unit === 'code points') resource.unit = unit
}

/** Annotations gathered by what they are about and who made them; a link is its first end's. */
function gather(items: readonly Item[]): Gathered {
  const gathered: Gathered = { resources: new Map(), comments: [], problems: [] }
  const { comments, problems } = gathered
  const owners = new Map<string, ForeignSet>()
  const links: ForeignRelation[] = []
  for (const item of items) {
    if (ownComment.test(idOf(item) ?? '')) {
      comments.push(item)
      continue
    }
    const motivation = motivationOf(item)
    if (motivation === 'linking') {
      const link = readLink(item)
      if (link) links.push(link)
      else problems.push({ kind: 'relation-end-missing', element: idOf(item) })
      continue
    }
    const targets = listOf(item.target)
    const spans = targets.flatMap(target => spanOf(target) ?? [])
    const source = sourceOf(targets[0])
    const text =
      motivation === 'describing' && spans.length === 0 && source ? describedBy(item) : undefined
    if (source && text) takeText(resourceOf(gathered, source), item, text)
    else if (spans.length === 0 || source === undefined)
      problems.push({ kind: 'no-span', element: idOf(item) })
    else {
      const set = setOf(gathered, source, creatorOf(item))
      const annotation = readAnnotation(item, spans)
      set.annotations.push(annotation)
      if (annotation.id !== undefined) owners.set(annotation.id, set)
    }
  }
  for (const link of links) {
    const owner = owners.get(link.from)
    if (owner) owner.relations.push(link)
    else problems.push({ kind: 'relation-end-missing', element: link.id, detail: link.type })
  }
  return gathered
}

function documentOf(
  source: string,
  { text, about, unit, sets }: Resource,
  comments: readonly Item[],
  beside: Source['beside'],
): Omit<ForeignDocument, 'problems'> {
  const id = /^urn:isnad:([0-9a-f]{16})$/.exec(source)?.[1]
  return {
    id,
    // Of several sources beside one text, quotes tell which of them it is.
    text: text ?? beside?.('.txt'),
    metadata: { ...metadataIn(about) },
    unit: unit ?? 'code points',
    unitIsFixed: unit !== undefined,
    ...(id === undefined && source !== nearby && { kept: { source } }),
    ...(id !== undefined && commentsOf(id, comments)),
    sets: [...sets.values()].map(id === undefined ? set => set : withOwnIds),
  }
}

/** The documents of a file of Web Annotations (W3C 2017), JSON-LD or an array of them. */
export function* readW3c({ text, beside }: Source): Generator<Found> {
  const parsed = parseJson(text)
  if ('problem' in parsed) {
    yield parsed
    return
  }
  const { resources, comments, problems } = gather(itemsIn(parsed.value))
  if (resources.size === 0)
    yield { problem: problems[0] ?? { kind: 'wrong-shape', detail: 'no annotations' } }
  for (const [at, [source, resource]] of [...resources].entries())
    yield {
      document: {
        ...documentOf(source, resource, comments, beside),
        problems: at === 0 ? problems : [],
      },
    }
}
