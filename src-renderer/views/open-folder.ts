import type { Failure } from '../../annotations/api/failures.ts'
import { useEditor } from '../state/editor.ts'
import { openProject } from '../state/navigation.ts'
import { dismissFailure, useSession } from '../state/session.ts'

/** Open a project; what goes wrong is answered, to be said where it was asked for. */
export async function openFolder(folder: string): Promise<Failure | undefined> {
  dismissFailure()
  if (await openProject(folder)) return undefined
  const { failure } = useSession.getState()
  const { save } = useEditor.getState()
  dismissFailure()
  // Without a failure of its own, it was the open document that could not be saved and was not left.
  return failure ?? ('failure' in save ? save.failure : undefined)
}
