import { parentLoop, survivorOf } from '../../annotations/actors/register.ts'
import type { CheckFinding } from '../../annotations/api/views.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import { readStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { fileIn, findingOf } from './findings.ts'

/** The register as it can be read, and what is wrong with it. */
export async function checkActors(
  paths: ProjectPaths,
  ids: readonly string[],
): Promise<{ register: Map<string, Actor>; findings: CheckFinding[] }> {
  const register = new Map<string, Actor>()
  const findings: CheckFinding[] = []
  for (const id of ids) {
    const file = fileIn(paths, paths.actor(id))
    const actor = await readStored(paths.actor(id), storedActor).catch(error => {
      findings.push(findingOf(error, file))
      return undefined
    })
    if (actor && actor.id !== id)
      findings.push({ severity: 'error', file, kind: 'other-actor', detail: actor.id })
    else if (actor) register.set(id, actor)
  }
  for (const actor of register.values()) {
    const { id: element, parent } = actor
    const file = fileIn(paths, paths.actor(element))
    if (parent !== undefined && !register.has(parent))
      findings.push({ severity: 'warning', file, kind: 'unknown-parent', element, detail: parent })
    else if (parent !== undefined && parentLoop(element, id => register.get(id)?.parent))
      findings.push({ severity: 'warning', file, kind: 'own-ancestor', element, detail: parent })
  }
  for (const { id: element, mergedInto } of register.values()) {
    if (mergedInto === undefined) continue
    const file = fileIn(paths, paths.actor(element))
    const warn = (kind: string, detail: string) =>
      findings.push({ severity: 'warning', file, kind, element, detail })
    if (!register.has(mergedInto)) warn('merged-into-nobody', mergedInto)
    // Two merged the same two at once; they are one all the same, and the smallest id speaks for them.
    else if (parentLoop(element, id => register.get(id)?.mergedInto))
      warn('merged-in-a-circle', survivorOf(element, register))
  }
  return { register, findings }
}
