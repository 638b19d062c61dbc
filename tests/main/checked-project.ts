import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedDocument, storedSet } from '../../annotations/model/stored.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { appFor, type tempProject } from './temp-project.ts'

export type Project = Awaited<ReturnType<typeof tempProject>>

export async function checked(path: string) {
  const report = await appFor('/nowhere').done('project.check', { path })
  const found = report.findings.map(({ severity, file, kind }) => [severity, file, kind])
  return { report, found }
}

export async function editSet(
  { paths, first }: Project,
  edit: (set: AnnotationSet) => AnnotationSet,
) {
  const set = await readSet(paths, 'ليلى', first.id)
  if (!set) throw new Error('no set')
  await writeStored(paths.set('ليلى', first.id), storedSet, edit(set))
}

export const inSet = ({ first }: Project) =>
  `annotations/ليلى/${first.id.slice(0, 2)}/${first.id}.json`
export const inText = ({ first }: Project) => `documents/${first.id.slice(0, 2)}/${first.id}.txt`
export const inRecord = ({ first }: Project) => `documents/${first.id.slice(0, 2)}/${first.id}.json`

export const editRecord = async ({ paths, first }: Project, patch: object) => {
  const { text: _, ...record } = first
  await writeStored(paths.documentRecord(first.id), storedDocument, { ...record, ...patch })
}
