import type { Action } from '../../annotations/model/action.ts'
import { checkScheme } from '../../annotations/model/check-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { storedProject, storedScheme } from '../../annotations/model/stored.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { inParallel } from '../storage/in-parallel.ts'
import { writeStored } from '../storage/json-file.ts'
import { keepCopy } from '../storage/keep-copy.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readProject } from '../storage/read-project.ts'
import { writingAsAll } from '../storage/writing-as.ts'
import { type PlannedSet, planMigration, type Schemes } from './plan-migration.ts'
import { badScheme } from './scheme-file.ts'
import { changeUnderWay, crossOff, type SchemeChange, writeDown } from './scheme-journal.ts'

export const sameScheme = (a: LabelScheme, b: LabelScheme) =>
  storedScheme.stringify(a) === storedScheme.stringify(b)

const annotatorsOf = ({ sets }: { sets: readonly PlannedSet[] }) => [
  ...new Set(sets.map(({ annotator }) => annotator)),
]

/**
 * Work on planned sets while nobody else can write them, or a refusal that names who does. What is worked on is planned
 * when they are held: until then they may have been written.
 */
export async function whileHeld<P extends { sets: readonly PlannedSet[] }, T>(
  open: OpenProject,
  plan: () => Promise<P>,
  work: (plan: P) => Promise<T>,
): Promise<T> {
  const first = await plan()
  let annotators = annotatorsOf(first)
  if (annotators.length === 0) return work(first)
  for (;;) {
    const done = await writingAsAll(open, annotators, async () => {
      const planned = await plan()
      const more = annotatorsOf(planned).filter(annotator => !annotators.includes(annotator))
      return more.length > 0 ? { more } : { value: await work(planned) }
    })
    if ('value' in done) return done.value as T
    annotators = [...annotators, ...done.more]
  }
}

/** Sets written at once: waiting for the disk to flush is what it does most. */
const width = 8

/** Write the changes of every planned set; `at` is when. */
export async function writeSets(
  { documents, sets, index }: OpenProject,
  planned: readonly PlannedSet[],
  scheme: LabelScheme,
  at: Date,
  done: (count: number) => void = () => {},
): Promise<void> {
  let written = 0
  const failures = await inParallel(planned, width, async set => {
    const { annotator, documentId, revision, changes } = set
    try {
      const document = await documents.read(documentId)
      const actions: Action[] = [{ kind: 'edit', changes }]
      index.putSet(await sets.save({ document, scheme, annotator, revision, actions, at }))
      done(++written)
      return undefined
    } catch (error) {
      return { error }
    }
  })
  const failed = failures.find(failure => failure !== undefined)
  if (failed) throw new AppError(failureOf(failed.error))
}

/** The scheme in the project's file and in what is open of it. */
export async function putScheme(open: OpenProject, scheme: LabelScheme): Promise<void> {
  const { paths, project } = await readProject(open.paths.folder)
  await writeStored(paths.project, storedProject, { ...project, scheme })
  await keepCopy(paths, paths.project, new Date())
  open.project = { ...project, scheme }
}

/** Make or finish a change that is written down: what fits already is left alone. */
async function carryOut(
  open: OpenProject,
  change: SchemeChange,
  sets: readonly PlannedSet[],
  at: Date,
  done?: (count: number) => void,
): Promise<void> {
  await writeSets(open, sets, change.after, at, done)
  await putScheme(open, change.after)
  await crossOff(open.paths, change)
}

/** A change that was cut short, by a crash or a full disk, is ended before anything else is done. */
export async function finishChange(open: OpenProject): Promise<void> {
  const change = await changeUnderWay(open.paths)
  if (!change) return
  const plan = () => planMigration(open.paths, change)
  await whileHeld(open, plan, ({ sets }) => carryOut(open, change, sets, new Date(change.at)))
}

/** The texts of everything that will be written are asked for first: nothing is begun that could not be ended. */
async function readable({ documents }: OpenProject, planned: readonly PlannedSet[]): Promise<void> {
  const ids = [...new Set(planned.map(({ documentId }) => documentId))]
  await inParallel(ids, width, (id): Promise<Document> => documents.read(id))
}

type Asked = Schemes & { open: OpenProject; job: Job; at: Date }

/** A new scheme for a project, every set made to fit it. Written down first, so that it can be finished and undone. */
export async function changeScheme({ open, job, at, before, after, migration }: Asked) {
  const { project } = await readProject(open.paths.folder)
  if (!sameScheme(project.scheme, before)) throw appError('scheme-changed', {})
  const problems = checkScheme(after)
  if (problems.length > 0) throw badScheme('project.json', problems)
  const plan = () => planMigration(open.paths, { before, after, migration })
  return whileHeld(open, plan, async ({ sets, touched }) => {
    await readable(open, sets)
    job.check()
    const change: SchemeChange = { at: at.toISOString(), before, after, migration, sets }
    await writeDown(open.paths, change)
    await carryOut(open, change, sets, at, count => job.progress(count, sets.length))
    await open.index.writeCache()
    return touched
  })
}
