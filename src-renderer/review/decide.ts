import type { AnnotationSet, SetStatus } from '../../annotations/model/annotation-set.ts'
import { applyChanges, type Change, inverseOf } from '../../annotations/model/change.ts'
import { changesBetween } from '../../annotations/model/changes-between.ts'
import type { DecisionWay } from '../../annotations/model/decision.ts'
import { choicesOf } from '../../annotations/review/adjudicate.ts'
import { isAsked, isDifference, type Judged, judge } from '../../annotations/review/judge.ts'
import { keepOverlap } from '../../annotations/review/keep-overlap.ts'
import type { Content } from '../../annotations/review/saying.ts'
import { type Choice, settle } from '../../annotations/review/settle.ts'
import { announce, useSession } from '../state/session.ts'
import { say } from '../strings/words.ts'
import { openNextReview } from './open-review.ts'
import { currentOf, shown, useReview } from './review-state.ts'
import { saveGold } from './save-gold.ts'

const set = useReview.setState
const get = useReview.getState

export const me = () => useSession.getState().annotator
/** The clock is read here and nowhere below. */
const now = () => new Date().toISOString()

/** Put the gold set in another state, with its way back, and save it. */
function put(changes: Change[], kind: 'edit' | 'undo' | 'redo' = 'edit'): boolean {
  const { open, gold, pending, undo, current } = get()
  if (!open || !gold || changes.length === 0) return false
  const next = applyChanges(gold, changes)
  set({
    gold: next,
    judged: judge(open.comparison, next),
    pending: [...pending, { kind, changes }],
    ...(kind === 'edit'
      ? { undo: [...undo, { changes, inverse: inverseOf(gold, changes), current }], redo: [] }
      : {}),
  })
  void saveGold()
  return true
}

const approved = (set: AnnotationSet, status: SetStatus): Change[] =>
  set.status === status ? [] : [{ kind: 'set-status', status }]

/** What is chosen, and with it what all agree on and the gold set does not hold yet. */
export function choose(choices: readonly Choice[], status: SetStatus = 'in-progress'): boolean {
  const { open, gold, judged } = get()
  if (!open || !gold) return false
  const policy = useSession.getState().project?.project.scheme.overlap ?? 'any'
  const own = new Set(choices.map(({ judged }) => judged.item.id))
  const agreed = choicesOf(
    judged.filter(({ standing, item }) => standing === 'agreed' && !own.has(item.id)),
    'agreed',
  ).filter(({ way }) => way === 'agreed')
  const all = [...keepOverlap(agreed, gold, policy), ...choices]
  const next = settle(open.comparison, gold, all, now())
  return put([...changesBetween(gold, next), ...approved(gold, status)])
}

/** The next difference that is asked, from the current one on; else the next of those shown. */
export function goNext(by: 1 | -1, asked = false): boolean {
  const { current } = get()
  const list = shown(get())
  const here = list.findIndex(({ item }) => item.id === current)
  const turned =
    by === 1
      ? [...list.slice(here + 1), ...list.slice(0, Math.max(0, here))]
      : [...list.slice(0, Math.max(0, here)).reverse(), ...list.slice(here + 1).reverse()]
  const next = asked ? turned.find(isAsked) : turned[0]
  if (!next) return false
  goToItem(next)
  return true
}

export function goToItem({ item }: Judged): void {
  set(({ reveal }) => ({ current: item.id, editing: undefined, reveal: reveal + 1 }))
}

function decideCurrent(
  way: DecisionWay,
  took: readonly number[],
  contents?: readonly Content[],
): boolean {
  const one = currentOf(get())
  if (!one || !isDifference(one)) return false
  const { reason } = get()
  const choice: Choice = { judged: one, way, took, by: me() }
  if (reason.trim() !== '') choice.reason = reason.trim()
  if (contents) choice.contents = contents
  if (!choose([choice])) return false
  set({ reason: '', editing: undefined })
  const left = get().judged.filter(isAsked).length
  announce(say('review.said-decided', { count: left }))
  goNext(1, true)
  return true
}

