import type { AnnotatedProblem, AnnotatedReport } from '../../annotations/api/annotated.ts'
import {
  type Fitted,
  fitScheme,
  nothingGrown,
} from '../../annotations/formats/exchange/fit-scheme.ts'
import { type FittedSet, fitSet } from '../../annotations/formats/exchange/fit-set.ts'
import type { KeptSet } from '../../annotations/formats/exchange/foreign.ts'
import type { Mapping } from '../../annotations/formats/exchange/labels.ts'
import type { Names } from '../../annotations/formats/exchange/spoken.ts'
import type { FormatId } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { annotatorFrom } from '../../annotations/model/annotator.ts'
import { failureOf } from '../app-error.ts'
import { dimAfterImport } from '../corpus/dim-recurring.ts'
import { store } from '../corpus/import-articles.ts'
import type { Job } from '../jobs.ts'
import { putScheme } from '../scheme/change-scheme.ts'
import { writeKept } from '../storage/kept-store.ts'
import type { OpenProject } from '../storage/projects.ts'
import { writingAs } from '../storage/writing-as.ts'
import { documentMatcher } from './match-document.ts'
import { mostSets, type PreparedRecord, prepareRecord, problemIn } from './prepare-record.ts'
import { readRecords } from './read-records.ts'
import { saveImported } from './save-imported.ts'
import type { AnnotatedFile } from './sources.ts'
import { takeBeside } from './take-beside.ts'

/** Problems said one by one; of more only the number is. */
const mostSaid = 1000

export type ImportingAnnotated = {
  project: OpenProject
  files: readonly AnnotatedFile[]
  format: FormatId
  encoding: string
  mapping: Mapping
  annotator: string | undefined
  job: Job
  now: () => Date
}

