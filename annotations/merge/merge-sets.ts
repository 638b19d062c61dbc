import type { Annotation } from '../model/annotation.ts'
import { type AnnotationSet, annotationSet } from '../model/annotation-set.ts'
import { canonicalSet } from '../model/canonical-set.ts'
import { canonicalText, sameValue } from './canonical-text.ts'
import { type Copies, type Merged, mergeAnnotation, mergeRelation } from './merge-element.ts'
import type { Fate } from './merge-report.ts'
import { mergeStatus } from './merge-status.ts'
import { mergeValue } from './merge-value.ts'
import { mergedHead, newerHead } from './merged-head.ts'

export type MergedSet = { set: AnnotationSet; fates: Fate[] }

/** Two copies of one annotator's set on one document; `base` is what both began from, where that is known. */
export type SetCopies = { base: AnnotationSet | undefined; a: AnnotationSet; b: AnnotationSet }

const byId = <T extends { id: string }>(list: readonly T[] = []) =>
  new Map(list.map(item => [item.id, item]))

type Element = { id: string }
type Lists<T> = { base: readonly T[] | undefined; a: readonly T[]; b: readonly T[] }

/** What one of the two made of an element that the other left alone. */
function doing<T>(old: T | undefined, now: T | undefined): Fate['kind'] {
  if (now === undefined) return 'removed'
  return old === undefined ? 'added' : 'changed'
}

function mergeElements<T extends Element>(
  { base, a, b }: Lists<T>,
  of: 'annotation' | 'relation',
  merge: (copies: Copies<T>) => Merged<T>,
): { elements: Map<string, T>; fates: Fate[]; losers: T[] } {
  const known = base !== undefined
  const [was, inA, inB] = [byId(base), byId(a), byId(b)]
  const elements = new Map<string, T>()
  const fates: Fate[] = []
  const losers: T[] = []
  for (const id of [...new Set([...inA.keys(), ...inB.keys()])].sort()) {
    const [old, one, two] = [was.get(id), inA.get(id), inB.get(id)]
    const say = (fate: Omit<Fate, 'of' | 'element'>) => fates.push({ of, element: id, ...fate })
    if (sameValue(one, two)) {
      if (one) elements.set(id, one)
      continue
    }
    const [aStayed, bStayed] = [known && sameValue(one, old), known && sameValue(two, old)]
    if (aStayed || bStayed) {
      const now = aStayed ? two : one
      if (now) elements.set(id, now)
      say({ kind: doing(old, now), from: aStayed ? 'b' : 'a' })
    } else if (one === undefined || two === undefined) {
      const kept = one ?? two
      if (kept) elements.set(id, kept)
      say({ kind: old ? 'kept' : 'added', from: one ? 'a' : 'b' })
    } else {
      const { value, clashes } = merge({ base: old, a: one, b: two, known })
      elements.set(id, value)
      if (clashes.length === 0) say({ kind: 'changed', from: 'both' })
      for (const { at, kept, other, lost } of clashes)
        say({ kind: 'clash', from: lost === 'a' ? 'b' : 'a', at, kept, other })
      if (clashes.some(({ lost }) => lost === 'a')) losers.push(one)
      if (clashes.some(({ lost }) => lost === 'b')) losers.push(two)
    }
  }
  return { elements, fates, losers }
}

/** An annotation that one took away and the other has joined to something new since is kept. */
function keepJoined(
  annotations: Map<string, Annotation>,
  relations: Iterable<{ from: string; to: string }>,
  { base, a, b }: SetCopies,
): Fate[] {
  const fates: Fate[] = []
  for (const { from, to } of relations)
    for (const id of [from, to]) {
      if (annotations.has(id)) continue
      const inA = a.annotations.find(one => one.id === id)
      const inB = b.annotations.find(one => one.id === id)
      const kept = inA ?? inB ?? base?.annotations.find(one => one.id === id)
      if (!kept) continue
      annotations.set(id, kept)
      fates.push({ kind: 'kept', of: 'annotation', element: id, from: inA ? 'a' : 'b' })
    }
  return fates
}

/** Versions that await a decision: those of both copies that nobody has dropped, and those that lost just now. */
function mergeAlternatives({ base, a, b }: SetCopies, losers: Annotation[]): Annotation[] {
  const texts = (set: AnnotationSet | undefined) => (set?.alternatives ?? []).map(canonicalText)
  const [old, one, two] = [texts(base), texts(a), texts(b)]
  const gone = new Set(old.filter(text => !one.includes(text) || !two.includes(text)))
  const all = [...(a.alternatives ?? []), ...(b.alternatives ?? []), ...losers]
  const kept = new Map(all.map(one => [canonicalText(one), one]))
  return [...kept].filter(([text]) => !gone.has(text)).map(([, one]) => one)
}

/** What is merged by itself here; whatever else a set says is merged key by key. */
const apart = ['annotations', 'relations', 'alternatives', 'revision', 'updated']
const status = ['status', 'statusBy', 'statusAt']

function headOf(set: AnnotationSet | undefined) {
  const entries = Object.entries(set ?? {})
  return Object.fromEntries(
    entries.filter(([key]) => !apart.includes(key) && !status.includes(key)),
  )
}

/** What a set says, whoever saved it when. */
function contentOf(set: AnnotationSet): string {
  const { revision: _, updated: __, ...content } = canonicalSet(set)
  return canonicalText(content)
}

/**
 * One set of two copies, annotation by annotation. It is the same whichever is asked first; merged again with one of
 * them it stays as it is; and nothing that either holds is lost: what one took away while the other worked on it is kept,
 * and where both made something else of an annotation the other version is kept beside it.
 */
export function mergeSets(copies: SetCopies): MergedSet {
  const { base, a, b } = copies
  const lists = <T>(of: (set: AnnotationSet) => readonly T[]): Lists<T> => ({
    base: base && of(base),
    a: of(a),
    b: of(b),
  })
  const annotations = mergeElements(
    lists(set => set.annotations),
    'annotation',
    mergeAnnotation,
  )
  const relations = mergeElements(
    lists(set => set.relations),
    'relation',
    mergeRelation,
  )
  const joined = keepJoined(annotations.elements, relations.elements.values(), copies)
  const fates: Fate[] = [...annotations.fates, ...relations.fates, ...joined]
  const settled = mergeStatus(copies)
  if (settled.fate) fates.push(settled.fate)
  const rest = mergeValue(
    { base: headOf(base), a: headOf(a), b: headOf(b), known: base !== undefined },
    '',
    {
      // A decision is one thing that somebody did.
      whole: at => /^decisions\./.test(at),
      clash: ({ at, kept, other, lost }) =>
        fates.push({ kind: 'clash', of: 'set', from: lost === 'a' ? 'b' : 'a', at, kept, other }),
    },
  )
  const alternatives = mergeAlternatives(copies, annotations.losers)
  const newer = newerHead(a, b)
  const content = canonicalSet(
    annotationSet.parse({
      ...(rest as object),
      ...settled.status,
      revision: newer.revision,
      updated: newer.updated,
      annotations: [...annotations.elements.values()],
      relations: [...relations.elements.values()],
      ...(alternatives.length > 0 && { alternatives }),
    }),
  )
  const [text, one, two] = [content, a, b].map(contentOf)
  if (text === one && text === two) return { set: newer, fates }
  if (text === one) return { set: a, fates }
  if (text === two) return { set: b, fates }
  return { set: { ...content, ...mergedHead(a, b) }, fates }
}
