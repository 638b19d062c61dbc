import { isAsked, isDifference, type Judged } from '../../annotations/review/judge.ts'
import type { Choice } from '../../annotations/review/settle.ts'
import { ruleOf } from '../../annotations/review/strategies.ts'
import { announce } from '../state/session.ts'
import { say } from '../strings/words.ts'
import { choose, goNext, me } from './decide.ts'
import { passes, shown, useReview } from './review-state.ts'

const get = useReview.getState

/** What more than half say, of everything open that the filter shows. */
export function acceptMajority(): boolean {
  const by = me()
  const choices = shown(get())
    .filter(isAsked)
    .flatMap((one): Choice[] => {
      const choice = ruleOf.majority(one)
      return choice && !choice.open ? [{ ...choice, by }] : []
    })
  const before = get().judged.filter(isAsked).length
  choose(choices)
  announce(say('review.said-bulk', { count: before - get().judged.filter(isAsked).length }))
  return true
}

/** Which differences something is done to at once. */
export type Scope = { kind: 'shown' } | { kind: 'label' | 'actor'; id: string }
export type BulkWay =
  | { kind: 'take'; annotator: string }
  | { kind: 'majority' | 'both' | 'neither' }

const inScope = (scope: Scope) => (one: Judged) => {
  if (scope.kind === 'shown') return passes(get().filter, one)
  if (!isDifference(one)) return false
  if (scope.kind === 'label') return one.item.labels.includes(scope.id)
  return one.item.voices.some(({ annotation }) => annotation?.attributes.actor === scope.id)
}

/** What a way makes of one difference; nothing where it cannot be done. */
function choiceFor(judged: Judged, way: BulkWay): Choice | undefined {
  const { item } = judged
  switch (way.kind) {
    case 'take': {
      const voice = item.voices.findIndex(({ annotator }) => annotator === way.annotator)
      const reading = item.readings.find(({ voices }) => voices.includes(voice))
      return reading && { judged, way: 'take', took: reading.voices }
    }
    case 'majority': {
      const choice = ruleOf.majority(judged)
      return choice && !choice.open ? choice : undefined
    }
    case 'both':
      return item.about === 'chain'
        ? undefined
        : { judged, way: 'both', took: item.voices.map((_, at) => at) }
    case 'neither':
      return { judged, way: 'neither', took: [] }
  }
}

/** One decision for everything open in a scope; answers how many it settled. */
export function decideAll(scope: Scope, way: BulkWay): number {
  const { reason } = get()
  const common = { by: me(), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
  const choices = get()
    .judged.filter(isAsked)
    .filter(inScope(scope))
    .flatMap((judged): Choice[] => {
      const choice = choiceFor(judged, way)
      return choice ? [{ ...choice, ...common }] : []
    })
  if (choices.length > 0) choose(choices)
  useReview.setState({ bulk: false, reason: '' })
  announce(say('review.said-bulk', { count: choices.length }))
  goNext(1, true)
  return choices.length
}
