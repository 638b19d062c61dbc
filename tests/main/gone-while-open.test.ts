import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../src-main/app.ts'
import { appFor, tempProject } from './temp-project.ts'

test('a project whose folder is renamed while it is open is said to be gone, and nothing is written where it was', async () => {
  const { paths, first, folder } = await tempProject()
  const { done, refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: first.id, annotator: 'ليلى' }
  const save = {
    ...about,
    actions: [{ changes: [{ kind: 'set-status' as const, status: 'submitted' as const }] }],
  }
  await done('sets.save', { ...save, revision: 1 })
  await rename(paths.folder, `${paths.folder}-moved`)
  const gone = { code: 'not-found', params: { file: paths.folder } }
  expect(await refused('sets.save', { ...save, revision: 2 })).toMatchObject(gone)
  expect(await refused('sets.save', { ...save, documentId: first.id, revision: 0 })).toMatchObject(
    gone,
  )
  expect(await refused('sets.read', about)).toMatchObject(gone)
  expect(existsSync(paths.folder)).toBe(false)
  // Back in its place, the same save is made.
  await rename(`${paths.folder}-moved`, paths.folder)
  expect(await done('sets.save', { ...save, revision: 2 })).toMatchObject({ revision: 3 })
  await rm(paths.folder, { recursive: true })
  expect(await refused('sets.save', { ...save, revision: 3 })).toMatchObject(gone)
  expect(existsSync(paths.folder)).toBe(false)
})

test('where settings cannot be written a project opens all the same, and settings that cannot be read now stay', async () => {
  const { paths, folder } = await tempProject()
  const userData = join(folder, 'home')
  await writeFile(userData, 'a file in the place of the folder')
  const shell = {
    ...{ kind: 'web' as const, version: '0.0.0', userData, sample: folder },
    ...{ emit: () => {}, now: () => new Date() },
  }
  const app = createApp(shell, (_, error) => {
    throw error
  })
  expect(await app('project.open', { folder: paths.folder })).toMatchObject({ ok: true })
  expect(await app('settings.save', { language: 'en' })).toMatchObject({ ok: false })
  await app.close()
  expect(await readFile(userData, 'utf8')).toContain('a file')

  await rm(userData)
  await mkdir(join(userData, 'settings.json'), { recursive: true })
  expect(await app('app.start', {})).toMatchObject({ ok: true })
  expect(await app('settings.save', { language: 'en' })).toMatchObject({ ok: false })
  expect(existsSync(join(userData, 'settings.json'))).toBe(true)
})