/** What the reading of this number says, counted from 1 as it is printed. */
export function takeReading(number: number): boolean {
  const one = currentOf(get())
  const reading = one?.item.readings[number - 1]
  if (!one || !reading) return false
  if (one.item.withdrawn) return neither()
  return decideCurrent('take', reading.voices)
}

/** Are there two things to take? Two chains cannot both be said of one claim. */
export const mayBeBoth = ({ item }: Judged): boolean =>
  item.about !== 'chain' &&
  item.readings.filter(({ annotation, links }) => annotation || links.length > 0).length > 1

export function both(): boolean {
  const one = currentOf(get())
  if (!one || !mayBeBoth(one)) {
    announce(say('review.said-no-both'))
    return true
  }
  const took = one.item.readings.flatMap(({ voices, annotation, links }) =>
    annotation || links.length > 0 ? voices : [],
  )
  return decideCurrent('both', took)
}

export const neither = (): boolean => decideCurrent('neither', [])

/** What the gold set has of it stays as it is, whatever was changed since. */
export function keepGold(): boolean {
  const { gold } = get()
  const one = currentOf(get())
  const [decision] = one?.decisions ?? []
  if (!one || !decision || !gold) return false
  if (one.item.about !== 'annotation') {
    const took = one.item.voices.flatMap(({ annotator }, at) =>
      decision.took.includes(annotator) ? [at] : [],
    )
    return decideCurrent('take', took)
  }
  return decideCurrent('edit', [], contentsOf(one, gold))
}

const contentsOf = ({ decisions }: Judged, gold: AnnotationSet): Content[] =>
  decisions.flatMap(({ made }) =>
    made.flatMap(id => gold.annotations.find(annotation => annotation.id === id) ?? []),
  )

/** Begin to edit what the first reading says, or what was decided already. */
export function startEditing(): boolean {
  const { gold } = get()
  const one = currentOf(get())
  if (!one || !gold || one.item.about !== 'annotation') return false
  const [made] = contentsOf(one, gold)
  const first = made ?? one.item.readings.find(({ annotation }) => annotation)?.annotation
  if (!first) return false
  const { label, spans, attributes } = first
  set({ editing: { label, spans, attributes } })
  return true
}

export function finishEditing(): boolean {
  const { editing } = get()
  return editing !== undefined && decideCurrent('edit', [], [editing])
}

/** Whatever is still open is refused, the gold set is finished, and the next document comes. */
export async function rejectRest(): Promise<void> {
  const { judged, reason } = get()
  const by = me()
  const choices = judged.filter(isAsked).map(
    (one): Choice => ({
      judged: one,
      way: 'neither',
      took: [],
      by,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    }),
  )
  choose(choices, 'approved')
  announce(say('review.said-rejected', { count: choices.length }))
  await openNextReview(1, true)
}

/** Everything is decided: the gold set is finished, and the next document comes. */
export async function finish(): Promise<void> {
  const left = get().judged.filter(isAsked).length
  if (left > 0) {
    announce(say('review.said-left', { count: left }))
    goNext(1, true)
    return
  }
  choose([], 'approved')
  await openNextReview(1, true)
}

export const acceptAgreed = (): boolean => choose([])

export function undoReview(): boolean {
  const step = get().undo.at(-1)
  if (!step || !put(step.inverse, 'undo')) return false
  set(({ undo, redo, reveal }) => ({
    undo: undo.slice(0, -1),
    redo: [...redo, step],
    current: step.current,
    reveal: reveal + 1,
  }))
  announce(say('said.undone'))
  return true
}

export function redoReview(): boolean {
  const step = get().redo.at(-1)
  if (!step || !put(step.changes, 'redo')) return false
  set(({ undo, redo }) => ({ undo: [...undo, step], redo: redo.slice(0, -1) }))
  announce(say('said.redone'))
  return true
}

export function leaveHere(): boolean {
  const { editing, bulk } = get()
  if (editing) set({ editing: undefined })
  else if (bulk) set({ bulk: false })
  else return false
  return true
}
