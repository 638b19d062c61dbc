import { z } from 'zod'
import { baseKinds, fate } from '../merge/merge-report.ts'
import { documentId } from '../model/annotation-set.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'

/**
 * What became of one file that the copies do not hold alike: only one has it, one is what the other became, both were
 * merged; they are of different things or cannot be read, and then the one is in its place and the other kept aside.
 */
const mergedFileKinds = [
  'only-a',
  'only-b',
  'newer-a',
  'newer-b',
  'merged',
  'kept-aside',
  'unreadable',
] as const

export const mergedFile = z.strictObject({
  /** In the project's folder, with `/`. */
  file: z.string(),
  kind: z.enum(mergedFileKinds),
  /** Of a set. */
  annotator: z.string().optional(),
  documentId: documentId.optional(),
  base: z.enum(baseKinds).optional(),
  fates: z.array(fate).optional(),
  /** Where what is not in its place lies, and why. */
  aside: z.string().optional(),
  detail: z.string().optional(),
})
export type MergedFileReport = z.infer<typeof mergedFile>

export const mergeReport = z.strictObject({
  /** The folder that holds what came of it. */
  out: z.string(),
  documents: z.int(),
  sets: z.int(),
  /** Files that both hold alike. */
  same: z.int(),
  files: z.array(mergedFile),
  /** What is there and does not fit: a set whose document is gone or says something else, two projects that are not one. */
  notes: z.array(
    z.strictObject({
      kind: z.enum([
        'no-document',
        'other-text',
        'other-project',
        'same-actor-twice',
        'name-clash',
      ]),
      file: z.string(),
      detail: z.string().optional(),
    }),
  ),
})
export type MergeReport = z.infer<typeof mergeReport>

/** How often each thing happened, for a summary. */
export function countMerged({ files }: Pick<MergeReport, 'files'>) {
  const count = (wanted: (file: MergedFileReport) => boolean) => files.filter(wanted).length
  const fates = files.flatMap(file => file.fates ?? [])
  return {
    onlyA: count(({ kind }) => kind === 'only-a'),
    onlyB: count(({ kind }) => kind === 'only-b'),
    merged: count(({ kind }) => kind === 'merged' || kind === 'newer-a' || kind === 'newer-b'),
    aside: count(({ kind }) => kind === 'kept-aside' || kind === 'unreadable'),
    clashes: fates.filter(({ kind }) => kind === 'clash').length,
    kept: fates.filter(({ kind }) => kind === 'kept').length,
    removed: fates.filter(({ kind }) => kind === 'removed').length,
    added: fates.filter(({ kind }) => kind === 'added').length,
  }
}

/** Copies of a project made one. */
export const mergeMethods = {
  /** Two copies of a project made one, in a folder that is new; the copies stay as they are. */
  'project.merge': method(z.strictObject({ a: path, b: path, out: path, job }), mergeReport),
  /** Files that have second copies beside them, or that Git left with both sides in them. */
  'project.conflicts': method(
    z.strictObject({ project }),
    z.strictObject({ files: z.array(z.strictObject({ file: z.string(), copies: z.int() })) }),
  ),
  /** The same merged by id; what was there is kept in `.isnad/merged`. */
  'project.resolve': method(
    z.strictObject({ project }),
    z.strictObject({ resolved: z.array(mergedFile), inUse: z.array(z.string()) }),
  ),
} as const
