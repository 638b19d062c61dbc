import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { appFor, at, tempProject, textOf } from './temp-project.ts'

async function setting() {
  const project = await tempProject()
  const { paths, first, folder } = project
  const store = annotationStore(paths)
  const save = (revision: number, status: 'submitted' | 'approved') =>
    store.save({
      document: first,
      scheme: defaultScheme,
      annotator: 'ليلى',
      revision,
      actions: [{ kind: 'edit', changes: [{ kind: 'set-status', status }] }],
      at: new Date(at.getTime() + revision * 1000),
    })
  const { done } = appFor(join(folder, 'home'))
  const repair = () => done('project.check', { path: paths.folder, repair: true })
  return { ...project, store, save, done, repair, path: paths.set('ليلى', first.id) }
}

test('acknowledged actions that the set’s file has not are made again from the log', async () => {
  const { store, save, repair, path, first } = await setting()
  await save(1, 'submitted')
  await store.close()
  const older = await readFile(path)
  const last = await save(2, 'approved')
  await store.close()
  // As a power cut would leave it: the renaming undone, the log flushed.
  await writeFile(path, older)
  const { repaired, findings } = await repair()
  expect(repaired).toEqual([
    {
      file: `annotations/ليلى/${first.id.slice(0, 2)}/${first.id}.json`,
      kind: 'replayed',
      revision: 3,
      actions: 1,
    },
  ])
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(await textOf(path)).toBe(storedSet.stringify(last))
})

test('a broken set is set aside and made good from its copy and its log, and it is said', async () => {
  const { store, save, repair, path } = await setting()
  await save(1, 'submitted')
  await store.close()
  const last = await save(2, 'approved')
  await writeFile(path, '{"half')
  const { repaired } = await repair()
  expect(repaired).toMatchObject([{ kind: 'restored', revision: 3 }])
  expect(repaired?.[0]?.aside).toMatch(/\.json\.broken-/)
  expect(await textOf(path)).toBe(storedSet.stringify(last))
})

test('a broken project file and document come back from their copies', async () => {
  const { paths, folder, done, repair, first } = await setting()
  const made = join(folder, 'made')
  await done('project.create', { folder: made, title: 'مشروع' })
  const good = await readFile(join(made, 'project.json'))
  await writeFile(join(made, 'project.json'), 'null')
  const { repaired } = await done('project.check', { path: made, repair: true })
  expect(repaired).toMatchObject([{ file: 'project.json', kind: 'restored' }])
  expect(await readFile(join(made, 'project.json'))).toEqual(good)

  const edit = { project: paths.folder, id: first.id, metadata: { title: 'عنوان آخر' } }
  await done('documents.edit', edit)
  const record = await readFile(paths.documentRecord(first.id))
  await writeFile(paths.documentRecord(first.id), '')
  expect((await repair()).repaired).toMatchObject([{ kind: 'restored' }])
  expect(await readFile(paths.documentRecord(first.id))).toEqual(record)
})

test('without being asked to repair, a check writes nothing', async () => {
  const { paths, done, path } = await setting()
  await writeFile(path, '{"half')
  const { repaired, findings } = await done('project.check', { path: paths.folder })
  expect(repaired).toBeUndefined()
  expect(findings.some(({ kind }) => kind === 'not-json')).toBe(true)
  expect(await textOf(path)).toBe('{"half')
})
