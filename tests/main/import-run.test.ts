import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { createApp } from '../../src-main/app.ts'
import { findFiles } from '../../src-main/corpus/find-files.ts'
import { importArticles } from '../../src-main/corpus/import-articles.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { projects } from '../../src-main/storage/projects.ts'
import { encodeSingleByte } from './encode.ts'
import { arabicNews, article, headline, sentences } from './own-news.ts'

let root: string
let project: string
let news: string
let events: AppEvent[]
let app: ReturnType<typeof createApp>

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'isnad-import-'))
  project = join(root, 'project')
  news = join(root, 'news')
  await mkdir(news)
  events = []
  app = createApp(
    {
      kind: 'cli',
      version: '0',
      userData: join(root, 'user'),
      sample: join(root, 'sample'),
      emit: event => events.push(event),
      now: () => new Date('2024-02-01T10:00:00Z'),
    },
    (method, error) => {
      throw new Error(`a bug in ${method}`, { cause: error })
    },
  )
  await ask('project.create', { folder: project, title: 'قمح' })
})

afterEach(() => rm(root, { recursive: true, force: true }))

async function ask<M extends Method>(method: M, input: Asked<M>): Promise<Output<M>> {
  const result = await app(method, input)
  if (!result.ok) throw Object.assign(new Error(result.failure.code), { failure: result.failure })
  return result.value as Output<M>
}

const run = (paths: string[], more: Partial<Asked<'import.run'>> = {}) =>
  ask('import.run', { project, paths, job: 'j', ...more })

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(news, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

const reasons = (report: Output<'import.run'>) =>
  report.rejected.map(({ file: path, failure }) => [basename(path), failure.code])

/** Every file of the project but its caches. */
async function projectFiles(): Promise<string[]> {
  const found = await readdir(project, { recursive: true, withFileTypes: true })
  return found
    .filter(entry => entry.isFile() && !entry.parentPath.includes('.isnad'))
    .map(entry => entry.name)
    .sort()
}

test('a folder is imported with all its articles, in name order, and its text is what the bytes say', async () => {
  await file('10.txt', article)
  await file('9.txt', Buffer.from(`\ufeff${sentences[0]}\r\n${sentences[1]}`))
  await file('deep/a.html', `<html><body><h1>${headline}</h1><p>${sentences[2]}</p></body></html>`)
  await file('deep.txt/cp.txt', encodeSingleByte(sentences[3], 'windows-1256'))
  const report = await run([news])
  expect(report.rejected).toEqual([])
  expect(report.cancelled).toBe(false)
  expect(report.imported.map(one => one.file)).toEqual(
    ['9.txt', '10.txt', 'deep/a.html', 'deep.txt/cp.txt'].map(name => join(news, name)),
  )
  const texts = await Promise.all(
    report.imported.map(({ id }) => ask('documents.read', { project, id })),
  )
  expect(texts.map(({ text }) => text)).toEqual([
    `${sentences[0]}\n${sentences[1]}`,
    article,
    `${headline}\n\n${sentences[2]}`,
    sentences[3],
  ])
  expect(
    texts.map(({ origin }) => [origin.file, origin.encoding, origin.bom, origin.lineEnds]),
  ).toEqual([
    ['9.txt', 'utf-8', true, 'crlf'],
    ['10.txt', 'utf-8', false, 'lf'],
    ['a.html', 'utf-8', false, 'lf'],
    ['cp.txt', 'windows-1256', false, 'lf'],
  ])
  const { documents } = await ask('project.open', { folder: project })
  expect(documents).toHaveLength(4)
  expect(Math.max(...documents.map(({ words }) => words))).toBeGreaterThan(100)
  expect(events.at(-1)).toEqual({ kind: 'progress', job: 'j', done: 4, total: 4, item: undefined })
})

test('the text of a document is the decoded text with LF line ends, whatever the text', async () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  await fc.assert(
    fc.asyncProperty(arabicNews, ends, fc.string({ unit: 'grapheme' }), async (text, end, tail) => {
      const written = `${text}\n${tail.replace(/\p{Cc}/gu, '')}`.replaceAll('\n', end)
      const path = await file('one.txt', written)
      const { imported, duplicates } = await run([path])
      const id = imported[0]?.id ?? duplicates[0]?.id ?? ''
      const stored = await readFile(projectPaths(project).documentText(id), 'utf8')
      expect(stored).toBe(written.replaceAll(end, '\n'))
    }),
    { numRuns: 25 },
  )
})

