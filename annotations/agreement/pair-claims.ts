import { dateOf } from '../claims/claim-record.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Relation } from '../model/relation.ts'
import { dateLikeness } from './date-likeness.ts'
import type { MarkedSpan, PairSpans } from './pair-spans.ts'
import { overlap, partsOf } from './span.ts'
import type { Marked } from './study-document.ts'

/** Relations of the one, of the other, and those both have between spans matched under the same labels. */
export type RelationCounts = Map<string, [one: number, two: number, both: number]>

/** Sums over matched claims, and how many claims there are. Defined in docs/agreement.md. */
export type ClaimSums = {
  one: number
  two: number
  matched: number
  /** Partial credit, summed over the matched. */
  credit: number
  content: number
  /** Claims of which either gave a chain, and the sums over them. */
  chains: number
  chainExact: number
  chainOrder: number
  stances: number
  stance: number
  dates: number
  date: number
}

export const noClaims = (): ClaimSums => ({
  one: 0,
  two: 0,
  matched: 0,
  credit: 0,
  content: 0,
  chains: 0,
  chainExact: 0,
  chainOrder: 0,
  stances: 0,
  stance: 0,
  dates: 0,
  date: 0,
})

/** What each part of a claim weighs; a part that neither annotator gave is left out and the rest weigh more. */
const claimWeights = { content: 0.4, chain: 0.3, stance: 0.2, date: 0.1 } as const

type Side = {
  byId: ReadonlyMap<string, Annotation>
  from: ReadonlyMap<string, Relation[]>
  relations: readonly Relation[]
}

function sideOf({ marks, relations }: Marked): Side {
  const from = new Map<string, Relation[]>()
  for (const relation of relations) {
    const known = from.get(relation.from)
    if (known) known.push(relation)
    else from.set(relation.from, [relation])
  }
  return {
    byId: new Map(marks.map(({ annotation }) => [annotation.id, annotation])),
    from,
    relations,
  }
}

const linked = (side: Side, id: string, type: string): Annotation[] =>
  (side.from.get(id) ?? [])
    .filter(relation => relation.type === type)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ to }) => side.byId.get(to) ?? [])

/** Length of the longest common subsequence: links that are the same and stand in the same order. */
function inOrder<T>(one: readonly T[], two: readonly T[], same: (a: T, b: T) => boolean): number {
  let row = new Array<number>(two.length + 1).fill(0)
  for (const a of one) {
    const next = [0]
    for (const [at, b] of two.entries())
      next.push(same(a, b) ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** Each date of the one with the likest of the other, taken once. */
function datesAlike(one: readonly Annotation[], two: readonly Annotation[]): number {
  const left = [...two]
  let sum = 0
  for (const a of one) {
    const value = dateOf(a)
    let best = -1
    let most = 0
    for (const [at, b] of left.entries()) {
      const other = dateOf(b)
      const likeness = value && other ? dateLikeness(value, other) : 0
      if (likeness > most) [best, most] = [at, likeness]
    }
    if (best >= 0) left.splice(best, 1)
    sum += most
  }
  return (2 * sum) / (one.length + two.length)
}

function contentAlike(one: MarkedSpan, two: MarkedSpan): number {
  const length = (span: MarkedSpan) =>
    partsOf(span).reduce((sum, [start, end]) => sum + end - start, 0)
  const both = overlap(one, two)
  return both / (length(one) + length(two) - both)
}

/** Relations and whole claims of two annotators, on the spans matched under the same label. */
export function pairClaims(
  a: Marked,
  b: Marked,
  pair: PairSpans,
  claimLabel: number,
): { relations: RelationCounts; claims: ClaimSums } {
  const [one, two] = [sideOf(a), sideOf(b)]
  const partner = new Map<string, string>()
  for (const { gold, predicted } of pair.relaxed)
    partner.set(
      (pair.one[gold] as MarkedSpan).mark.annotation.id,
      (pair.two[predicted] as MarkedSpan).mark.annotation.id,
    )
  const relations: RelationCounts = new Map()
  const countOf = (type: string) => {
    const known = relations.get(type) ?? [0, 0, 0]
    relations.set(type, known)
    return known
  }
  const theirs = new Set(
    two.relations.map(({ type, from, to }) => `${type}\u0000${from}\u0000${to}`),
  )
  for (const { type, from, to } of one.relations) {
    const counts = countOf(type)
    counts[0]++
    if (theirs.has(`${type}\u0000${partner.get(from)}\u0000${partner.get(to)}`)) counts[2]++
  }
  for (const { type } of two.relations) countOf(type)[1]++

  const claims = noClaims()
  claims.one = pair.one.filter(({ mark }) => mark.label === claimLabel).length
  claims.two = pair.two.filter(({ mark }) => mark.label === claimLabel).length
  /** The same link: matched as spans, or the same actor of the register. */
  const sameSource = (x: Annotation, y: Annotation) =>
    partner.get(x.id) === y.id ||
    (typeof x.attributes.actor === 'string' && x.attributes.actor === y.attributes.actor)
  for (const { gold, predicted } of pair.relaxed) {
    const [left, right] = [pair.one[gold] as MarkedSpan, pair.two[predicted] as MarkedSpan]
    if (left.mark.label !== claimLabel) continue
    const [x, y] = [left.mark.annotation, right.mark.annotation]
    claims.matched++
    const content = contentAlike(left, right)
    claims.content += content
    let credit = claimWeights.content * content
    let weight: number = claimWeights.content
    const chains = [linked(one, x.id, 'source'), linked(two, y.id, 'source')] as const
    if (chains[0].length + chains[1].length > 0) {
      const common = inOrder(chains[0], chains[1], sameSource)
      const alike = (2 * common) / (chains[0].length + chains[1].length)
      claims.chains++
      claims.chainOrder += alike
      claims.chainExact += Number(alike === 1)
      credit += claimWeights.chain * alike
      weight += claimWeights.chain
    }
    const stances = [x.attributes.stance, y.attributes.stance]
    if (stances.some(stance => stance !== undefined)) {
      const alike = Number(stances[0] === stances[1])
      claims.stances++
      claims.stance += alike
      credit += claimWeights.stance * alike
      weight += claimWeights.stance
    }
    const dates = [linked(one, x.id, 'about'), linked(two, y.id, 'about')].map(found =>
      found.filter(annotation => dateOf(annotation)),
    ) as [Annotation[], Annotation[]]
    if (dates[0].length + dates[1].length > 0) {
      const alike = datesAlike(dates[0], dates[1])
      claims.dates++
      claims.date += alike
      credit += claimWeights.date * alike
      weight += claimWeights.date
    }
    claims.credit += credit / weight
  }
  return { relations, claims }
}
