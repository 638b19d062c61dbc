import { storedProject } from '../../annotations/model/stored.ts'
import { goldName } from '../../annotations/review/adjudicate.ts'
import { compareSets } from '../../annotations/review/compare-sets.ts'
import { judge } from '../../annotations/review/judge.ts'
import { tallyOf } from '../../annotations/review/tally.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import { mergedRegister } from '../register/take-step.ts'
import { adjudicateProject } from '../review/adjudicate-project.ts'
import { readSides } from '../review/read-sides.ts'
import type { Services } from '../services.ts'
import { inParallel } from '../storage/in-parallel.ts'
import { writeStored } from '../storage/json-file.ts'
import { keepCopy } from '../storage/keep-copy.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readProject } from '../storage/read-project.ts'

/** Who has a set on a document, of those asked for; gold is what comes of it. */
function annotatorsOf({ index }: OpenProject, id: string, asked: string[] | undefined): string[] {
  const entry = index.entry(id)
  if (!entry) throw appError('no-document', { id })
  return Object.keys(entry.sets).filter(
    name => name !== goldName && (asked?.includes(name) ?? true),
  )
}

export function reviewHandlers({
  projects,
  jobs,
  shell,
}: Services): Pick<
  Handlers,
  'review.open' | 'review.tally' | 'review.adjudicate' | 'review.save-reasons'
> {
  return {
    'review.open': async ({ project, documentId, annotators }) => {
      const open = await projects.get(project)
      const names = annotatorsOf(open, documentId, annotators)
      const { document, sets, gold, notes } = await readSides(
        open.paths,
        documentId,
        names,
        await mergedRegister(open),
      )
      return { document, sets, notes, ...(gold ? { gold } : {}) }
    },

    'review.tally': async ({ project, documentIds, annotators }) => {
      const open = await projects.get(project)
      const { scheme } = open.project
      const register = await mergedRegister(open)
      const tallies = await inParallel(documentIds, 4, async documentId => {
        const names = annotatorsOf(open, documentId, annotators)
        if (names.length < 2) return []
        const { document, sets, gold, notes } = await readSides(
          open.paths,
          documentId,
          names,
          register,
        )
        const judged = judge(compareSets(document.text, sets, scheme), gold)
        return [{ documentId, annotators: names, tally: tallyOf(judged), notes }]
      })
      return { tallies: tallies.flat() }
    },

    'review.adjudicate': ({ project, job: name, annotators, strategy, by }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const report = await adjudicateProject(open, { annotators, strategy, by }, job, shell.now)
        const entries = open.index.entries().filter(({ sets }) => sets[goldName])
        if (report.changed > 0) shell.emit({ kind: 'entries', project, entries })
        return report
      }),

    'review.save-reasons': async ({ project, reasons }) => {
      const open = await projects.get(project)
      const stored = await readProject(open.paths.folder)
      const next = { ...stored.project, reasons: [...new Set(reasons)] }
      await writeStored(open.paths.project, storedProject, next)
      await keepCopy(open.paths, open.paths.project, shell.now())
      open.project = { ...open.project, reasons: next.reasons }
      return { reasons: next.reasons }
    },
  }
}
