import { backups } from './backups.ts'
import type { ProjectPaths } from './paths.ts'

/** Keep a copy of a file that is not a set, as it was just written. One that cannot be kept costs nothing but itself. */
export async function keepCopy(paths: ProjectPaths, file: string, at: Date): Promise<void> {
  const what = { saved: at.toISOString(), revision: 0, annotations: 0, aside: false }
  await backups(paths)
    .keep(file, what)
    .catch(() => {})
}
