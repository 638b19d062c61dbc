import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storedProject, storedSet } from '../../annotations/model/stored.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { readStored, writeStored } from '../../src-main/storage/json-file.ts'
import { documentOf } from '../arabic-news.ts'
import { checked } from './checked-project.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

async function exported() {
  const { folder, paths } = await tempProject()
  const out = join(folder, 'out.jsonl')
  await appFor(folder).done('export.run', { project: paths.folder, job: 'j', format: 'isnad', out })
  const text = await textOf(out)
  return {
    folder,
    out,
    text,
    lines: text.trimEnd().split('\n') as [string, string, string, string],
  }
}

test('an export has no findings', async () => {
  const { out } = await exported()
  expect((await checked(out)).report).toEqual({
    path: out,
    what: 'isnad-jsonl',
    documents: 3,
    sets: 4,
    annotations: 9,
    findings: [],
  })
})

type Lines = Awaited<ReturnType<typeof exported>>

const spoilings: [string, (made: Lines) => string | Buffer, (number | string)[][]][] = [
  ['nothing', () => '', [[1, 'empty-file']]],
  [
    'a line cut off',
    ({ text }) => text.slice(0, -30),
    [
      [4, 'no-line-end'],
      [4, 'not-json'],
    ],
  ],
  ['no line end', ({ text }) => text.trimEnd(), [[4, 'no-line-end']]],
  ['an empty line', ({ lines: [a, b] }) => `${a}\n\n${b}\n`, [[2, 'empty-line']]],
  ['CRLF', ({ lines: [a, b] }) => `${a}\r\n${b}\r\n`, []],
  ['a byte order mark', ({ text }) => `\ufeff${text}`, [[1, 'byte-order-mark']]],
  ['UTF-16', ({ text }) => Buffer.from(`\ufeff${text}`, 'utf16le'), [[1, 'not-utf-8']]],
  [
    'a byte that is not UTF-8',
    ({ lines: [a, b] }) =>
      Buffer.concat([
        Buffer.from(`${a}\n`),
        Buffer.from([0xcf, 0x20, 0xe1]),
        Buffer.from(`\n${b}\n`),
      ]),
    [[2, 'not-utf-8']],
  ],
  ['a line twice', ({ lines: [a, b] }) => `${a}\n${b}\n${a}\n`, [[3, 'duplicate-set']]],
  ['another text', ({ text }) => text.replace('اليوم.\\n', 'أمس.\\n'), [['any', 'text-changed']]],
  [
    'a newer version',
    ({ lines: [a, b] }) => `${a}\n${b.replace('isnad/1', 'isnad/2')}\n`,
    [[2, 'newer-format']],
  ],
  [
    'a line of another kind',
    ({ lines: [a] }) => `${a}\n{"text":"x","label":[]}\n`,
    [[2, 'wrong-shape']],
  ],
]

test.each(spoilings)('an export with %s is found out by line', async (_, spoil, expected) => {
  const made = await exported()
  await writeFile(made.out, spoil(made))
  const { report } = await checked(made.out)
  expect(
    report.findings.map(({ line, kind }, at) => [expected[at]?.[0] === 'any' ? 'any' : line, kind]),
  ).toEqual(expected)
})

test('the encoding a line seems to be in is named', async () => {
  const { out, lines } = await exported()
  // «قال الوزير إن التحالف سيغادر العراق» in Windows-1256.
  const arabic = Buffer.from(
    'deC7E120c7e1e6d2edd120c5e420c7e1cad1c7dd20d3edd7c7cfd120c7e1dad1c7de',
    'hex',
  )
  await writeFile(out, Buffer.concat([Buffer.from(`${lines[0]}\n`), arabic, Buffer.from('\n')]))
  const { report } = await checked(out)
  expect(report.findings[0]).toMatchObject({ line: 2, kind: 'not-utf-8', detail: 'windows-1256' })
})

test('long lines that span many reads are put together again', async () => {
  const { folder, paths } = await tempProject()
  const long = documentOf('خبر طويل جدًا 📷 '.repeat(120_000))
  await documentStore(paths).add(long)
  const project = await readStored(paths.project, storedProject)
  expect(project?.id).toBe('p-test')
  await writeStored(paths.set('عمر', long.id), storedSet, {
    documentId: long.id,
    textDigest: long.textDigest,
    annotator: 'عمر',
    status: 'in-progress',
    revision: 1,
    annotations: [],
    relations: [],
  })
  const out = join(folder, 'long.jsonl')
  await appFor(folder).done('export.run', { project: paths.folder, job: 'j', format: 'isnad', out })
  expect((await checked(out)).report).toMatchObject({ sets: 5, findings: [] })
})
