import { z } from 'zod'
import { type Actor, actor, actorId } from '../model/actor.ts'
import { elementId } from '../model/annotation.ts'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { reconcile } from './reconcile.ts'

export const stepKinds = [
  'save',
  'merge',
  'split',
  'remove',
  'learn',
  'import',
  'undo',
  'redo',
] as const
export type StepKind = (typeof stepKinds)[number]

/** A mention that was given to another actor. */
export const relink = z.strictObject({
  annotator,
  documentId,
  annotation: elementId,
  attribute: z.string().min(1),
  from: actorId,
  to: actorId,
})
export type Relink = z.infer<typeof relink>

/** One thing that was done to the register: how the actors were that it touched, and how it left them. */
export const step = z.strictObject({
  id: z.string().min(1).max(64),
  at: z.iso.datetime(),
  kind: z.enum(stepKinds),
  /** By actor; without `before` it was made, without `after` taken away. */
  actors: z.array(z.strictObject({ before: actor.optional(), after: actor.optional() })),
  relinked: z.array(relink).default([]),
  /** The step this one takes back or makes again. */
  of: z.string().optional(),
})
export type Step = z.output<typeof step>

/** What was done and can be taken back, the last one last; and what was taken back and can be done again. */
export function openSteps(steps: readonly Step[]): { done: Step[]; undone: Step[] } {
  const byId = new Map(steps.map(step => [step.id, step]))
  const done: Step[] = []
  let undone: Step[] = []
  for (const one of steps) {
    const meant = one.of === undefined ? undefined : byId.get(one.of)
    if (one.kind === 'undo' && meant) {
      done.splice(done.indexOf(meant), 1)
      undone.push(meant)
    } else if (one.kind === 'redo' && meant) {
      undone.splice(undone.indexOf(meant), 1)
      done.push(meant)
    } else {
      done.push(one)
      undone = []
    }
  }
  return { done, undone }
}

export type Change = { readonly id: string; readonly to: Actor | undefined }

/**
 * What takes a step back (or, `again`, makes it once more) in the register as it is now: what others did since to the
 * same actors stays, field by field. Where both touched a field, theirs stays and the actor is named.
 */
export function changesOf(
  step: Step,
  now: ReadonlyMap<string, Actor>,
  again: boolean,
): { changes: Change[]; conflicts: string[] } {
  const changes: Change[] = []
  const conflicts: string[] = []
  for (const { before, after } of step.actors) {
    const [from, to] = again ? [before, after] : [after, before]
    const id = (from ?? to)?.id
    if (id === undefined) continue
    const here = now.get(id)
    if (from === undefined || here === undefined) {
      if (here === undefined && to) changes.push({ id, to })
      continue
    }
    if (to === undefined) {
      if (JSON.stringify(here) === JSON.stringify(from)) changes.push({ id, to: undefined })
      else conflicts.push(here.name.ar)
      continue
    }
    const reconciled = reconcile(from, to, here)
    if (reconciled.conflicts.length > 0) conflicts.push(here.name.ar)
    changes.push({ id, to: reconciled.actor })
  }
  return { changes, conflicts }
}
