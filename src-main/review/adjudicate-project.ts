import type { AdjudicationReport } from '../../annotations/api/reviewing.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { changesBetween } from '../../annotations/model/changes-between.ts'
import { adjudicate, goldName } from '../../annotations/review/adjudicate.ts'
import { differenceKinds } from '../../annotations/review/comparison.ts'
import type { Strategy } from '../../annotations/review/strategies.ts'
import { tallyOf } from '../../annotations/review/tally.ts'
import { failureOf } from '../app-error.ts'
import { type DocumentSets, setsToExport } from '../export/export-sets.ts'
import type { Job } from '../jobs.ts'
import { mergedRegister } from '../register/take-step.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'
import { writingAs } from '../storage/writing-as.ts'
import { readSides } from './read-sides.ts'

/** Documents at once: waiting for the disk to flush is what it does most. */
const width = 8

type Asked = { annotators: string[] | undefined; strategy: Strategy; by: string | undefined }

/** Gold sets by rule for every document that two or more of the asked annotated. */
export async function adjudicateProject(
  open: OpenProject,
  { annotators: asked, strategy, by }: Asked,
  job: Job,
  now: () => Date,
): Promise<AdjudicationReport> {
  const { paths, project, sets, index } = open
  const register = await mergedRegister(open)
  const all = await setsToExport(paths, asked ?? 'all')
  const chosen = all
    .map(({ id, annotators }) => ({ id, annotators: annotators.filter(one => one !== goldName) }))
    .filter(({ annotators }) => annotators.length > 0)
  const report: AdjudicationReport = {
    strategy,
    annotators: [...new Set(chosen.flatMap(({ annotators }) => annotators))].sort(),
    documents: 0,
    changed: 0,
    single: 0,
    annotations: 0,
    relations: 0,
    differences: 0,
    open: 0,
    kinds: Object.fromEntries(
      differenceKinds.map(kind => [kind, 0]),
    ) as AdjudicationReport['kinds'],
    rejected: [],
    cancelled: false,
  }
  const titleOf = (id: string) => index.entry(id)?.title ?? id

  async function one({ id, annotators }: DocumentSets) {
    const {
      document,
      sets: given,
      gold,
      failures,
    } = await readSides(paths, id, annotators, register)
    for (const { annotator, failure } of failures)
      report.rejected.push({ documentId: id, title: titleOf(id), annotator, failure })
    const [first, second] = given
    if (!first || !second) {
      report.single++
      return
    }
    const { scheme } = project
    const at = now().toISOString()
    const made = adjudicate(document.text, given as [AnnotationSet, ...AnnotationSet[]], strategy, {
      at,
      scheme,
      gold,
      ...(by === undefined ? {} : { by }),
    })
    const before = await sets.findOrEmpty(goldName, document)
    const changes = changesBetween(before, made.gold)
    if (changes.length > 0) {
      const saved = await sets.save({
        document,
        scheme,
        annotator: goldName,
        revision: before.revision,
        actions: [{ kind: 'edit', changes }],
        at: now(),
      })
      index.putSet(saved)
      report.changed++
    }
    const tally = tallyOf(made.judged)
    report.documents++
    report.annotations += made.gold.annotations.length
    report.relations += made.gold.relations.length
    report.differences += tally.differences
    report.open += tally.open
    for (const kind of differenceKinds) report.kinds[kind] += tally.kinds[kind]
  }

  let done = 0
  const everything = () =>
    inParallel(chosen, width, async document => {
      if (job.cancelled) return
      try {
        await one(document)
      } catch (error) {
        const failure = failureOf(error)
        if (failure.code === 'internal') throw error
        report.rejected.push({ documentId: document.id, title: titleOf(document.id), failure })
      }
      job.progress(++done, chosen.length, titleOf(document.id))
    })
  if (chosen.length > 0) await writingAs(open, goldName, everything)
  report.cancelled = job.cancelled
  report.rejected.sort((a, b) => (a.documentId < b.documentId ? -1 : 1))
  await index.writeCache()
  return report
}
