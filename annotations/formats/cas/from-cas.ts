import { fromJavaName } from '../exchange/attribute-names.ts'
import { unflattened } from '../exchange/flat-attributes.ts'
import type {
  ForeignAnnotation,
  ForeignDocument,
  ForeignRelation,
  Kept,
} from '../exchange/foreign.ts'
import { labelFeature, relationLayer, shortName, spanLayer } from '../exchange/label-feature.ts'
import { metadataIn } from '../exchange/metadata.ts'
import type { FormatProblem } from '../format.ts'
import { type Cas, numberOf, plainOf, type Structure } from './cas.ts'
import { articleType } from './types.ts'

/** Layers that say where words and sentences are, and nothing about them. */
const frame =
  /(?:^uima\.tcas\.DocumentAnnotation|\.(?:DocumentMetaData|CASMetadata|Sentence|Token|Paragraph|Div|DocumentAnnotation|FeatureDescription|LayerDescription))$/
const structural = new Set(['sofa', 'begin', 'end', 'Governor', 'Dependent'])
/** Of a link of a slot: what it leads to is no slot of its own. */
const joining = new Set([...structural, 'source', 'target'])

const onlyId = (structure: Structure, name: string): number | undefined => {
  const feature = structure.features.get(name)
  return feature?.kind === 'reference' && feature.ids.length === 1 ? feature.ids[0] : undefined
}

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

/** Links of a slot feature: structures with a role and a target. */
function slotsOf(cas: Cas, from: number, structure: Structure): ForeignRelation[] {
  const links: ForeignRelation[] = []
  for (const [name, feature] of structure.features) {
    if (feature.kind !== 'reference' || joining.has(name)) continue
    for (const id of feature.ids) {
      const link = cas.structures.get(id)
      const target = link && onlyId(link, 'target')
      if (!link || target === undefined || link.features.has('begin')) continue
      const role = plainOf(link.features.get('role'))
      links.push({
        type: role === undefined || role === '' ? name : String(role),
        from: `${from}`,
        to: `${target}`,
      })
    }
  }
  return links
}

/** What a CAS says of its text: annotations by their layers, relations, slots. */
export function fromCas(cas: Cas, problems: FormatProblem[]): ForeignDocument {
  const annotations = new Map<number, ForeignAnnotation>()
  const relations: ForeignRelation[] = []
  const isIn = (id: number) => cas.members === undefined || cas.members.has(id)
  let article: Structure | undefined
  const add = (id: number, structure: Structure) => {
    const [start, end] = [
      numberOf(structure.features.get('begin')),
      numberOf(structure.features.get('end')),
    ]
    if (start === undefined || end === undefined) return
    const isOurs = structure.type === spanLayer
    const { label, feature, said } = labelled(structure)
    // Of a chain's link this is what joins it to the next.
    if (structure.features.has('next')) said.delete('referenceRelation')
    const flat = new Map<string, unknown>(
      [...said].map(([name, one]) => [isOurs ? fromJavaName(name) : name, one]),
    )
    const kept: Kept | undefined = isOurs
      ? undefined
      : { layer: structure.type, ...(feature !== undefined && { feature }) }
    annotations.set(id, {
      id: `${id}`,
      label: frame.test(structure.type) ? shortName(structure.type) : label,
      spans: [{ start, end }],
      attributes: unflattened(flat),
      kept,
    })
  }
  const joins: [number, Structure, [number, number]][] = []
  for (const [id, structure] of cas.structures) {
    if (structure.type === articleType) article ??= structure
    if (!isIn(id)) continue
    const ends = endsOf(structure)
    if (ends) joins.push([id, structure, ends])
    else if (!frame.test(structure.type)) add(id, structure)
  }
  // Dependencies join tokens: where a token's part of speech is annotated that is meant, else the token is taken in.
  const meant = (id: number): number => {
    const token = cas.structures.get(id)
    const pos = token && !annotations.has(id) ? numberOf(token.features.get('pos')) : undefined
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
    const isOurs = structure.type === relationLayer
    said.delete('order')
    const kept: Kept | undefined = isOurs
      ? undefined
      : {
          layer: structure.type,
          ...(feature !== undefined && { feature }),
          ...(structure.features.has('Governor') ? {} : { ends: ['source', 'target'] }),
          features: Object.fromEntries(said),
        }
    relations.push({ id: `r${id}`, type: label, from: `${from}`, to: `${to}`, order, kept })
  }
  for (const [id, structure] of cas.structures)
    if (annotations.has(id)) {
      relations.push(...slotsOf(cas, id, structure))
      const next = onlyId(structure, 'next')
      const said = plainOf(structure.features.get('referenceRelation'))
      const type = said === undefined || said === '' ? shortName(structure.type) : String(said)
      if (next !== undefined && annotations.has(next))
        relations.push({ type, from: `${id}`, to: `${next}` })
    }
  const about = Object.fromEntries(
    [...(article?.features ?? [])].map(([name, feature]) => [name, plainOf(feature)]),
  )
  return {
    id: typeof about.documentId === 'string' ? about.documentId : undefined,
    text: cas.text,
    metadata: metadataIn(about),
    unit: 'utf-16',
    unitIsFixed: true,
    kept:
      cas.language === undefined || cas.language === 'ar' ? undefined : { language: cas.language },
    problems,
    sets: [
      {
        annotator: typeof about.annotator === 'string' ? about.annotator : undefined,
        annotations: [...annotations.values()],
        relations,
      },
    ],
  }
}
