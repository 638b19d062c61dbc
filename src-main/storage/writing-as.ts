import { appError } from '../app-error.ts'
import type { Held } from './locks.ts'
import type { OpenProject } from './projects.ts'
import { settleAnnotator } from './settle-annotator.ts'

/** Ask for an annotator's lock; after a holder that ended without letting go, their sets are brought up to the log. */
export async function holdFor(
  { locks, paths, index }: OpenProject,
  annotator: string,
): Promise<{ held: Held; settled: number }> {
  let settled = 0
  const held = await locks.hold(annotator, async () => {
    settled = (await settleAnnotator(paths, annotator)).length
    if (settled > 0) await index.refresh()
  })
  return { held, settled }
}

/** Work that writes an annotator's sets: done if this process is the one that writes them, or may be from now on. */
export async function writingAs<T>(
  open: OpenProject,
  annotator: string,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const working = open.locks.during(annotator, work)
    if (working) return working
    const { held } = await holdFor(open, annotator)
    if (held.kind === 'ours') continue
    const { host, since } = held.holder
    throw appError('locked', { annotator, host, since })
  }
}

/**
 * Work that writes the sets of several annotators: all of their locks, or none and a refusal that names who holds one.
 * What was ours before stays ours.
 */
export async function writingAsAll<T>(
  open: OpenProject,
  annotators: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const more: string[] = []
  // In one order, so that two programs that want the same ones do not each hold a half.
  const wanted = [...new Set(annotators)].sort()
  const next = (at: number): Promise<T> => {
    const annotator = wanted[at]
    if (annotator === undefined) return work()
    if (!open.locks.isOurs(annotator)) more.push(annotator)
    return writingAs(open, annotator, () => next(at + 1))
  }
  try {
    return await next(0)
  } finally {
    for (const annotator of more) await open.locks.release(annotator)
  }
}
