import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import { failureOf } from '../app-error.ts'

/** Why the folder the app was started on cannot be a project, as far as a look at it tells. */
export async function startFailure(folder: string): Promise<Failure | undefined> {
  try {
    if (!(await stat(folder)).isDirectory())
      return { code: 'not-a-folder', params: { file: folder } }
  } catch (error) {
    return failureOf(error, folder)
  }
  const found = await stat(join(folder, 'project.json')).catch(() => undefined)
  return found ? undefined : { code: 'not-a-project', params: { file: folder } }
}
