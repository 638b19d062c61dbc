import { appError } from '../app-error.ts'
import type { Held } from './locks.ts'
import type { OpenProject } from './projects.ts'
import { settleAnnotator } from './settle-annotator.ts'

/** Ask for an annotator's lock; after a holder that ended without letting go, their sets are brought up to the log. */
export async function holdFor(
  { locks, paths, index }: OpenProject,
  annotator: string,
): Promise<{ held: Held; settled: number }> {
  const held = await locks.hold(annotator)
  if (held.kind === 'theirs' || !held.afterCrash) return { held, settled: 0 }
  const settled = await settleAnnotator(paths, annotator)
  if (settled.length > 0) await index.refresh()
  return { held, settled: settled.length }
}

/** Let a save go on if this process is the one that writes the annotator's sets, or may be from now on. */
export async function writingAs(open: OpenProject, annotator: string): Promise<void> {
  if (open.locks.isOurs(annotator)) return
  const { held } = await holdFor(open, annotator)
  if (held.kind === 'ours') return
  const { host, since } = held.holder
  throw appError('locked', { annotator, host, since })
}
