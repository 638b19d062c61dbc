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

test('where there is no set yet there are no bytes', async () => {
  const { done, about, third } = await setting()
  expect((await done('sets.file', about(third.id))).byteLength).toBe(0)
})
