import { enoughDocuments, reportOf } from '../../annotations/agreement/report.ts'
import type { AgreementReport, ReportNote } from '../../annotations/agreement/report-shape.ts'
import { type DocumentData, studyDocument } from '../../annotations/agreement/study.ts'
import type { Matching, Study } from '../../annotations/agreement/study-document.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { appError } from '../app-error.ts'
import type { DocumentSets } from '../export/export-sets.ts'
import { projectPaths } from '../storage/paths.ts'
import { readStudyFiles } from './files-study.ts'
import { type Studied, studyDocuments } from './study-documents.ts'

export type ReportWishes = { seed: number; resamples: number; gamma: boolean }

/** A part of the work that one thread does from begin to end. */
export type AgreementTask =
  | { kind: 'documents'; folder: string; study: Study; chosen: DocumentSets[] }
  | {
      kind: 'report'
      data: DocumentData[]
      study: Study
      wishes: ReportWishes
      about: { title: string; documents: number; notes: ReportNote[]; scheme?: LabelScheme }
    }
  | { kind: 'files'; files: string[]; asked?: string[]; matching: Matching; wishes: ReportWishes }

export type AgreementTold =
  | { kind: 'studied'; studied: Studied[] }
  | { kind: 'step'; done: number; total: number; item?: string }
  | { kind: 'report'; report: AgreementReport }

type Tell = (told: AgreementTold) => void | Promise<void>

/** Documents told of at once. */
const together = 16

async function documents(
  { folder, study, chosen }: Extract<AgreementTask, { kind: 'documents' }>,
  tell: Tell,
) {
  let studied: Studied[] = []
  for await (const one of studyDocuments(projectPaths(folder), chosen, study)) {
    studied.push(one)
    if (studied.length < together) continue
    await tell({ kind: 'studied', studied })
    studied = []
  }
  if (studied.length > 0) await tell({ kind: 'studied', studied })
}

async function report(
  { data, study, wishes, about }: Extract<AgreementTask, { kind: 'report' }>,
  tell: Tell,
) {
  const heard: (void | Promise<void>)[] = []
  const made = reportOf(data, study, {
    ...about,
    seed: wishes.seed,
    resamples: wishes.resamples,
    gamma: wishes.gamma
      ? {
          seed: wishes.seed,
          done: at => heard.push(tell({ kind: 'step', done: at, total: data.length, item: 'γ' })),
        }
      : undefined,
    step: (done, total) => heard.push(tell({ kind: 'step', done, total })),
  })
  await Promise.all(heard)
  await tell({ kind: 'report', report: made })
}

async function files(
  { files, asked, matching, wishes }: Extract<AgreementTask, { kind: 'files' }>,
  tell: Tell,
) {
  const read = await readStudyFiles(files, (lines, file) =>
    tell({ kind: 'step', done: 0, total: lines, item: file }),
  )
  const everybody = new Set(read.documents.flatMap(({ sets }) => sets.map(one => one.annotator)))
  const unknown = asked?.find(name => !everybody.has(name))
  if (unknown !== undefined) throw appError('no-annotator', { name: unknown })
  const annotators = asked ?? read.annotators
  const shared = read.documents.filter(({ sets }) => sets.length > 1).length
  const study: Study = {
    annotators,
    labels: read.labels,
    matching,
    paragraphs: shared < enoughDocuments,
  }
  const data: DocumentData[] = []
  const notes = [...read.notes]
  for (const [at, document] of read.documents.entries()) {
    const found = studyDocument(document, study)
    if (found.data) data.push(found.data)
    notes.push(...found.notes)
    await tell({ kind: 'step', done: at + 1, total: read.documents.length, item: document.title })
  }
  const about = { title: read.title, documents: read.documents.length, notes }
  await report({ kind: 'report', data, study, wishes, about }, tell)
}

export async function perform(task: AgreementTask, tell: Tell): Promise<void> {
  switch (task.kind) {
    case 'documents':
      return documents(task, tell)
    case 'report':
      return report(task, tell)
    case 'files':
      return files(task, tell)
  }
}
