import { settledActors } from '../../annotations/actors/register.ts'
import type { Input } from '../../annotations/api/contract.ts'
import type { AcrossReport } from '../../annotations/api/suggesting.ts'
import { inverseOf } from '../../annotations/model/change.ts'
import {
  openSuggestions,
  suggestionsOf,
  takeSuggestions,
} from '../../annotations/suggest/open-suggestions.ts'
import { suggest } from '../../annotations/suggest/suggest.ts'
import { failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readRejected } from '../storage/rejected-store.ts'

/** Suggestions that are alike over the corpus, counted or accepted; an article that fails is said and passed over. */
export async function suggestAcross(
  open: OpenProject,
  { annotator, like, except, accept }: Omit<Input<'suggest.across'>, 'job' | 'project'>,
  job: Job,
  now: () => Date,
): Promise<AcrossReport> {
  const { scheme } = open.project
  const actors = settledActors((await open.actors.all()).actors)
  const knowledge = { actors, scheme, rejected: await open.exceptions.folded() }
  const entries = open.index.entries().filter(({ id }) => id !== except)
  const report: AcrossReport = {
    ...{ documents: 0, suggestions: 0, cancelled: false },
    ...{ edits: [], entries: [], rejected: [] },
  }
  for (const [at, { id, title }] of entries.entries()) {
    if (job.cancelled) break
    job.progress(at, entries.length, title)
    try {
      const document = await open.documents.read(id)
      // Words that are not there are said nowhere in it.
      if (like.quote !== undefined && !document.text.includes(like.quote)) continue
      const set = await open.sets.findOrEmpty(annotator, document)
      if (set.status === 'submitted' || set.status === 'approved') continue
      const passed = new Set(await readRejected(open.paths, annotator, id))
      const made = suggest(document, knowledge)
      const chosen = suggestionsOf(openSuggestions(made, set, passed), like)
      const changes = accept ? takeSuggestions(set, made, chosen) : []
      if (changes.length > 0) {
        const edit = { kind: 'edit' as const, changes }
        const { revision } = set
        const saved = await open.sets.save({
          ...{ document, scheme, annotator, revision, at: now() },
          actions: [edit],
        })
        open.index.putSet(saved)
        const entry = open.index.entry(id)
        if (entry) report.entries.push(entry)
        report.edits.push({
          ...{ documentId: id, revision: saved.revision, changes },
          inverse: inverseOf(set, changes),
        })
      }
      if (chosen.length > 0) report.documents++
      report.suggestions += chosen.length
    } catch (error) {
      report.rejected.push({ id, title, failure: failureOf(error) })
    }
  }
  job.progress(entries.length, entries.length)
  if (accept) await open.index.writeCache()
  return { ...report, cancelled: job.cancelled }
}