/** A name that files and people can have, from whatever a tool calls its annotators. */
function nameFrom(wish: string | undefined, fallback: string): string {
  if (wish === undefined) return fallback
  const clean = wish.replace(/[\p{Cc}/\\:*?"<>|.]+/gu, '-').slice(0, 48)
  return annotatorFrom(wish) ?? annotatorFrom(clean) ?? fallback
}

/**
 * Two sets of one file on one document are two annotators', whatever they are called. Beyond as many as a record may have
 * there is none: a file that repeats one text a thousand times does not make a thousand annotators.
 */
function ownNames() {
  const used = new Map<string, Set<string>>()
  return (document: string, name: string): string | undefined => {
    const taken = used.get(document) ?? new Set()
    used.set(document, taken)
    if (taken.size >= mostSets) return undefined
    let own = name
    for (let n = 2; taken.has(own); n++) own = `${name}-${n}`
    taken.add(own)
    return own
  }
}

function isWorthKeeping(kept: KeptSet): boolean {
  return Object.values(kept).some(value => value !== undefined && Object.keys(value).length > 0)
}

/** What a file calls what a set uses, where nobody said that it is to be something else. */
function namesOf({ annotations, relations }: FittedSet, fitted: Fitted, mapping: Mapping) {
  const used = (
    names: Fitted['labels'],
    said: Mapping['labels'],
    ids: ReadonlySet<string>,
  ): Record<string, string | null> => {
    const found = [...names].flatMap(([name, id]) =>
      id !== undefined && ids.has(id) && !Object.hasOwn(said, name) ? [[id, name] as const] : [],
    )
    const own = new Map<string, string | null>()
    for (const [id, name] of found) own.set(id, own.has(id) ? null : name)
    return Object.fromEntries([...own].filter(([id, name]) => name !== id))
  }
  const names: Names = {
    labels: used(fitted.labels, mapping.labels, new Set(annotations.map(({ label }) => label))),
    relations: used(
      fitted.relations,
      mapping.relations,
      new Set(relations.map(({ type }) => type)),
    ),
  }
  const isAny = [names.labels, names.relations].some(list => Object.keys(list).length > 0)
  return isAny ? { names } : {}
}

function renamedKept(kept: KeptSet, renamed: ReadonlyMap<string, string>): KeptSet {
  const own = <T>(by: Record<string, T> | undefined) =>
    by && Object.fromEntries(Object.entries(by).map(([id, one]) => [renamed.get(id) ?? id, one]))
  const [annotations, relations] = [own(kept.annotations), own(kept.relations)]
  return { ...kept, ...(annotations && { annotations }), ...(relations && { relations }) }
}

/** Reads annotated files record by record into a project; whatever is wrong with one is said of that one. */
export async function importAnnotated(importing: ImportingAnnotated): Promise<AnnotatedReport> {
  const { project, files, format: id, encoding, mapping, annotator, job, now } = importing
  const format = formatOf(id)
  const report: AnnotatedReport = {
    format: id,
    records: 0,
    rejected: 0,
    documents: { added: 0, known: 0 },
    sets: 0,
    annotations: 0,
    relations: 0,
    annotators: [],
    added: { labels: [], relations: [] },
    problems: [],
    problemCount: 0,
    cancelled: false,
  }
  const matcher = documentMatcher(project)
  const own = nothingGrown()
  const nameOf = ownNames()
  const annotators = new Set<string>()
  const added = new Set<string>()
  const held = new Set<string>()
  const say = (problem: AnnotatedProblem) => {
    if (report.problems.length < mostSaid) report.problems.push(problem)
    report.problemCount++
    if (problem.what === 'rejected') report.rejected++
  }

  async function take(record: PreparedRecord) {
    const { document, settled, isKnown } = record
    for (const problem of record.problems) say(problem)
    if (!isKnown) {
      await store(project, document)
      added.add(document.id)
      report.documents.added++
    } else if (!added.has(document.id)) report.documents.known++
    const fitted = fitScheme(settled.sets, project.project.scheme, mapping, own)
    if (fitted.scheme !== project.project.scheme) await putScheme(project, fitted.scheme)
    for (const set of settled.sets) {
      const nobody = set.annotator === undefined && annotator === undefined
      if (set.annotations.length === 0 && nobody) continue
      const name = nameOf(document.id, annotator ?? nameFrom(set.annotator, id))
      if (name === undefined) {
        const { file, line } = record
        const detail = `> ${mostSets}`
        say({ file, line, kind: 'wrong-shape', detail, what: 'rejected' })
        continue
      }
      const fit = fitSet(set, fitted)
      for (const problem of fit.problems) say(problemIn(record, problem))
      const { status } = set
      const { scheme } = project.project
      const can = format.capabilities
      const at = now()
      if (!project.locks.isOurs(name)) held.add(name)
      const saved = await writingAs(project, name, () =>
        saveImported({
          project,
          document,
          scheme,
          annotator: name,
          status,
          came: fit,
          can,
          at,
        }),
      )
      for (const problem of saved.problems) say(problemIn(record, problem))
      const kept = renamedKept(
        {
          ...namesOf(fit, fitted, mapping),
          ...(record.kept && { record: record.kept }),
          ...fit.kept,
        },
        saved.renamed,
      )
      if (isWorthKeeping(kept)) await writeKept(project.paths, id, name, document.id, kept)
      if (record.beside) {
        // What was said of somebody's annotations goes where those are.
        const remarks = record.beside.remarks.filter(
          ({ remark }) =>
            remark.kind !== 'comment' ||
            remark.on?.annotator === undefined ||
            remark.on.annotator === set.annotator,
        )
        const beside = { ...record.beside, remarks }
        for (const author of await takeBeside(project, document.id, beside, name, saved.renamed))
          held.add(author)
      }
      annotators.add(name)
      report.sets++
      report.annotations += fit.annotations.length
      report.relations += fit.relations.length
    }
  }

  try {
    let at = 0
    let file: string | undefined
    for await (const record of readRecords(files, format, encoding)) {
      if (job.cancelled) break
      if (record.file !== file) {
        file = record.file
        job.progress(at++, files.length, file)
      }
      report.records++
      if ('problem' in record) {
        say(record.problem)
        continue
      }
      const prepared = await prepareRecord(record, matcher, now())
      if ('what' in prepared) {
        say(prepared)
        continue
      }
      try {
        await take(prepared)
      } catch (error) {
        const failure = failureOf(error)
        // A set on the disk that cannot be read, or was changed meanwhile, is that record's trouble alone.
        if (
          !['bad-set', 'not-json', 'wrong-shape', 'newer-format', 'stale-revision'].includes(
            failure.code,
          )
        )
          throw error
        const { file, line } = record
        say({ file, line, kind: failure.code, what: 'rejected', failure })
      }
    }
    job.progress(files.length, files.length)
  } finally {
    for (const name of held) await project.locks.release(name)
    await project.index.writeCache()
  }
  await dimAfterImport(project, [...added])
  report.annotators = [...annotators]
  report.added = { labels: [...own.labels.values()], relations: [...own.relations.values()] }
  return { ...report, cancelled: job.cancelled }
}