test('bad files are named with their reasons and the rest is imported', async () => {
  await file('a-good.txt', article)
  await file('b-empty.txt', '')
  await file('c-blank.txt', ' \r\n\u00a0\u200f\n')
  await file('d-picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  const broken = Buffer.concat([Buffer.from(sentences[0]), Buffer.of(0xff)])
  await file('e-broken.txt', broken)
  await file('f-scan.pdf', '%PDF-1.7')
  await file('g-page.html', '<html><body><img src="x.png"></body></html>')
  await file('h-deep.html', '<div>'.repeat(100_000))
  await file('i-good.txt', sentences[1])
  await file('.hidden.txt', sentences[2])
  await file('node_modules/x.txt', sentences[2])
  await file('another-project/project.json', '{}')
  await file('another-project/documents/x.txt', sentences[2])
  await symlink('/etc/hostname', join(news, 'j-link.txt'))
  await symlink(join(news, 'nowhere'), join(news, 'k-dangling.txt'))
  const report = await run([news, join(news, 'gone.txt'), join(news, 'another-project')])
  expect(report.imported.map(one => basename(one.file))).toEqual(['a-good.txt', 'i-good.txt'])
  expect(reasons(report)).toEqual([
    ['b-empty.txt', 'empty-file'],
    ['c-blank.txt', 'no-text'],
    ['d-picture.txt', 'not-text'],
    ['e-broken.txt', 'undecodable'],
    ['f-scan.pdf', 'pdf-not-read'],
    ['g-page.html', 'no-text'],
    ['h-deep.html', 'no-text'],
    ['j-link.txt', 'leads-outside'],
    ['k-dangling.txt', 'not-found'],
    ['gone.txt', 'not-found'],
    ['another-project', 'is-a-project'],
  ])
  expect(report.rejected.find(one => one.file.includes('e-broken'))?.failure).toEqual({
    code: 'undecodable',
    params: {
      file: join(news, 'e-broken.txt'),
      encoding: 'utf-8',
      byte: Buffer.byteLength(sentences[0]),
    },
    details: undefined,
  })
})

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

test('the same text twice is one document, and the report says which it is', async () => {
  const first = await file('a.txt', article)
  const again = await file('b.txt', Buffer.from(`\ufeff${article.replaceAll('\n', '\r\n')}`))
  const report = await run([first, again, first])
  const id = report.imported[0]?.id ?? ''
  expect(report.imported).toHaveLength(1)
  expect(report.duplicates).toEqual([{ file: again, id }])
  const later = await run([news])
  expect(later.imported).toEqual([])
  expect(later.duplicates.map(one => one.id)).toEqual([id, id])
})

test('importing again leaves what the analyst has made of the document', async () => {
  const path = await file('a.txt', article)
  const id = (await run([path])).imported[0]?.id ?? ''
  await ask('documents.edit', { project, id, metadata: { title: 'عنوان آخر' } })
  await run([path], { outlet: 'سهول نيوز' })
  expect((await ask('documents.read', { project, id })).title).toBe('عنوان آخر')
})

test('what is given for all documents fills only what they do not say', async () => {
  const dated = await file('a.txt', `${headline}\n3/5/2021\nالمصدر: سهول نيوز\n${sentences[0]}`)
  const silent = await file('b.txt', sentences[1])
  const { imported } = await run([dated, silent], { published: '2024-01', outlet: 'وكالة' })
  const [first, second] = await Promise.all(
    imported.map(({ id }) => ask('documents.read', { project, id })),
  )
  expect(first).toMatchObject({ published: '2021-05-03', outlet: 'سهول نيوز' })
  expect(second).toMatchObject({ published: '2024-01', outlet: 'وكالة' })
})

test('an encoding may be chosen for all files or for one', async () => {
  const text = sentences[4]
  const path = await file('a.txt', encodeSingleByte(text, 'windows-1256'))
  const other = await file('b.txt', sentences[5])
  const report = await run([path, other], { encoding: 'utf-8', encodings: { [path]: 'CP1256' } })
  expect(report.imported.map(({ decision }) => [decision.encoding, decision.how])).toEqual([
    ['windows-1256', 'chosen'],
    ['utf-8', 'chosen'],
  ])
  const wrong = await run([path], { encoding: 'klingon' })
  expect(reasons(wrong)).toEqual([['a.txt', 'unknown-encoding']])
})

test('a preview decides as the import will, and writes nothing', async () => {
  const known = await file('a.txt', article)
  const { imported } = await run([known])
  await file('b.txt', encodeSingleByte(sentences[6], 'windows-1256'))
  await file('c.txt', '')
  const before = await projectFiles()
  const { files, more } = await ask('import.preview', { project, paths: [news] })
  expect(more).toBe(0)
  expect(
    files.map(one => (one.kind === 'rejected' ? one.failure.code : one.decision.encoding)),
  ).toEqual(['utf-8', 'windows-1256', 'empty-file'])
  expect(files[0]).toMatchObject({ duplicateOf: imported[0]?.id, metadata: { title: headline } })
  expect(files[1]).toMatchObject({ beginning: sentences[6] })
  expect(files[1]).not.toHaveProperty('duplicateOf', expect.anything())
  expect(await projectFiles()).toEqual(before)
})

test('a preview shows the first fifty and counts the rest', async () => {
  for (let n = 0; n < 60; n++) await file(`${n}.txt`, `${sentences[0]} ${n}`)
  await file('a.png', 'x')
  const { files, more } = await ask('import.preview', { project, paths: [news] })
  expect(files).toHaveLength(50)
  expect(more).toBe(11)
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
