import type { AnnotationSet } from '../model/annotation-set.ts'
import { emptySet } from '../model/annotation-set.ts'
import type { LabelScheme } from '../model/scheme.ts'
import { compareSets } from './compare-sets.ts'
import type { Comparison } from './comparison.ts'
import { byRule, type Judged, judge } from './judge.ts'
import { keepOverlap } from './keep-overlap.ts'
import { type Choice, settle } from './settle.ts'
import { ruleOf, type Strategy } from './strategies.ts'

/** The name the adjudicated set is stored under. */
export const goldName = 'gold'

/** Links that all say alike follow from their ends; nobody has to decide them. */
const follows = ({ item, decisions }: Judged) =>
  item.about !== 'annotation' && item.kinds.length === 0 && decisions.length === 0

/** The choices of a rule, for everything that no person has decided. */
export function choicesOf(judged: readonly Judged[], strategy: Strategy, by?: string): Choice[] {
  return judged.flatMap((one): Choice[] => {
    if (!one.decisions.every(byRule) || follows(one)) return []
    const choice = one.item.withdrawn ? undefined : ruleOf[strategy](one)
    if (choice) return [{ ...choice, by }]
    return one.decisions.length > 0 ? [{ judged: one, way: 'clear', took: [] }] : []
  })
}

export type Adjudication = {
  /** The gold set; where nothing is decided anew, the very one that was given. */
  gold: AnnotationSet
  comparison: Comparison
  judged: Judged[]
}

/**
 * Two or more sets on one text made one by rule: `agreed` takes what all say alike, `majority` what more than half say,
 * `union` whatever anybody says. What a person has decided stays. `at` is when (ISO 8601, UTC).
 */
export function adjudicate(
  text: string,
  sets: readonly [AnnotationSet, ...AnnotationSet[]],
  strategy: Strategy,
  {
    at,
    by,
    gold: before,
    scheme,
  }: { at: string; by?: string; gold?: AnnotationSet | undefined; scheme?: LabelScheme },
): Adjudication {
  const comparison = compareSets(text, sets, scheme)
  const [{ documentId, textDigest }] = sets
  const gold = before ?? emptySet(documentId, textDigest, goldName)
  const choices = choicesOf(judge(comparison, gold), strategy, by)
  const next = settle(comparison, gold, keepOverlap(choices, gold, scheme?.overlap ?? 'any'), at)
  return { gold: next, comparison, judged: judge(comparison, next) }
}
