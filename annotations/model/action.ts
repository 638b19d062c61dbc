import { z } from 'zod'
import type { AnnotationSet } from './annotation-set.ts'
import { applyChanges, type Change, change, inverseOf } from './change.ts'

const kinds = ['edit', 'undo', 'redo', 'restore', 'merge'] as const

/**
 * What an analyst did in one go, and whether she did it, took it back, did it again, went back to an earlier state, or
 * brought in what another copy of the set holds.
 */
export const action = z.strictObject({
  kind: z.enum(kinds).default('edit'),
  changes: z.array(change).min(1),
})
export type Action = z.output<typeof action>

/**
 * An action as it is logged: it made `revision` out of the revision before, which was saved at `base` (absent where that
 * was never saved), and `inverse` takes it back.
 */
export const logEntry = z.strictObject({
  revision: z.int().positive(),
  at: z.iso.datetime(),
  base: z.iso.datetime().optional(),
  kind: z.enum(kinds),
  changes: z.array(change).min(1),
  inverse: z.array(change),
})
export type LogEntry = z.infer<typeof logEntry>

/** A new status is of whoever's set it is, and of when it is saved; steps back and forth bring who and when with them. */
const signed = (change: Change, by: string, at: string): Change =>
  change.kind === 'set-status' && change.at === undefined ? { ...change, by, at } : change

/** The set after an action, saved at `at` (ISO 8601, UTC), and the action as it is logged. */
export function perform(
  set: AnnotationSet,
  { kind, changes: asked }: Action,
  at: string,
): { set: AnnotationSet; entry: LogEntry } {
  const changes = kind === 'edit' ? asked.map(change => signed(change, set.annotator, at)) : asked
  const revision = set.revision + 1
  const next = { ...applyChanges(set, changes), revision, updated: at }
  const base = set.updated === undefined ? {} : { base: set.updated }
  return {
    set: next,
    entry: { revision, at, ...base, kind, changes, inverse: inverseOf(set, changes) },
  }
}

/** Does the entry continue this very state of the set? */
const continues = (set: AnnotationSet, { revision, base }: LogEntry) =>
  revision === set.revision + 1 && base === set.updated

/** The set with every logged action made again that continues it, in order. */
export function replay(set: AnnotationSet, entries: readonly LogEntry[]): AnnotationSet {
  let state = set
  for (const entry of entries)
    if (continues(state, entry)) state = perform(state, entry, entry.at).set
  return state
}
