import { fromJavaName } from '../exchange/attribute-names.ts'
import { unflattened } from '../exchange/flat-attributes.ts'
import type {
  ForeignAnnotation,
  ForeignDocument,
  ForeignRelation,
  Kept,
} from '../exchange/foreign.ts'
import { isOwnLayer, labelFeature, shortName } from '../exchange/label-feature.ts'
import { metadataIn } from '../exchange/metadata.ts'
import type { FormatProblem } from '../format.ts'
import { type Cas, coversNothing, numberOf, onlyId, plainOf, type Structure } from './cas.ts'
import { keepCas, keptFeatures } from './kept-structures.ts'
import { linksOf } from './links.ts'
import { articleType } from './types.ts'

/** Layers that say where words and sentences are, and nothing about them. */
const frame =
  /(?:^uima\.tcas\.DocumentAnnotation|\.(?:DocumentMetaData|CASMetadata|Sentence|Token|Paragraph|Div|DocumentAnnotation|FeatureDescription|LayerDescription))$/
const structural = new Set(['sofa', 'begin', 'end', 'Governor', 'Dependent'])
/** Of a link of a slot: what it leads to is no slot of its own. */
const joining = new Set([...structural, 'source', 'target'])

/** The two ends of a structure that joins annotations. */
function endsOf(structure: Structure): [number, number] | undefined {
  for (const [from, to] of [
    ['Governor', 'Dependent'],
    ['source', 'target'],
  ] as const) {
    const ends = [onlyId(structure, from), onlyId(structure, to)]
    if (ends[0] !== undefined && ends[1] !== undefined) return [ends[0], ends[1]]
  }
  return undefined
}

/** Names and values of the plain features, in their order. */
function saidBy(structure: Structure): Map<string, string | number | boolean> {
  const said = new Map<string, string | number | boolean>()
  for (const [name, feature] of structure.features) {
    if (structural.has(name)) continue
    if (feature.kind === 'value' && feature.value !== '') said.set(name, feature.value)
    if (feature.kind === 'values' && feature.values.length > 0)
      said.set(name, feature.values.join('، '))
  }
  return said
}

function labelled(structure: Structure) {
  const said = saidBy(structure)
  const words = [...said].flatMap(([name, one]) => (typeof one === 'string' ? [name] : []))
  const feature = labelFeature(words)
  const label = feature === undefined ? undefined : String(said.get(feature))
  if (feature !== undefined) said.delete(feature)
  return { label: label ?? shortName(structure.type), feature, said }
}

const isOwn = ({ type, features }: Structure) => isOwnLayer(type, name => features.has(name))

/** What an annotation or a relation is called where it comes from, and what of it are no plain words. */
function keptOf(cas: Cas, id: number, { type, features }: Structure, feature: string | undefined) {
  if (isOwn({ type, features })) return undefined
  const references = new Map(
    [...features].filter(
      ([name, feature]) =>
        feature.kind === 'reference' &&
        !joining.has(name) &&
        (name !== 'next' || feature.ids.some(id => coversNothing(cas, id))),
    ),
  )
  const lists = new Map([...features].filter(([, { kind }]) => kind === 'values'))
  const blank = [...features].flatMap(([name, one]) =>
    one.kind === 'value' && one.value === '' ? [name] : [],
  )
  return {
    layer: type,
    ...(feature !== undefined && { feature }),
    id,
    ...(references.size > 0 && { references: keptFeatures(references) }),
    ...(lists.size > 0 && { lists: keptFeatures(lists) }),
    ...(blank.length > 0 && { blank }),
  }
}

/** What describes a text and says nothing. */
const isPlainDescription = ({ type, features }: Structure) =>
  type === 'uima.tcas.DocumentAnnotation' &&
  [...features.keys()].every(name => ['sofa', 'begin', 'end', 'language'].includes(name))

