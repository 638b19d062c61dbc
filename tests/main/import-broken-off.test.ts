import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Failure } from '../../annotations/api/failures.ts'
import { findFiles } from '../../src-main/corpus/find-files.ts'
import { importArticles } from '../../src-main/corpus/import-articles.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { projects } from '../../src-main/storage/projects.ts'
import {
  ask,
  events,
  file,
  inImportProject,
  news,
  project,
  projectFiles,
  reasons,
  run,
} from './import-project.ts'
import { article, sentences } from './own-news.ts'

inImportProject()

test('a text of a hundred megabytes is refused at once, without being read', async () => {
  const path = await file('huge.txt', '')
  // Sparse: it takes no room on the disk.
  await truncate(path, 100 * 1024 * 1024)
  const before = performance.now()
  const report = await run([path])
  expect(performance.now() - before).toBeLessThan(1000)
  expect(report.rejected[0]?.failure).toMatchObject({
    code: 'too-large',
    params: { megabytes: 100, limit: 32 },
  })
})

test('a cancelled import keeps what is in and says so', async () => {
  for (let n = 0; n < 40; n++) await file(`${n}.txt`, `${sentences[0]} ${n}`)
  const open = await projects().get(project)
  let asked = 0
  const report = await importArticles({
    project: open,
    files: await findFiles([news]),
    encodingOf: () => 'auto',
    given: {},
    now: () => new Date('2024-02-01T10:00:00Z'),
    job: {
      progress: () => {},
      check: () => {},
      get cancelled() {
        return ++asked > 2
      },
    },
  })
  expect(report.cancelled).toBe(true)
  expect(report.imported.length).toBeGreaterThan(0)
  expect(report.imported.length).toBeLessThan(40)
  const { documents } = await ask('project.open', { folder: project })
  expect(documents.map(({ id }) => id).sort()).toEqual(report.imported.map(({ id }) => id).sort())
})

test('a running import is cancelled under its name', async () => {
  for (let n = 0; n < 60; n++) await file(`${n}.txt`, `${sentences[0]} ${n}`)
  const running = run([news], { job: 'mine' })
  while (events.length === 0) await new Promise(resolve => setTimeout(resolve, 1))
  await ask('jobs.cancel', { job: 'mine' })
  expect((await running).cancelled).toBe(true)
})

test('a file that vanishes between the listing and the reading is reported as gone', async () => {
  await file('a.txt', article)
  const gone = await file('b.txt', sentences[0])
  const files = await findFiles([news])
  await rm(gone)
  const report = await importArticles({
    project: await projects().get(project),
    files,
    encodingOf: () => 'auto',
    given: {},
    now: () => new Date('2024-02-01T10:00:00Z'),
    job: { progress: () => {}, check: () => {}, cancelled: false },
  })
  expect(report.imported).toHaveLength(1)
  expect(report.rejected).toEqual([
    { file: gone, failure: { code: 'not-found', params: { file: gone } } },
  ])
})

// The tests may run as root, whom no permission stops: a file stands where the project needs a folder instead.
test('a project that cannot be written stops the import with that failure, and nothing is half-written', async () => {
  await file('a.txt', article)
  await file('b.txt', sentences[0])
  await writeFile(join(project, 'documents'), 'in the way')
  await expect(run([news])).rejects.toMatchObject({
    failure: { code: expect.stringMatching(/not-a-folder|io/) },
  })
  expect(await projectFiles()).toEqual(['documents', 'project.json'])
})

test('a disk that fills up stops the import: what is in stays in, what failed leaves no trace', async () => {
  for (let n = 0; n < 20; n++) await file(`${n}.txt`, `${sentences[0]} ${n}`)
  const open = await projects().get(project)
  const store = documentStore(open.paths)
  let room = 10
  // A full disk cannot be had in a test: the store says what one would, after the text is written and before its record.
  const full = async (document: Parameters<typeof store.add>[0]) => {
    if (--room >= 0) return store.add(document)
    await mkdir(dirname(open.paths.documentText(document.id)), { recursive: true })
    await writeFile(open.paths.documentText(document.id), document.text)
    throw Object.assign(new Error('no space'), { code: 'ENOSPC', path: project })
  }
  const stopped: Promise<unknown> = importArticles({
    project: { ...open, documents: { ...store, add: full } },
    files: await findFiles([news]),
    encodingOf: () => 'auto',
    given: {},
    now: () => new Date('2024-02-01T10:00:00Z'),
    job: { progress: () => {}, check: () => {}, cancelled: false },
  })
  const failure: Failure = { code: 'disk-full', params: { file: project } }
  await expect(stopped).rejects.toMatchObject({ failure })
  const { documents } = await ask('project.open', { folder: project })
  expect(documents).toHaveLength(10)
  expect((await projectFiles()).filter(name => name.endsWith('.txt'))).toHaveLength(10)
})

test('a document whose record is damaged is not overwritten by importing it again', async () => {
  const path = await file('a.txt', article)
  const id = (await run([path])).imported[0]?.id ?? ''
  const record = projectPaths(project).documentRecord(id)
  await writeFile(record, '{"cut off')
  expect(reasons(await run([path]))).toEqual([['a.txt', 'not-json']])
  expect(await readFile(record, 'utf8')).toBe('{"cut off')
})
