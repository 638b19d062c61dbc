import { type Annotation, byPlace } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { byDecisionId, type Decision, type DecisionWay } from '../model/decision.ts'
import { byEnds } from '../model/relation.ts'
import type { Comparison } from './comparison.ts'
import { digestOf } from './digest.ts'
import { goldRelations } from './gold-relations.ts'
import { type Judged, judge } from './judge.ts'
import { type Content, contentSaid } from './saying.ts'

/** What is to become of one item. */
export type Choice = {
  judged: Judged
  /** `clear` takes back what was decided, and what came of it. */
  way: DecisionWay | 'clear'
  /** Voices whose reading is taken. */
  took: readonly number[]
  /** Put in the gold set instead of what the taken voices say. */
  contents?: readonly Content[]
  by?: string | undefined
  reason?: string | undefined
  open?: boolean
}

/** What a choice puts into the gold set: what the taken voices say, each once, if nothing else is said. */
export function contentsOf({ judged, took, contents }: Choice): readonly Content[] {
  if (contents) return contents
  return judged.item.readings.flatMap(({ annotation, voices }) =>
    annotation && voices.some(voice => took.includes(voice)) ? [annotation] : [],
  )
}

function decisionOf(choice: Choice, way: DecisionWay, made: string[], at: string): Decision {
  const { judged, took, by, reason, open } = choice
  const { item, decisions } = judged
  const decision: Decision = {
    id: decisions[0]?.id ?? item.id,
    about: item.about,
    way,
    at,
    from: item.voices.map(({ annotator, revision, elements, digest }) => ({
      annotator,
      revision,
      elements,
      digest,
    })),
    took: took.flatMap(voice => item.voices[voice]?.annotator ?? []),
    made,
  }
  if (by !== undefined) decision.by = by
  if (reason !== undefined) decision.reason = reason
  if (open) decision.open = true
  const [before] = decisions
  // Decided alike before: that it was is the older truth. A revision that changed nothing of it is none.
  const same = (a: Decision) =>
    JSON.stringify({ ...a, at: '', from: a.from.map(one => ({ ...one, revision: 0 })) })
  return before && same(before) === same(decision) ? before : decision
}

/** An id that is the same wherever the same is decided. */
function freeId(content: Content, taken: ReadonlyMap<string, unknown>): string {
  const id = `g-${digestOf(contentSaid(content))}`
  for (let more = 2; ; more++) {
    const next = more === 2 ? id : `${id}-${more - 1}`
    if (!taken.has(next)) return next
  }
}

/**
 * The gold set after these choices: annotations of what is chosen, those of older decisions on the same things gone,
 * relations between what is in it as they were said, and every decision with who made it, when and upon what. What the
 * gold set holds without a decision stays, and is taken for the decision's own where it says the same.
 */
export function settle(
  comparison: Comparison,
  gold: AnnotationSet,
  choices: readonly Choice[],
  at: string,
): AnnotationSet {
  const annotations = new Map(gold.annotations.map(annotation => [annotation.id, annotation]))
  const decisions = new Map((gold.decisions ?? []).map(decision => [decision.id, decision]))
  const claimed = new Set([...decisions.values()].flatMap(({ made }) => made))
  const unclaimed = new Map<string, string>()
  for (const { id, ...content } of gold.annotations)
    if (!claimed.has(id)) unclaimed.set(contentSaid(content), id)
  for (const choice of choices) {
    const { judged, way } = choice
    const before = new Map<string, string>()
    const mine: Annotation[] = []
    for (const { id, made } of judged.decisions) {
      decisions.delete(id)
      for (const one of made) {
        const annotation = annotations.get(one)
        if (!annotation) continue
        before.set(contentSaid(annotation), one)
        mine.push(annotation)
        annotations.delete(one)
      }
    }
    if (way === 'clear') continue
    const made: string[] = []
    const contents = judged.item.about === 'annotation' ? contentsOf(choice) : []
    for (const content of contents) {
      const said = contentSaid(content)
      // What is only edited stays what it was, and keeps what is joined to it.
      const kept = way === 'edit' && contents.length === 1 ? mine[0]?.id : undefined
      const id = before.get(said) ?? kept ?? unclaimed.get(said) ?? freeId(content, annotations)
      unclaimed.delete(said)
      before.delete(said)
      annotations.set(id, annotated(id, content))
      made.push(id)
    }
    const decision = decisionOf(choice, way, made, at)
    decisions.set(decision.id, decision)
  }
  const next: AnnotationSet = {
    ...gold,
    annotations: [...annotations.values()].sort(byPlace),
    decisions: [...decisions.values()].sort(byDecisionId),
  }
  const relations = goldRelations(judge(comparison, next), next).sort(byEnds)
  return { ...next, relations }
}

const annotated = (id: string, { label, spans, attributes }: Content): Annotation => ({
  id,
  label,
  spans,
  attributes,
})
