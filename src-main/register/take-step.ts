import { randomUUID } from 'node:crypto'
import { reconcile } from '../../annotations/actors/reconcile.ts'
import { parentLoop, registerOf } from '../../annotations/actors/register.ts'
import type { Relink, Step, StepKind } from '../../annotations/actors/steps.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { appError } from '../app-error.ts'
import { fileIn } from '../check/findings.ts'
import type { OpenProject } from '../storage/projects.ts'
import { appendStep } from './register-log.ts'

type Wanted = { readonly id: string; readonly to: Actor | undefined }
/** What has changed, for whoever shows the register. */
export type Changed = { actors: Actor[]; removed: string[]; step: string }

/** The whole register by id; a file that cannot be read is no reason to stop. */
export async function readRegister({ actors }: OpenProject): Promise<Map<string, Actor>> {
  const { actors: all } = await actors.all()
  return new Map(all.map(actor => [actor.id, actor]))
}

/** Every id an annotation may say, and the actor it means now. */
export const mergedRegister = async (open: OpenProject): Promise<Map<string, Actor>> =>
  registerOf([...(await readRegister(open)).values()])

/** No parent that is not there, and no way round from an actor to itself. */
export function refuseParents(
  { paths, actors }: OpenProject,
  register: ReadonlyMap<string, Actor>,
  changed: readonly Actor[],
): void {
  const next = new Map(register)
  for (const actor of changed) next.set(actor.id, actor)
  for (const { id, parent } of changed) {
    if (parent === undefined || parent === register.get(id)?.parent) continue
    const file = fileIn(paths, actors.fileOf(id))
    if (!next.has(parent)) throw appError('unknown-parent', { file, parent })
    const loop = parentLoop(id, one => next.get(one)?.parent)
    if (loop) {
      const names = [...loop, id].map(one => next.get(one)?.name.ar ?? one)
      throw appError('parent-loop', { file, way: names.join(' ← ') })
    }
  }
}

type Doing = { kind: StepKind; at: Date; of?: string; relinked?: readonly Relink[] }

/** Do something to the register: it is written down first, then every actor's file is made what it is to be. */
export async function takeStep(
  open: OpenProject,
  register: ReadonlyMap<string, Actor>,
  wanted: readonly Wanted[],
  { kind, at, of, relinked = [] }: Doing,
): Promise<Changed> {
  const moves = wanted.filter(
    ({ id, to }) => JSON.stringify(register.get(id)) !== JSON.stringify(to),
  )
  const step: Step = {
    id: randomUUID(),
    at: at.toISOString(),
    kind,
    actors: moves.map(({ id, to }) => ({ before: register.get(id), after: to })),
    relinked: [...relinked],
    ...(of === undefined ? {} : { of }),
  }
  if (moves.length === 0 && relinked.length === 0 && of === undefined)
    return { actors: [], removed: [], step: '' }
  await appendStep(open.paths, step)
  const changed: Changed = { actors: [], removed: [], step: step.id }
  for (const { id, to } of moves) {
    const before = register.get(id)
    // What somebody else did to the same file meanwhile stays.
    const written = await open.actors.change(id, now =>
      now && before && to && now !== before ? reconcile(before, to, now).actor : to,
    )
    if (written) changed.actors.push(written)
    else changed.removed.push(id)
  }
  return changed
}
