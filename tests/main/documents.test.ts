import { readFile, rm, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storedDocument } from '../../annotations/model/stored.ts'
import { digestOf, documentStore, idOfDigest } from '../../src-main/storage/document-store.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { documentIn } from '../../src-renderer/state/document-in.ts'
import { arabicNews, documentOf } from '../arabic-news.ts'
import { failureFrom, tempFolder, tempProject, textOf } from './temp-project.ts'

test('a text is read as it was added, character for character', async () => {
  const paths = projectPaths(await tempFolder())
  await fc.assert(
    fc.asyncProperty(arabicNews, async text => {
      const document = documentOf(`\ufeff${text}`)
      await documentStore(paths).add(document)
      expect(await documentStore(paths).read(document.id)).toEqual(document)
      expect(documentIn(await documentStore(paths).file(document.id))).toEqual(document)
    }),
    { numRuns: 10 },
  )
})

test('an id is the beginning of its text’s digest', () => {
  const { id, textDigest, text } = documentOf('خبر')
  expect(digestOf(text)).toBe(textDigest)
  expect(digestOf(Buffer.from(text))).toBe(textDigest)
  expect(idOfDigest(textDigest)).toBe(id)
})

test.each([
  ['a letter more', (text: string) => `${text} `],
  ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  [
    'another spelling of the same letters',
    (text: string) => text.normalize('NFD').replace('إ', 'ا'),
  ],
  ['nothing left', () => ''],
])('a text with %s is refused as changed, and left as it is', async (_, change) => {
  const { paths, first } = await tempProject()
  const file = paths.documentText(first.id)
  const changed = change(first.text)
  await writeFile(file, changed)
  expect(await failureFrom(documentStore(paths).read(first.id))).toEqual({
    code: 'text-changed',
    params: { file },
  })
  expect(await textOf(file)).toBe(changed)
})

test('a text in other bytes is changed, even if it looks the same when decoded', async () => {
  const { paths } = await tempProject()
  const document = documentOf('خبر \ufffd')
  await documentStore(paths).add(document)
  const file = paths.documentText(document.id)
  const bytes = await readFile(file)
  await writeFile(file, Buffer.concat([bytes.subarray(0, -3), Buffer.from([0xff])]))
  expect(await failureFrom(documentStore(paths).read(document.id))).toMatchObject({
    code: 'text-changed',
  })
})

test('a text that is gone is named', async () => {
  const { paths, first } = await tempProject()
  await rm(paths.documentText(first.id))
  expect(await failureFrom(documentStore(paths).read(first.id))).toEqual({
    code: 'not-found',
    params: { file: paths.documentText(first.id) },
  })
})

test('a record in another’s place is refused', async () => {
  const { paths, first, second } = await tempProject()
  await writeFile(paths.documentRecord(first.id), await readFile(paths.documentRecord(second.id)))
  expect(await failureFrom(documentStore(paths).read(first.id))).toMatchObject({
    code: 'wrong-shape',
    params: { file: paths.documentRecord(first.id) },
  })
})

test('an edit of metadata changes that alone, and what is left out becomes unknown', async () => {
  const { paths, first } = await tempProject()
  const store = documentStore(paths)
  await store.edit(first.id, { title: 'عنوان', outlet: 'الضفتان', published: '2024-07' })
  await store.edit(first.id, { title: 'عنوان آخر', author: 'سلمى' })
  const { text: _, ...record } = { ...first, title: 'عنوان آخر', author: 'سلمى' }
  expect(storedDocument.parse(await textOf(paths.documentRecord(first.id)))).toEqual({
    ok: true,
    value: record,
  })
  expect(await store.read(first.id)).toEqual({ ...record, text: first.text })
  expect(await textOf(paths.documentText(first.id))).toBe(first.text)
})
