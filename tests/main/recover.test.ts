import { existsSync } from 'node:fs'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storedSet } from '../../annotations/model/stored.ts'
import { newestGood } from '../../src-main/storage/newest-good.ts'
import { setting } from './backup-setting.ts'
import { appFor, textOf } from './temp-project.ts'

test('from a backup and the log comes the last acknowledged state', async () => {
  const { store, save, many, removed, paths, first, path } = await setting()
  await save(many(12))
  await store.close()
  await save(removed(2))
  const last = await save([{ kind: 'set-status', status: 'submitted' }])
  // Of a slow disk's saves each may have been kept: here the log is to bring the last two.
  for (const name of await readdir(paths.backups(path)))
    if (Number(/-r(\d+)-/.exec(name)?.[1]) > last.revision - 2)
      await rm(join(paths.backups(path), name))
  await writeFile(path, '{"half')
  expect(await newestGood(paths, 'ليلى', first.id)).toMatchObject({ set: last, actions: 2 })
  await store.close()
})

test('a broken set is set aside by its own name, and its last state put in its place', async () => {
  const { save, store, folder, first, path, paths } = await setting()
  const last = await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  const { done, refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: first.id, annotator: 'ليلى' }
  for (const spoilt of ['', 'null', '{"half', '[]', '{"format":"isnad-set/1"}']) {
    await writeFile(path, spoilt)
    const failure = await refused('sets.read', about)
    expect(['not-json', 'wrong-shape']).toContain(failure.code)
    expect(failure.details).toEqual({
      good: { saved: last.updated, revision: last.revision, annotations: 3 },
    })
    const { aside, recovered } = await done('sets.recover', about)
    expect(recovered).toMatchObject({ revision: last.revision })
    expect(aside).toMatch(/\.json\.broken-/)
    expect(await textOf(aside as string)).toBe(spoilt)
    expect(await textOf(path)).toBe(storedSet.stringify(last))
    await rm(aside as string)
  }
})

test('where a broken set is made good, a file is there at every moment', async () => {
  const { save, store, folder, first, path, paths } = await setting()
  await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  await writeFile(path, '{"half')
  const { done } = appFor(join(folder, 'home'))
  let looks = 0
  let missed = 0
  const looking = setInterval(() => {
    looks++
    if (!existsSync(path)) missed++
  })
  await done('sets.recover', { project: paths.folder, documentId: first.id, annotator: 'ليلى' })
  clearInterval(looking)
  expect(looks).toBeGreaterThan(0)
  expect(missed).toBe(0)
})

test('a set of a newer Isnad is not set aside: it is somebody’s good work', async () => {
  const { folder, first, path, paths } = await setting()
  await writeFile(path, (await textOf(path)).replace('isnad-set/1', 'isnad-set/7'))
  const { refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: first.id, annotator: 'ليلى' }
  expect(await refused('sets.read', about)).toMatchObject({ code: 'newer-format' })
})

test('a set’s file that vanishes under somebody’s hands is there again after her next save', async () => {
  const { save, store, path } = await setting()
  await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  await rm(path)
  const set = await save([{ kind: 'set-status', status: 'approved' }])
  expect(set).toMatchObject({ revision: 3, status: 'approved' })
  expect(set.annotations).toHaveLength(3)
  expect((await stat(path)).size).toBeGreaterThan(0)
  await store.close()
})
