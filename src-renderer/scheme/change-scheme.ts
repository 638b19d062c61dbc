import type { Failure } from '../../annotations/api/failures.ts'
import type { Migration } from '../../annotations/model/migrate-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { reloadProject } from '../state/navigation.ts'
import { announce, useSession } from '../state/session.ts'
import { say } from '../strings/words.ts'

type Change = { basedOn: LabelScheme; scheme: LabelScheme; migration: Migration; job: string }

/** What is on the screen is saved first: a migration begins from what is on the disk. */
async function saved(): Promise<Failure | undefined> {
  if (await flush()) return undefined
  const { save } = useEditor.getState()
  return 'failure' in save ? save.failure : undefined
}

/** Make a new scheme the project's own; the failure, if it could not be. */
export async function saveScheme(change: Change): Promise<Failure | undefined> {
  const project = useSession.getState().project?.folder
  if (project === undefined) return undefined
  const unsaved = await saved()
  if (unsaved) return unsaved
  const made = await call('scheme.save', { project, ...change })
  if (!made.ok) return made.failure
  await reloadProject()
  announce(say('said.scheme-changed'))
  return undefined
}

/** Take the last change back; the failure, if it could not be. */
export async function undoSchemeChange(): Promise<Failure | undefined> {
  const project = useSession.getState().project?.folder
  if (project === undefined) return undefined
  const unsaved = await saved()
  if (unsaved) return unsaved
  const undone = await call('scheme.undo', { project })
  if (!undone.ok) return undone.failure
  await reloadProject()
  announce(say('said.scheme-undone'))
  return undefined
}
