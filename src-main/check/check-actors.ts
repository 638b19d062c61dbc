import type { CheckFinding } from '../../annotations/api/views.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import { readStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { fileIn, findingOf } from './findings.ts'

/** Does following the parents of `actor` come back to it? */
function isOwnAncestor(actor: Actor, register: ReadonlyMap<string, Actor>): boolean {
  const seen = new Set<string>()
  for (let at = actor.parent; at !== undefined && !seen.has(at); at = register.get(at)?.parent) {
    if (at === actor.id) return true
    seen.add(at)
  }
  return false
}

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
    else if (isOwnAncestor(actor, register))
      findings.push({ severity: 'warning', file, kind: 'own-ancestor', element, detail: parent })
  }
  return { register, findings }
}
