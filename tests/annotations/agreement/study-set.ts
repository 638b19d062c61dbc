import { expect } from 'vitest'
import { type ReportOptions, reportOf } from '../../../annotations/agreement/report.ts'
import {
  agreementReport,
  type Figure,
  type FigureId,
} from '../../../annotations/agreement/report-shape.ts'
import { studyDocument } from '../../../annotations/agreement/study.ts'
import type {
  Study,
  StudyDocument,
  StudySet,
} from '../../../annotations/agreement/study-document.ts'
import type { Annotation, Attributes } from '../../../annotations/model/annotation.ts'
import type { Relation } from '../../../annotations/model/relation.ts'
import { spanOf } from '../../../annotations/model/span.ts'

export const text =
  'قال الوزير سالم إن «التحالف الدولي» سيغادر البلاد في أيلول 2025.\nونقلت وكالة الضفة عن مصدر أن النائب نفى ذلك، وللتحالف رأي آخر.\n'

export const spanIn = (words: string, nth = 0) => {
  let start = -1
  for (let n = 0; n <= nth; n++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`no ${words}`)
  return spanOf(text, start, start + words.length)
}

export const mark = (
  id: string,
  label: string,
  words: string | string[],
  attributes: Attributes = {},
): Annotation => ({
  id,
  label,
  spans: [words].flat().map(part => spanIn(part)),
  attributes,
})

export const set = (
  annotator: string,
  annotations: Annotation[],
  relations: Relation[] = [],
): StudySet => ({
  annotator,
  annotations,
  relations,
  finished: true,
})

export const study = (more: Partial<Study> = {}): Study => ({
  annotators: ['ليلى', 'عمر'],
  labels: ['actor', 'date', 'claim'],
  matching: 'exact',
  paragraphs: false,
  ...more,
})

export const documentOf = (sets: StudySet[], more: Partial<StudyDocument> = {}): StudyDocument => ({
  id: 'd1',
  title: 'خبر',
  text,
  sets,
  ...more,
})

const options: ReportOptions = {
  title: 'دراسة',
  seed: 1,
  resamples: 0,
  documents: 1,
  notes: [],
}

export function reportOn(
  documents: StudyDocument[],
  about = study(),
  more: Partial<ReportOptions> = {},
) {
  const studied = documents.map(one => studyDocument(one, about))
  const notes = studied.flatMap(one => one.notes)
  const data = studied.flatMap(one => one.data ?? [])
  const report = reportOf(data, about, { ...options, documents: documents.length, notes, ...more })
  // What travels is what the contract says.
  expect(agreementReport.parse(report)).toEqual(report)
  return report
}

export const value = (figures: readonly Figure[] | undefined, id: FigureId): number => {
  const found = figures?.find(one => one.id === id)
  if (found?.result.kind !== 'value') throw new Error(`${id}: ${JSON.stringify(found?.result)}`)
  return found.result.value
}
