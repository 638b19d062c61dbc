import type { Annotation } from '../model/annotation.ts'
import { extentOf } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Decision } from '../model/decision.ts'
import type { Comparison, Item } from './comparison.ts'
import { silence } from './digest.ts'

/**
 * How things stand with one item: all agree and the gold set does not say so yet; nobody has decided; decided; or decided
 * when somebody said something else than now.
 */
export type Standing = 'agreed' | 'open' | 'decided' | 'changed'

export type Judged = {
  item: Item
  standing: Standing
  /** What was decided of it, newest first; more than one where what was apart has come together. */
  decisions: Decision[]
}

const keyOf = (about: string, annotator: string, elements: readonly string[]) =>
  `${about} ${annotator} ${elements.join(' ')}`

/** Which decision was made of which annotator's elements. */
function byElements(decisions: readonly Decision[]): Map<string, Decision> {
  const found = new Map<string, Decision>()
  for (const decision of decisions)
    for (const { annotator, elements } of decision.from)
      if (elements.length > 0) found.set(keyOf(decision.about, annotator, elements), decision)
  return found
}

/** Has nobody said anything else since? One who was not heard then changes nothing by saying what was taken. */
function holds({ voices }: Item, { from, took }: Decision): boolean {
  const taken = new Set(
    voices.filter(({ annotator }) => took.includes(annotator)).map(({ reading }) => reading),
  )
  return voices.every(({ annotator, digest, reading }) => {
    const heard = from.find(one => one.annotator === annotator)
    return heard ? heard.digest === digest : taken.has(reading)
  })
}

/** Made by a rule that nobody confirmed: another rule may make it anew. */
export const byRule = ({ way }: Decision) =>
  way === 'agreed' || way === 'majority' || way === 'union'

/** Have the others come to say what was taken? Then all agree with what was decided. */
const joined = ({ voices }: Item, { way, took, from }: Decision): boolean =>
  way === 'take' &&
  took.length > 0 &&
  took.every(name => {
    const heard = from.find(one => one.annotator === name)
    const voice = voices.find(one => one.annotator === name)
    return voice === undefined || voice.digest === heard?.digest
  })

function standingOf(item: Item, decisions: readonly Decision[]): Standing {
  const [first, ...more] = decisions
  const valid = first && more.length === 0 && holds(item, first)
  if (valid) return first.open ? 'open' : 'decided'
  if (item.kinds.length > 0) return first ? 'changed' : 'open'
  return !first || decisions.every(one => byRule(one) || joined(item, one)) ? 'agreed' : 'changed'
}

/** What was decided of something that all those compared have taken back since. */
function withdrawn(
  { annotators }: Comparison,
  decisions: readonly Decision[],
  gold: ReadonlyMap<string, Annotation>,
): Judged[] {
  return decisions.flatMap((decision): Judged[] => {
    const left = decision.made.flatMap(id => gold.get(id) ?? [])
    const heard = decision.from.map(({ annotator }) => annotator)
    const [first] = left
    const said = decision.from.some(({ elements }) => elements.length > 0)
    if (!first || !said || !heard.every(name => annotators.includes(name))) return []
    const item: Item = {
      id: decision.id,
      about: 'annotation',
      group: -1,
      to: undefined,
      ...extentOf(first),
      labels: [...new Set(left.map(({ label }) => label))],
      voices: annotators.map(annotator => ({
        annotator,
        revision: decision.from.find(one => one.annotator === annotator)?.revision ?? 0,
        elements: [],
        annotation: undefined,
        links: [],
        digest: silence,
        reading: '',
        speaks: true,
      })),
      readings: [
        { reading: '', voices: annotators.map((_, at) => at), annotation: undefined, links: [] },
      ],
      kinds: ['missing'],
      alike: [],
      withdrawn: true,
    }
    return [{ item, standing: 'changed', decisions: [decision] }]
  })
}

/** A comparison held against the gold set: what is settled, what is not, and what has to be asked again. */
export function judge(comparison: Comparison, gold: AnnotationSet | undefined): Judged[] {
  const decisions = gold?.decisions ?? []
  const known = byElements(decisions)
  const met = new Set<Decision>()
  const judged = comparison.items.map((item): Judged => {
    const found = new Set<Decision>()
    for (const { annotator, elements } of item.voices) {
      const decision = elements.length > 0 && known.get(keyOf(item.about, annotator, elements))
      if (decision) found.add(decision)
    }
    for (const decision of found) met.add(decision)
    const own = [...found].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    return { item, standing: standingOf(item, own), decisions: own }
  })
  const left = decisions.filter(decision => decision.about === 'annotation' && !met.has(decision))
  if (left.length === 0) return judged
  const byId = new Map(gold?.annotations.map(annotation => [annotation.id, annotation]))
  const gone = withdrawn(comparison, left, byId)
  if (gone.length === 0) return judged
  return [...judged, ...gone].sort((a, b) => a.item.start - b.item.start)
}

/** Is it a difference, settled or not? What all agree on is one where a person had decided otherwise. */
export const isDifference = ({ item, standing }: Judged) =>
  item.kinds.length > 0 || standing === 'changed'

/** Does somebody have to decide? */
export const isAsked = ({ standing }: Judged) => standing === 'open' || standing === 'changed'
