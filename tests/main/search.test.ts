import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failureText } from '../../annotations/api/failure-text.ts'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { searchService } from '../../src-main/search/search-service.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { documentOf } from '../arabic-news.ts'
import { sentences } from './own-news.ts'
import { appFor, failureFrom, tempFolder, tempProject } from './temp-project.ts'

const none = { progress: () => {}, check: () => {} }
const all = { order: 'document', offset: 0, limit: 1000 } as const

async function projectOf(
  texts: readonly string[],
  more: (at: number) => Partial<Document> = () => ({}),
) {
  const { paths } = await tempProject()
  await rm(paths.documents, { recursive: true })
  const documents = texts.map((text, at) => ({ ...documentOf(text), ...more(at) }))
  for (const document of documents) await documentStore(paths).add(document)
  const service = searchService()
  const ask = (query: string, order: 'document' | 'before' | 'after' = 'document') =>
    service.query(paths.folder, { ...all, query, order }, none)
  const hits = async (query: string) => (await ask(query)).lines.map(({ hit }) => hit)
  return { paths, documents, service, ask, hits }
}

test('words, phrases, beginnings, or, not and near find what they say, with the letters before a word left out', async () => {
  const { hits } = await projectOf([
    'زار الوزير بغداد وقال إن الجسر جديد.',
    'وصل وفد من واشنطن إلى بغداد، ووقّع للجسر عقدًا.',
    'عراقيون عند الجسر الجديد في وبغداد القديمة',
  ])
  expect(await hits('بغداد')).toEqual(['بغداد', 'بغداد', 'بغداد'])
  expect((await hits('الجسر')).sort()).toEqual(['الجسر', 'الجسر', 'لجسر'])
  expect(await hits('"الجسر الجديد"')).toEqual(['الجسر الجديد'])
  expect(await hits('عراق*')).toEqual(['عراقيون'])
  expect(await hits('بغداد -وفد')).toHaveLength(2)
  expect((await hits('واشنطن | الوزير')).sort()).toEqual(['الوزير', 'واشنطن'])
  expect(await hits('واشنطن ~1 بغداد')).toEqual(['واشنطن إلى بغداد'])
  expect(await hits('واشنطن ~0 بغداد')).toEqual([])
  expect(await hits('"بغداد ووقّع"')).toEqual([])
  expect(await hits('لندن')).toEqual([])
})

test('a spelling asked for exactly is told from the others', async () => {
  const { hits } = await projectOf(['قال علي إن', 'مضى على عجل'])
  expect(await hits('علي')).toHaveLength(2)
  expect(await hits('=على')).toEqual(['على'])
})

test('the engine finds in a project what the rules find in its texts', async () => {
  const texts = sentences.map(
    (one, at) => `${one}\n${sentences[(at * 3) % sentences.length]} (${at})`,
  )
  const { ask } = await projectOf(texts)
  const words = [...new Set(texts.join(' ').split(/[\s«»،.؛؟()]+/u))].filter(
    word => word.length > 1,
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...words), async word => {
      const expected = texts.flatMap(text =>
        findMatches(text, word, 'word').map(
          ({ start, end }) => `${start} ${text.slice(start, end)}`,
        ),
      )
      const { lines, total } = await ask(`"${word}"`)
      expect(lines.map(({ start, hit }) => `${start} ${hit}`).sort()).toEqual(expected.sort())
      expect(total).toBe(expected.length)
    }),
    { numRuns: 60 },
  )
})

test('furniture is left out unless it is asked for', async () => {
  const text = 'عنوان الجسر\nصورة الجسر (وكالات)\nافتُتح الجسر أمس.'
  const caption = { kind: 'caption' as const, start: 12, end: 31 }
  const { hits, ask, service, paths, documents } = await projectOf([text], () => ({
    regions: [caption],
  }))
  expect(await hits('الجسر')).toHaveLength(2)
  expect(await hits('الجسر region:all')).toHaveLength(3)
  expect((await ask('الجسر region:caption')).lines.map(({ region }) => region)).toEqual(['caption'])
  expect(await hits('الجسر منطقة:صورة')).toHaveLength(1)
  await documentStore(paths).mark(documents[0]?.id as string, [])
  service.touch(paths.folder, [documents[0]?.id as string])
  expect(await hits('الجسر')).toHaveLength(3)
})

test('lines are sorted by what follows or what stands before, and counted by document and month', async () => {
  const { ask } = await projectOf(['عن الجسر وليد', 'أمام الجسر أحمد', 'في الجسر سمير'], at => ({
    title: `خبر ${at}`,
    outlet: at === 1 ? 'صحيفة الضفتين' : 'وكالة النهر',
    published: `2024-0${3 - at}-10`,
  }))
  const afters = (await ask('الجسر', 'after')).lines.map(({ after }) => after.trim())
  expect(afters).toEqual(['أحمد', 'سمير', 'وليد'])
  const befores = (await ask('الجسر', 'before')).lines.map(({ before }) => before.trim())
  expect(befores).toEqual(['أمام', 'عن', 'في'])
  const { overTime, byDocument, documents } = await ask('الجسر')
  expect(overTime.map(({ period }) => period)).toEqual(['2024-01', '2024-02', '2024-03'])
  expect([documents, byDocument.length]).toEqual([3, 3])
  expect((await ask('الجسر outlet:النهر date:2024-02..')).documents).toBe(1)
  expect((await ask('الجسر -منفذ:النهر')).documents).toBe(1)
  expect((await ask('date:2024-01')).documents).toBe(1)
})

