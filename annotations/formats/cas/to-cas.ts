import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { isRecord, type KeptSet } from '../exchange/foreign.ts'
import { metadataOf } from '../exchange/metadata.ts'
import { type Cas, onlyId, reference, type Structure, value } from './cas.ts'
import { draftAnnotation } from './draft-annotation.ts'
import {
  type DraftCas,
  keptAnnotation,
  keptRelation,
  layerOf,
  placed,
  structure,
  values,
} from './draft-cas.ts'
import { draftRelation } from './draft-relation.ts'
import { describes } from './foreign-layers.ts'
import { isTypeName, keptCas } from './kept-structures.ts'
import { numbering } from './numbering.ts'
import { articleType } from './types.ts'

const isChain = (said: unknown): said is { id: number; layer: string } =>
  isRecord(said) &&
  Number.isInteger(said.id) &&
  typeof said.layer === 'string' &&
  isTypeName(said.layer)

function draftOf(
  set: AnnotationSet,
  kept: KeptSet | undefined,
  sofa: number,
  used: Iterable<number>,
): DraftCas {
  const annotations = set.annotations.map(({ id }) => keptAnnotation(kept, id))
  return {
    sofa,
    structures: new Map(),
    ids: numbering(sofa, used, [
      ...annotations,
      ...annotations.map(own => own?.chain),
      ...set.relations.map(({ id }) => keptRelation(kept, id)),
    ]),
    kept,
    numbers: new Map(),
    followers: new Set(),
  }
}

/** What is said of the whole text: UIMA's description, unless the file had one, and our own. */
function draftArticle(
  { sofa, structures, ids }: DraftCas,
  document: Document,
  { annotator }: AnnotationSet,
  language: string,
  isDescribed: boolean,
): void {
  if (!isDescribed)
    structures.set(
      ids.next(),
      structure('uima.tcas.DocumentAnnotation', {
        ...placed(sofa, { start: 0, end: document.text.length }),
        language: value(language),
      }),
    )
  const about = { ...metadataOf(document), documentId: document.id, annotator }
  structures.set(
    ids.next(),
    structure(articleType, { sofa: reference(sofa), ...values(Object.entries(about)) }),
  )
}

/** Heads of chains are links that no other leads to. */
function draftChains(draft: DraftCas, set: AnnotationSet, rest: Iterable<Structure>): void {
  const { sofa, structures, ids, kept, numbers } = draft
  const byNumber = new Map([...numbers].map(([id, number]) => [number, id]))
  const followers = new Set(draft.followers)
  for (const one of rest) {
    const next = onlyId(one, 'next')
    const follower = next === undefined ? undefined : byNumber.get(next)
    if (follower !== undefined) followers.add(follower)
  }
  for (const annotation of set.annotations) {
    const chain = keptAnnotation(kept, annotation.id)?.chain
    const head = numbers.get(annotation.id)
    if (!isChain(chain) || head === undefined || followers.has(annotation.id)) continue
    if (!layerOf(draft, annotation)) continue
    structures.set(
      ids.of(chain),
      structure(chain.layer, { sofa: reference(sofa), first: reference(head) }),
    )
  }
}

/** What leads to something that is not there any more leads nowhere. */
function dropLoose({ structures, sofa }: DraftCas): void {
  for (const { features } of structures.values())
    for (const [name, feature] of features) {
      if (feature.kind !== 'reference' || name === 'sofa') continue
      const ids = feature.ids.filter(id => id !== sofa && structures.has(id))
      if (ids.length === feature.ids.length) continue
      if (feature.many) features.set(name, { ...feature, ids })
      else features.delete(name)
    }
}

/** A document and a set as a CAS; offsets are UTF-16 units, as Java counts. What came from one goes back as it was. */
export function toCas(document: Document, set: AnnotationSet, kept: KeptSet | undefined): Cas {
  const { text } = document
  const record = keptCas(kept)
  // Structures of another text have their places in that one.
  const rest = record?.length === text.length ? record : undefined
  const draft = draftOf(set, kept, record?.sofa ?? 1, rest?.structures.keys() ?? [])
  const { sofa, structures, ids } = draft
  const theirs = [...(rest?.structures ?? [])]
  const known = kept?.record?.language
  const language = typeof known === 'string' ? known : 'ar'
  draftArticle(
    draft,
    document,
    set,
    language,
    theirs.some(([, { type }]) => describes(type)),
  )
  for (const [id, one] of theirs) structures.set(id, one)
  for (const annotation of set.annotations) draftAnnotation(draft, annotation)
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  for (const relation of set.relations) draftRelation(draft, relation, byId)
  draftChains(
    draft,
    set,
    theirs.map(([, one]) => one),
  )
  dropLoose(draft)
  const members = [...structures].flatMap(([id, { features }]) =>
    rest?.outside.has(id) || (!features.has('sofa') && !ids.wasThere(id)) ? [] : [id],
  )
  return { text, sofa, structures, members: new Set(members), language }
}
