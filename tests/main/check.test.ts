import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import {
  storedActor,
  storedDocument,
  storedProject,
  storedSet,
} from '../../annotations/model/stored.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { readStored, writeStored } from '../../src-main/storage/json-file.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { documentOf } from '../arabic-news.ts'
import { appFor, tempFolder, tempProject, textOf } from './temp-project.ts'

type Project = Awaited<ReturnType<typeof tempProject>>

async function checked(path: string) {
  const report = await appFor('/nowhere').done('project.check', { path })
  const found = report.findings.map(({ severity, file, kind }) => [severity, file, kind])
  return { report, found }
}

/** Every file below a folder with its size and time of change. */
async function stamps(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).sort()
  return Promise.all(
    names.map(async name => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return [name, size, mtimeMs].join(' ')
    }),
  )
}

test('a sound project has no findings, is counted, and is not touched', async () => {
  const { paths } = await tempProject()
  const before = await stamps(paths.folder)
  expect((await checked(paths.folder)).report).toEqual({
    path: paths.folder,
    what: 'project',
    documents: 3,
    sets: 4,
    annotations: 9,
    findings: [],
  })
  expect((await checked(paths.project)).report.what).toBe('project')
  expect(await stamps(paths.folder)).toEqual(before)
})

async function editSet({ paths, first }: Project, edit: (set: AnnotationSet) => AnnotationSet) {
  const set = await readSet(paths, 'ليلى', first.id)
  if (!set) throw new Error('no set')
  await writeStored(paths.set('ليلى', first.id), storedSet, edit(set))
}

const inSet = ({ first }: Project) => `annotations/ليلى/${first.id.slice(0, 2)}/${first.id}.json`
const inText = ({ first }: Project) => `documents/${first.id.slice(0, 2)}/${first.id}.txt`
const inRecord = ({ first }: Project) => `documents/${first.id.slice(0, 2)}/${first.id}.json`
const editRecord = async ({ paths, first }: Project, patch: object) => {
  const { text: _, ...record } = first
  await writeStored(paths.documentRecord(first.id), storedDocument, { ...record, ...patch })
}

