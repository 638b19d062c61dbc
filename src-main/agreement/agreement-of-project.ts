import { availableParallelism } from 'node:os'
import { enoughDocuments } from '../../annotations/agreement/report.ts'
import type { AgreementReport, ReportNote } from '../../annotations/agreement/report-shape.ts'
import type { DocumentData } from '../../annotations/agreement/study.ts'
import type { Matching, Study } from '../../annotations/agreement/study-document.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { setsToExport } from '../export/export-sets.ts'
import type { Job } from '../jobs.ts'
import { readProject } from '../storage/read-project.ts'
import type { ReportWishes } from './agreement-task.ts'
import { runTask } from './run-task.ts'

type Asked = { annotators: string[] | undefined; matching: Matching; wishes: ReportWishes }

/** Threads that read and compare; fewer documents than this are not worth a second. */
const most = 4
const worthThread = 50
/** Of a thousand, how much of the work reading and comparing is taken to be. */
const reading = 700

/** The report of a project as it is on the disk. */
export async function agreementOfProject(
  folder: string,
  { annotators: asked, matching, wishes }: Asked,
  job: Job,
  script: string | undefined,
): Promise<AgreementReport> {
  const { paths, project } = await readProject(folder)
  const all = await setsToExport(paths, asked ?? 'all')
  const wanted = (name: string) => asked?.includes(name) ?? name !== 'gold'
  const chosen = all
    .map(({ id, annotators }) => ({ id, annotators: annotators.filter(wanted) }))
    .filter(({ annotators }) => annotators.length > 0)
  const annotators = asked ?? [...new Set(chosen.flatMap(one => one.annotators))].sort(byCodePoint)
  const study: Study = {
    annotators,
    labels: project.scheme.labels.map(({ id }) => id),
    matching,
    paragraphs: chosen.filter(one => one.annotators.length > 1).length < enoughDocuments,
  }
  const data: DocumentData[] = []
  const notes: ReportNote[] = []
  let done = 0
  const threads = Math.max(
    1,
    Math.min(most, availableParallelism(), Math.ceil(chosen.length / worthThread)),
  )
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      runTask(
        script,
        {
          kind: 'documents',
          folder: paths.folder,
          study,
          chosen: chosen.filter((_, at) => at % threads === thread),
        },
        job,
        told => {
          if (told.kind !== 'studied') return
          for (const one of told.studied) {
            if (one.data) data.push(one.data)
            notes.push(...one.notes)
          }
          done += told.studied.length
          const share = Math.floor((done / Math.max(1, chosen.length)) * reading)
          job.progress(share, 1000, told.studied.at(-1)?.title)
        },
      ),
    ),
  )
  // Threads end as they end; the report must not depend on it.
  data.sort((a, b) => byCodePoint(a.id, b.id))
  notes.sort((a, b) => byCodePoint(a.document, b.document) || byCodePoint(a.annotator, b.annotator))
  let report: AgreementReport | undefined
  const about = { title: project.title, documents: chosen.length, notes, scheme: project.scheme }
  await runTask(script, { kind: 'report', data, study, wishes, about }, job, told => {
    if (told.kind === 'report') report = told.report
    if (told.kind === 'step')
      job.progress(
        reading + Math.floor((told.done / told.total) * (1000 - reading)),
        1000,
        told.item,
      )
  })
  if (!report) throw new Error('the report was not made')
  return report
}

/** The report of exported files. */
export async function agreementOfFiles(
  files: string[],
  { annotators: asked, matching, wishes }: Asked,
  job: Job,
  script: string | undefined,
): Promise<AgreementReport> {
  let report: AgreementReport | undefined
  await runTask(script, { kind: 'files', files, asked, matching, wishes }, job, told => {
    if (told.kind === 'report') report = told.report
    if (told.kind === 'step') job.progress(told.done, told.total, told.item)
  })
  if (!report) throw new Error('the report was not made')
  return report
}