/** Tokens, sentences, links to nothing and whatever else is no annotation: kept, to go back as it is. */
function recordOf({ structures, members, sofa, text, language }: Cas, read: ReadonlySet<number>) {
  const rest = new Map([...structures].filter(([id]) => !read.has(id)))
  if ([...rest.values()].every(isPlainDescription)) rest.clear()
  const outside = members ? [...structures.keys()].filter(id => !members.has(id)) : []
  const kept = { sofa, length: text.length, structures: rest, outside: new Set(outside) }
  const isOther = language !== undefined && language !== 'ar'
  if (!isOther && rest.size === 0) return undefined
  return { ...(isOther && { language }), ...(rest.size > 0 && { cas: keepCas(kept) }) }
}

/** What a CAS says of its text: annotations by their layers, relations, slots, chains; the rest is kept as it is. */
export function fromCas(cas: Cas, problems: FormatProblem[]): ForeignDocument {
  const annotations = new Map<number, ForeignAnnotation>()
  const relations: ForeignRelation[] = []
  /** Structures that are said in our words. */
  const read = new Set<number>()
  const isIn = (id: number) => cas.members === undefined || cas.members.has(id)
  let article: Structure | undefined
  const add = (id: number, structure: Structure) => {
    const [start, end] = [
      numberOf(structure.features.get('begin')),
      numberOf(structure.features.get('end')),
    ]
    if (start === undefined || end === undefined) return
    const isOurs = isOwn(structure)
    const { label, feature, said } = labelled(structure)
    // Of a chain's link this is what joins it to the next.
    if (structure.features.has('next')) said.delete('referenceRelation')
    const flat = new Map<string, unknown>(
      [...said].map(([name, one]) => [isOurs ? fromJavaName(name) : name, one]),
    )
    annotations.set(id, {
      id: `${id}`,
      label: frame.test(structure.type) ? shortName(structure.type) : label,
      spans: [{ start, end }],
      attributes: unflattened(flat),
      kept: keptOf(cas, id, structure, feature),
    })
    // What covers no letter is refused here, and goes back all the same.
    if (!coversNothing(cas, id)) read.add(id)
  }
  const joins: [number, Structure, [number, number]][] = []
  for (const [id, structure] of cas.structures) {
    if (structure.type === articleType && !article) {
      article = structure
      read.add(id)
    }
    if (!isIn(id)) continue
    const ends = endsOf(structure)
    if (ends) joins.push([id, structure, ends])
    else if (!frame.test(structure.type)) add(id, structure)
  }
  // Dependencies join tokens: where a token's part of speech is annotated that is meant, else the token is taken in.
  const meant = (id: number): number => {
    const token = cas.structures.get(id)
    const pos = token && !annotations.has(id) ? onlyId(token, 'pos') : undefined
    return pos !== undefined && annotations.has(pos) ? pos : id
  }
  for (const [id, structure, ends] of joins) {
    const [from, to] = [meant(ends[0]), meant(ends[1])]
    for (const end of [from, to]) {
      const joined = cas.structures.get(end)
      if (joined && !annotations.has(end)) add(end, joined)
    }
    const { said, label, feature } = labelled(structure)
    const order = numberOf(structure.features.get('order'))
    said.delete('order')
    const isOurs = isOwn(structure)
    const instead = ends.some((end, n) => end !== [from, to][n]) && { instead: [from, to, ...ends] }
    const kept: Kept | undefined = isOurs
      ? undefined
      : {
          ...keptOf(cas, id, structure, feature),
          ...(structure.features.has('Governor') ? {} : { ends: ['source', 'target'] }),
          ...instead,
          features: Object.fromEntries(said),
        }
    relations.push({ id: `r${id}`, type: label, from: `${from}`, to: `${to}`, order, kept })
    if (![from, to].some(end => coversNothing(cas, end))) read.add(id)
  }
  const linked = linksOf(cas, annotations)
  for (const id of linked.read) read.add(id)
  const about = Object.fromEntries(
    [...(article?.features ?? [])].map(([name, feature]) => [name, plainOf(feature)]),
  )
  return {
    id: typeof about.documentId === 'string' ? about.documentId : undefined,
    text: cas.text,
    metadata: metadataIn(about),
    unit: 'utf-16',
    unitIsFixed: true,
    kept: recordOf(cas, read),
    problems,
    sets: [
      {
        annotator: typeof about.annotator === 'string' ? about.annotator : undefined,
        annotations: [...annotations.values()],
        relations: [...relations, ...linked.relations],
      },
    ],
  }
}
