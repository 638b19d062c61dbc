import { readFile, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { encodeSingleByte } from './encode.ts'
import {
  ask,
  events,
  file,
  inImportProject,
  news,
  project,
  reasons,
  run,
} from './import-project.ts'
import { arabicNews, article, headline, sentences } from './own-news.ts'

inImportProject()

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
