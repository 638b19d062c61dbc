import { readFile } from 'node:fs/promises'
import { mergeFiles } from '../../annotations/merge/merge-files.ts'
import type { Fate } from '../../annotations/merge/merge-report.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { replaceFile } from '../storage/replace-file.ts'

/** What Git hands a merge driver: what both began from, ours (which the answer goes into), theirs, and the file's name. */
export type DriverFiles = { base: string; ours: string; theirs: string; name: string }

const textOf = (path: string) =>
  readFile(path, 'utf8').catch(error => {
    throw new AppError(failureOf(error, path))
  })

/**
 * Git's merge of one file of a project, by what the file holds. It is clean where nothing that either says is left out of
 * the file: versions of an annotation that stand against each other are both in the set, and are decided in the app.
 */
export async function driveMerge(files: DriverFiles): Promise<{ clean: boolean; fates: Fate[] }> {
  const [base, a, b] = await Promise.all([files.base, files.ours, files.theirs].map(textOf))
  if (a === undefined || b === undefined) throw new Error('nothing to merge')
  // A file that both added has an empty one for its beginning.
  const merged = mergeFiles({ a, b, base: base?.trim() === '' ? undefined : base })
  if (merged.kind !== 'merged') {
    const reason = merged.kind === 'apart' ? undefined : (merged.a ?? merged.b)
    const detail = reason && 'detail' in reason ? reason.detail : (reason?.kind ?? merged.kind)
    throw appError('not-merged', { file: files.name, detail })
  }
  await replaceFile(files.ours, merged.text)
  const lost = merged.fates.filter(({ kind, of }) => kind === 'clash' && of === 'set')
  return { clean: lost.length === 0, fates: merged.fates }
}