test('annotations are searched by label, actor, source and annotator', async () => {
  const { folder, paths } = await tempProject()
  const { done } = appFor(join(folder, 'user'))
  const ask = async (query: string) =>
    (await done('search.query', { project: paths.folder, query, job: 'test' })).lines
  expect((await ask('label:claim annotator:ليلى')).map(({ hit }) => hit).sort()).toEqual(
    ['التحالف سيغادر', 'ذلك'].sort(),
  )
  expect(
    (await ask('وسم:فاعل فاعل:الوزير')).map(({ annotation, hit }) => [annotation?.annotator, hit]),
  ).toEqual(
    expect.arrayContaining([
      ['عمر', 'الوزير'],
      ['ليلى', 'الوزير'],
    ]),
  )
  expect((await ask('التحالف source:"وزير الدفاع"')).map(({ hit }) => hit)).toEqual(['التحالف'])
  expect(await ask('label:claim stance:denies')).toEqual([])
})

test('a bad query is refused with the place of the error', async () => {
  const { service, paths } = await projectOf(['نهر'])
  const failure = await failureFrom(service.query(paths.folder, { ...all, query: 'نهر (سد' }, none))
  expect(failure).toMatchObject({
    code: 'bad-query',
    params: { kind: 'unclosed-bracket', start: 4 },
  })
})

test.each([
  ['label:كذا', 'unknown-label', 0, 9, 'ادعاء', 'claim'],
  ['التحالف موقف:غاضب', 'unknown-stance', 8, 17, 'ينفي', 'denies'],
  ['-annotator:زيد label:claim', 'unknown-annotator', 1, 14, 'ليلى', 'ليلى'],
])(
  '%s asks for what the project does not know: that is said, with its place and what there is',
  async (query, kind, start, end, ar, en) => {
    const { folder, paths } = await tempProject()
    const { refused } = appFor(join(folder, 'user'))
    const failure = await refused('search.query', { project: paths.folder, query, job: 'test' })
    expect(failure).toMatchObject({ code: 'bad-query', params: { kind, start, end } })
    const value = query.slice(start, end).split(':')[1]
    for (const language of ['ar', 'en'] as const) {
      const text = failureText(failure, language, true)
      expect(text).toContain(value)
      expect(text.toLowerCase()).toContain(language === 'ar' ? ar : en)
    }
  },
)

test('dates are searched by what they say: a year, a quarter, all between two', async () => {
  const { folder, paths, first } = await tempProject()
  const { done } = appFor(join(folder, 'user'))
  const dated = (id: string, value: string): Change => ({
    kind: 'put-annotation',
    annotation: {
      id,
      label: 'date',
      spans: [spanOf(first.text, 0, 4)],
      attributes: {
        value: {
          type: 'DATE',
          value,
          calendar: 'gregorian',
        },
      },
    },
  })
  const store = annotationStore(paths)
  await store.save({
    document: first,
    scheme: defaultScheme,
    annotator: 'زيد',
    revision: 0,
    actions: [
      {
        kind: 'edit',
        changes: [dated('d1', '2025-09'), dated('d2', '2025-Q3'), dated('d3', '2026')],
      },
    ],
    at: new Date('2024-10-13T08:00:00.000Z'),
  })
  await store.close()
  const found = async (query: string) =>
    (
      await done('search.query', {
        project: paths.folder,
        query: `annotator:زيد ${query}`,
        job: 'test',
      })
    ).lines.map(({ annotation }) => annotation?.id)
  expect(await found('about:2025')).toEqual(['d1', 'd2'])
  expect(await found('عن:٢٠٢٥-٠٩')).toEqual(['d1'])
  expect(await found('about:2025-Q3')).toEqual(['d2'])
  expect(await found('about:2025-07..2025-08')).toEqual(['d2'])
  expect(await found('about:2025-10..')).toEqual(['d3'])
  expect(await found('-about:..2025')).toEqual(['d3'])
})

test('the index is kept beside the project, read again, and made anew where it is damaged or stale', async () => {
  const { paths, hits, documents } = await projectOf(['عند النهر', 'عند السد'])
  expect(await hits('عند')).toHaveLength(2)
  const file = join(paths.state, 'search.index')
  const written = await readFile(file)
  const again = async (query: string) =>
    (await searchService().query(paths.folder, { ...all, query }, none)).total
  expect(await again('النهر')).toBe(1)
  await writeFile(file, written.subarray(0, written.length - 3))
  expect(await again('السد')).toBe(1)
  await writeFile(file, 'not an index')
  expect(await again('السد')).toBe(1)
  // A document that came while nobody looked, and one that went.
  await documentStore(paths).add(documentOf('عند الجسر'))
  await rm(paths.documentRecord(documents[0]?.id as string))
  expect(await again('عند')).toBe(2)
  expect(await again('النهر')).toBe(0)
})

test('copies are grouped, the earliest first, and annotations go from one to the other', async () => {
  const whole = sentences.join(' ')
  const { paths, documents } = await projectOf(
    [
      whole,
      `خاص. ${whole.replaceAll('أ', 'ا')}`,
      [...sentences].map(one => one.split(' ').reverse().join(' ')).join(' '),
    ],
    at => ({ published: `2024-01-0${3 - at}` }),
  )
  const folder = await tempFolder()
  const { done } = appFor(folder)
  const { groups } = await done('copies.find', { project: paths.folder, job: 'test' })
  expect(groups.map(({ documents }) => documents.map(({ id }) => id))).toEqual([
    [documents[1]?.id, documents[0]?.id],
  ])
})
