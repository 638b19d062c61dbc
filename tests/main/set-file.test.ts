import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFor, tempProject } from './temp-project.ts'

async function setting() {
  const { folder, paths, first, third } = await tempProject()
  const { done, call } = appFor(join(folder, 'home'))
  const about = (documentId: string) => ({ project: paths.folder, documentId, annotator: 'ليلى' })
  return { done, call, about, path: paths.set('ليلى', first.id), first, third }
}

test('a set’s file is handed over as it is, broken or not', async () => {
  const { done, about, path, first } = await setting()
  expect(Buffer.from(await done('sets.file', about(first.id)))).toEqual(await readFile(path))
  await writeFile(path, 'نصف')
  expect(Buffer.from(await done('sets.file', about(first.id))).toString()).toBe('نصف')
})

test('stamps say whether an article’s record or a set of it is another than it was', async () => {
  const { done, about, path, first, third } = await setting()
  const before = await done('sets.stamps', about(first.id))
  expect(await done('sets.stamps', about(first.id))).toEqual(before)
  await writeFile(path, 'نصف')
  const after = await done('sets.stamps', about(first.id))
  expect(after.set).not.toBe(before.set)
  expect(after.document).toBe(before.document)
  expect(after.document).not.toBeNull()
  expect((await done('sets.stamps', about(third.id))).set).toBeNull()
  const { project, documentId } = about(first.id)
  await done('documents.edit', { project, id: documentId, metadata: { title: 'عنوان آخر' } })
  expect((await done('sets.stamps', about(first.id))).document).not.toBe(before.document)
})

test('where there is no set yet there are no bytes', async () => {
  const { done, about, third } = await setting()
  expect((await done('sets.file', about(third.id))).byteLength).toBe(0)
})
