import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Annotation, Attributes } from '../../annotations/model/annotation.ts'
import { byPlace } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { byEnds, type Relation } from '../../annotations/model/relation.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedDocument, storedSet } from '../../annotations/model/stored.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { documentOf } from '../arabic-news.ts'

const cities = ['المرسى', 'الواحة', 'القنطرة', 'السدّ', 'الجسر']
const bodies = ['هيئة الموانئ', 'وزارة الري', 'مجلس البلدية', 'شركة الكهرباء']

/** An article of the n-th city and body, invented. */
const textOf = (n: number) => {
  const city = cities[n % cities.length]
  const body = bodies[Math.floor(n / cities.length) % bodies.length]
  return [
    `${body} في ${city} تعلن موعد الجلسة المقبلة`,
    `قال مسؤول في ${body} بمدينة ${city}، مساء الاثنين، إن أعمال الصيانة ستنتهي في أيلول/ سبتمبر المقبل، وإن وفدًا فنيًا سيصل قبل ذلك بأسبوعين.`,
    `ونقلت وكالة «الساحل» عن ثلاثة مصادر قولها إن الجدول الزمني شبه مكتمل، وإن آخر دفعة من المعدات ستصل بحلول نهاية عام ٢٠٢٦.`,
    `في المقابل، نفى المتحدث باسم «نقابة العاملين» وجود أي اتفاق، وشدّد على أن الحديث عن مواعيد سابق لأوانه.`,
  ].join('\n')
}

type Told = [id: string, label: string, words: string, attributes?: Attributes]
const date = (value: string): Attributes => ({
  value: { type: 'DATE', value, calendar: 'gregorian' },
})

function setOf(
  document: Document,
  annotator: string,
  told: readonly Told[],
  joined: readonly [type: string, from: string, to: string, order?: number][],
): AnnotationSet {
  const { text, id: documentId, textDigest } = document
  const annotations = told.map(([id, label, words, attributes = {}]): Annotation => {
    const start = text.indexOf(words)
    return { id, label, spans: [spanOf(text, start, start + words.length)], attributes }
  })
  const relations = joined.map(
    ([type, from, to, order], at): Relation => ({
      id: `r${at}`,
      type,
      from,
      to,
      ...(order ? { order } : {}),
    }),
  )
  return {
    documentId,
    textDigest,
    annotator,
    status: 'submitted',
    revision: 1,
    updated: '2026-01-05T08:00:00.000Z',
    annotations: annotations.sort(byPlace),
    relations: relations.sort(byEnds),
  }
}

const claim = 'الجدول الزمني شبه مكتمل'

/** What both say alike, and one of each kind of difference: quotation marks, boundary, label, date, chain, missing. */
function setsOn(document: Document): AnnotationSet[] {
  const common: Told[] = [
    ['c1', 'actor', 'ثلاثة مصادر', { kind: 'anonymous-source' }],
    ['c2', 'claim', claim, { stance: 'reports' }],
    ['c3', 'date', 'مساء الاثنين', date('2026-01-05')],
  ]
  return [
    setOf(
      document,
      'أمل',
      [
        ...common,
        ['a1', 'actor', '«الساحل»', { kind: 'media' }],
        ['a2', 'actor', 'المتحدث باسم «نقابة العاملين»', { kind: 'person' }],
        ['a3', 'date', 'أيلول/ سبتمبر المقبل', date('2026-09')],
        ['a4', 'claim', 'أعمال الصيانة ستنتهي', { stance: 'asserts' }],
      ],
      [
        ['source', 'c2', 'a1', 1],
        ['source', 'c2', 'c1', 2],
      ],
    ),
    setOf(
      document,
      'باسم',
      [
        ...common,
        ['b1', 'actor', 'الساحل', { kind: 'media' }],
        ['b2', 'actor', 'نقابة العاملين', { kind: 'person' }],
        ['b3', 'date', 'أيلول/ سبتمبر المقبل', date('2025-09')],
      ],
      [['source', 'c2', 'c1', 1]],
    ),
    setOf(
      document,
      'سامر',
      [
        ...common,
        ['d1', 'actor', 'الساحل', { kind: 'media' }],
        ['d2', 'actor', 'المتحدث باسم «نقابة العاملين»', { kind: 'person' }],
        ['d3', 'date', 'أيلول/ سبتمبر المقبل', date('2026-09')],
      ],
      [['source', 'c2', 'c1', 1]],
    ),
  ]
}

/** So many invented articles. */
export const documentsForReview = (count: number): Document[] =>
  Array.from({ length: count }, (_, n) => {
    const text = textOf(n)
    return { ...documentOf(text), title: text.split('\n')[0] as string }
  })

async function write(path: string, text: string) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

export async function writeDocuments(folder: string, documents: readonly Document[]) {
  const paths = projectPaths(folder)
  for (const { text, ...record } of documents) {
    await write(paths.documentText(record.id), text)
    await write(paths.documentRecord(record.id), storedDocument.stringify(record))
  }
}

/** What these people have handed in on each of the documents. */
export async function writeSets(
  folder: string,
  documents: readonly Document[],
  annotators: readonly string[],
) {
  const paths = projectPaths(folder)
  for (const document of documents)
    for (const set of setsOn(document))
      if (annotators.includes(set.annotator))
        await write(paths.set(set.annotator, document.id), storedSet.stringify(set))
}

/** Documents that two people have annotated, in a project's folder. */
export async function fillForReview(folder: string, count: number): Promise<Document[]> {
  const documents = documentsForReview(count)
  await writeDocuments(folder, documents)
  await writeSets(folder, documents, ['أمل', 'باسم'])
  return documents
}