const damages: [
  string,
  (project: Project) => Promise<unknown>,
  (project: Project) => string[][],
][] = [
  [
    'project.json cut off',
    ({ paths }) => writeFile(paths.project, '{'),
    () => [['error', 'project.json', 'not-json']],
  ],
  [
    'a project of a newer version',
    async ({ paths }) =>
      writeFile(
        paths.project,
        (await textOf(paths.project)).replace('isnad-project/1', 'isnad-project/2'),
      ),
    () => [['error', 'project.json', 'newer-format']],
  ],
  [
    'a text that was edited',
    ({ paths, first }) => writeFile(paths.documentText(first.id), `${first.text}x`),
    project => [['error', inText(project), 'text-changed']],
  ],
  [
    'a text that is gone',
    ({ paths, first }) => rm(paths.documentText(first.id)),
    project => [['error', inText(project), 'not-found']],
  ],
  [
    'a text without a record',
    async ({ paths, third }) => {
      await rm(paths.documentRecord(third.id))
      await rm(paths.set('gold', third.id))
    },
    ({ third }) => [['warning', `documents/${third.id.slice(0, 2)}/${third.id}.txt`, 'text-alone']],
  ],
  [
    'a record that is broken',
    ({ paths, first }) => writeFile(paths.documentRecord(first.id), '[]'),
    project => [['error', inRecord(project), 'wrong-shape']],
  ],
  [
    'a record of another length',
    project => editRecord(project, { length: 3 }),
    project => [['error', inRecord(project), 'wrong-length']],
  ],
  [
    'a record of another document',
    project => editRecord(project, { id: project.second.id }),
    project => [['error', inRecord(project), 'other-document']],
  ],
  [
    'a digest that is not of this document',
    project => editRecord(project, { textDigest: `sha256:${'0'.repeat(64)}` }),
    project => [
      ['error', inSet(project).replace('ليلى', 'عمر'), 'other-text'],
      ['error', inSet(project), 'other-text'],
      ['error', inRecord(project), 'id-not-of-text'],
      ['error', inText(project), 'text-changed'],
    ],
  ],
  [
    'a region that ends beyond the text',
    project => editRecord(project, { regions: [{ kind: 'title', start: 3, end: 9999 }] }),
    project => [['error', inRecord(project), 'region-outside-text']],
  ],
  [
    'regions over one another',
    project =>
      editRecord(project, {
        regions: [
          { kind: 'title', start: 3, end: 9 },
          { kind: 'caption', start: 5, end: 12 },
        ],
      }),
    project => [['error', inRecord(project), 'regions-overlap']],
  ],
  [
    'a set that is broken',
    ({ paths, first }) => writeFile(paths.set('ليلى', first.id), ''),
    project => [['error', inSet(project), 'not-json']],
  ],
  [
    'a set of another annotator',
    project => editSet(project, set => ({ ...set, annotator: 'سعاد' })),
    project => [['error', inSet(project), 'other-annotator']],
  ],
  [
    'a set on a document the project has not',
    async ({ paths, first }) => {
      await rm(paths.documentRecord(first.id))
      await rm(paths.documentText(first.id))
      await rm(paths.set('عمر', first.id))
    },
    project => [['error', inSet(project), 'no-document']],
  ],
  [
    'an annotation whose words are not there',
    project =>
      editSet(project, set => ({
        ...set,
        annotations: set.annotations.map(one =>
          one.id === 'q1' ? { ...one, spans: [{ start: 4, end: 6, quote: 'قا' }] } : one,
        ),
      })),
    project => [['error', inSet(project), 'quote-differs']],
  ],
  [
    'a label the scheme has not',
    project =>
      editSet(project, set => ({
        ...set,
        annotations: [
          ...set.annotations,
          { id: 'x', label: 'place', spans: [{ start: 0, end: 2, quote: '📷' }], attributes: {} },
        ],
      })),
    project => [['error', inSet(project), 'unknown-label']],
  ],
  [
    'a mention of an actor the register has not',
    ({ paths }) => rm(paths.actor('minister')),
    ({ first, second }) =>
      [
        `annotations/عمر/${first.id.slice(0, 2)}/${first.id}.json`,
        `annotations/ليلى/${first.id.slice(0, 2)}/${first.id}.json`,
        `annotations/ليلى/${second.id.slice(0, 2)}/${second.id}.json`,
      ]
        .sort()
        .map(file => ['warning', file, 'unknown-actor']),
  ],
  [
    'an actor under another name',
    async ({ paths }) => writeFile(paths.actor('other'), await textOf(paths.actor('minister'))),
    () => [['error', 'actors/other.json', 'other-actor']],
  ],
  [
    'an actor whose parent is unknown',
    async ({ paths }) => {
      const actor = await readStored(paths.actor('minister'), storedActor)
      if (actor)
        await writeStored(paths.actor('minister'), storedActor, { ...actor, parent: 'gone' })
    },
    () => [['warning', 'actors/minister.json', 'unknown-parent']],
  ],
  [
    'an actor that is its own parent',
    async ({ paths }) => {
      const actor = await readStored(paths.actor('minister'), storedActor)
      if (actor)
        await writeStored(paths.actor('minister'), storedActor, { ...actor, parent: 'minister' })
    },
    () => [['warning', 'actors/minister.json', 'own-ancestor']],
  ],
  [
    'files that are nobody’s',
    async ({ paths, first }) => {
      await writeFile(join(paths.documents, 'notes.docx'), '')
      await writeFile(`${paths.set('ليلى', first.id)}.orig`, '')
      await mkdir(join(paths.annotations, 'a:b'))
    },
    project => [
      ['warning', 'annotations/a:b', 'foreign-file'],
      ['warning', `${inSet(project)}.orig`, 'foreign-file'],
      ['warning', 'documents/notes.docx', 'foreign-file'],
    ],
  ],
  [
    'what a write cut short left behind',
    async ({ paths }) => {
      await writeFile(join(paths.folder, '.isnad-1.tmp'), '')
      await writeFile(join(paths.actors, '.isnad-2.tmp'), '')
    },
    () => [
      ['warning', '.isnad-1.tmp', 'temporary-file'],
      ['warning', 'actors/.isnad-2.tmp', 'temporary-file'],
    ],
  ],
  [
    'a set in the wrong drawer',
    async ({ paths, first }) => {
      const path = paths.set('عمر', first.id)
      const wrong = join(dirname(dirname(path)), first.id.startsWith('00') ? '01' : '00')
      await mkdir(wrong)
      await rename(path, join(wrong, `${first.id}.json`))
    },
    ({ first }) => [
      [
        'warning',
        `annotations/عمر/${first.id.startsWith('00') ? '01' : '00'}/${first.id}.json`,
        'misplaced-file',
      ],
    ],
  ],
]

test.each(damages)('%s is found, and nothing else', async (_, damage, expected) => {
  const project = await tempProject()
  await damage(project)
  const before = await stamps(project.paths.folder)
  expect((await checked(project.paths.folder)).found).toEqual(expected(project))
  expect(await stamps(project.paths.folder)).toEqual(before)
})

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

test('what is neither a project nor an export is refused by name', async () => {
  const folder = await tempFolder()
  const { refused } = appFor(folder)
  await writeFile(join(folder, 'notes.txt'), 'ملاحظات')
  const check = (path: string) => refused('project.check', { path })
  expect(await check(folder)).toEqual({ code: 'not-a-project', params: { file: folder } })
  expect(await check(join(folder, 'notes.txt'))).toEqual({
    code: 'not-checkable',
    params: { file: join(folder, 'notes.txt') },
  })
  expect(await check(join(folder, 'gone'))).toMatchObject({ code: 'not-found' })
  expect(await check('/dev/null')).toMatchObject({ code: 'not-checkable' })
})
