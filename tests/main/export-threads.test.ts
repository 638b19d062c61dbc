import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { storedSet } from '../../annotations/model/stored.ts'
import type { Workers } from '../../src-main/services.ts'
import { shipped } from '../../src-main/shells/app-root.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { documentOf } from '../arabic-news.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

// Built before these tests are run (`tests/build-program.mjs`); without it the export would be on one thread, and prove nothing.
const root = join(import.meta.dirname, '../..')
const built = shipped(root).workers.export
/** Where nothing else of the app is, as beside the archive of a package. */
let workers: Workers

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-worker-'))
  workers = { ...shipped(root).workers, export: join(folder, 'export-worker.mjs') }
  await copyFile(built, workers.export)
  return () => rm(folder, { recursive: true })
})

/** A project of many documents, every one with a set like the first’s. */
async function crowd(count: number) {
  const project = await tempProject()
  const { paths, first } = project
  const set = await readSet(paths, 'ليلى', first.id)
  if (!set) throw new Error('the first document has no set')
  const documents = documentStore(paths)
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const document = documentOf(`${first.text}${n}\n`)
    await documents.add(document)
    const { id, textDigest } = document
    await writeStored(paths.set('ليلى', id), storedSet, { ...set, documentId: id, textDigest })
    ids.push(id)
  }
  return { ...project, ids }
}

test('an export of many documents on threads is the same bytes as on one', async () => {
  const { folder, paths } = await crowd(80)
  const input = { project: paths.folder, job: 'job', format: 'isnad' } as const
  const [one, many] = [join(folder, 'one.jsonl'), join(folder, 'many.jsonl')]
  const alone = await appFor(folder).done('export.run', { ...input, out: one })
  const threads = await appFor(folder, () => {}, workers).done('export.run', {
    ...input,
    out: many,
  })
  expect(threads).toEqual({ ...alone, file: many })
  expect(await textOf(many)).toBe(await textOf(one))
})

test('a broken set fails an export on threads by its name, and leaves nothing behind', async () => {
  const { folder, paths, ids } = await crowd(80)
  const broken = paths.set('ليلى', ids[40] as string)
  await writeFile(broken, '{"format": "isnad-set/1", "docu')
  const out = join(folder, 'out', 'set.jsonl')
  const { refused } = appFor(folder, () => {}, workers)
  const input = { project: paths.folder, job: 'job', format: 'isnad' } as const
  const failure = await refused('export.run', { ...input, out: join(folder, 'out.jsonl') })
  expect(failure).toMatchObject({ code: 'not-json', params: { file: broken } })
  expect(
    (await readdir(folder)).filter(name => name.includes('.jsonl') || name.includes('.tmp')),
  ).toEqual([])
  expect((await refused('export.run', { ...input, out })).code).toBe('not-found')
})

test('an export on threads that is cancelled ends, and leaves nothing behind', async () => {
  const { folder, paths } = await crowd(120)
  const app = appFor(
    folder,
    event => {
      if (event.kind === 'progress') void app.done('jobs.cancel', { job: event.job })
    },
    workers,
  )
  const out = join(folder, 'out.jsonl')
  const failure = await app.refused('export.run', {
    project: paths.folder,
    job: 'job',
    format: 'isnad',
    out,
  })
  expect(failure.code).toBe('cancelled')
  expect(await readdir(folder)).not.toContain('out.jsonl')
})
