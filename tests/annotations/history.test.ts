import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Action, type LogEntry, perform, replay } from '../../annotations/model/action.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { canonicalSet } from '../../annotations/model/canonical-set.ts'
import { applyChanges, type Change } from '../../annotations/model/change.ts'
import { backTo, pathTo, stepsOf } from '../../annotations/model/history.ts'
import { annotatedNews } from '../arabic-news.ts'

const time = (n: number) => new Date(1_700_000_000_000 + n * 1000).toISOString()

/** What a person does: edits, and steps back and forth where there are steps. */
const deeds = fc.array(fc.constantFrom('label', 'remove', 'status', 'undo', 'redo'), {
  maxLength: 30,
})

function live(start: AnnotationSet, what: string[]) {
  const entries: LogEntry[] = []
  const states = [start]
  let set = start
  const act = (action: Action) => {
    const done = perform(set, action, time(entries.length))
    set = done.set
    entries.push(done.entry)
    states.push(set)
  }
  what.forEach((deed, at) => {
    const { undo, redo } = stepsOf(entries)
    const [first] = set.annotations
    const changes: Change[] | undefined =
      deed === 'undo'
        ? undo.at(-1)?.inverse
        : deed === 'redo'
          ? redo.at(-1)?.changes
          : deed === 'label' && first
            ? [{ kind: 'put-annotation', annotation: { ...first, id: `n${at}`, label: 'cue' } }]
            : deed === 'remove' && first
              ? [{ kind: 'remove-annotation', id: first.id }]
              : [{ kind: 'set-status', status: at % 2 ? 'submitted' : 'in-progress' }]
    if (!changes || changes.length === 0) return
    act({ kind: deed === 'undo' || deed === 'redo' ? deed : 'edit', changes })
  })
  return { start, set, entries, states }
}

const lives = fc
  .tuple(annotatedNews, deeds)
  .map(([{ set }, what]) => live({ ...set, revision: 0, updated: undefined }, what))

const content = ({ annotations, relations, status }: AnnotationSet) => ({
  annotations,
  relations,
  status,
})

test('the log made again upon an earlier state gives the last one, byte for byte', () => {
  fc.assert(
    fc.property(lives, fc.nat(40), ({ states, set, entries }, n) => {
      const from = states[n % states.length] as AnnotationSet
      expect(canonicalSet(replay(from, entries))).toEqual(canonicalSet(set))
    }),
  )
})

test('an entry that does not continue the set is left out', () => {
  fc.assert(
    fc.property(lives, ({ start, entries }) => {
      const other = { ...start, updated: time(-5) }
      expect(replay(other, entries)).toEqual(other)
    }),
  )
})

test('any state of the past can be gone back to', () => {
  fc.assert(
    fc.property(lives, fc.nat(40), ({ states, set, entries }, n) => {
      const to = states[n % states.length] as AnnotationSet
      const changes = backTo(pathTo(set, entries), to.revision)
      expect(content(applyChanges(set, changes))).toEqual(content(to))
    }),
  )
})

test('the next undo takes back what a person would expect, after undo and redo too', () => {
  fc.assert(
    fc.property(lives, ({ set, states, entries }) => {
      const { undo } = stepsOf(pathTo(set, entries))
      let state = set
      for (const step of [...undo].reverse()) state = applyChanges(state, step.inverse)
      expect(content(state)).toEqual(content(states[0] as AnnotationSet))
    }),
  )
})

test('a path ends where the set was changed by something that does not log', () => {
  const { set } = fc.sample(annotatedNews, 1)[0] as { set: AnnotationSet }
  const mine = live({ ...set, revision: 0, updated: undefined }, ['status', 'status', 'status'])
  const outside = { ...mine.set, revision: 4, updated: time(50) }
  const after = perform(
    outside,
    { kind: 'edit', changes: [{ kind: 'set-status', status: 'approved' }] },
    time(60),
  )
  const path = pathTo(after.set, [...mine.entries, after.entry])
  expect(path.map(({ revision }) => revision)).toEqual([5])
})
