import { settledActors } from '../../annotations/actors/register.ts'
import type { Input } from '../../annotations/api/contract.ts'
import type { SuggestReport } from '../../annotations/api/suggesting.ts'
import type { Change } from '../../annotations/model/change.ts'
import { addSuggestions } from '../../annotations/suggest/add-suggestions.ts'
import { withoutRejected } from '../../annotations/suggest/open-suggestions.ts'
import { suggest } from '../../annotations/suggest/suggest.ts'
import { failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readRejected } from '../storage/rejected-store.ts'

type Kind = keyof SuggestReport['added']
const kinds: Record<string, Kind> = { actor: 'actors', date: 'dates', claim: 'claims' }

function count(changes: readonly Change[], added: SuggestReport['added']) {
  for (const change of changes) {
    if (change.kind === 'put-relation') added.relations++
    const kind = change.kind === 'put-annotation' ? kinds[change.annotation.label] : undefined
    if (kind) added[kind]++
  }
}

/** Suggestions on every article of a project, into one annotator's sets; an article that fails is said and passed over. */
export async function runSuggest(
  open: OpenProject,
  asked: Omit<Input<'suggest.run'>, 'job' | 'project'>,
  job: Job,
  now: () => Date,
): Promise<SuggestReport> {
  const { annotator, kinds } = asked
  const actors = settledActors((await open.actors.all()).actors)
  const rejected = await open.exceptions.folded()
  const knowledge = { actors, scheme: open.project.scheme, kinds, rejected }
  const entries = open.index.entries()
  const report: SuggestReport = {
    documents: 0,
    added: { actors: 0, dates: 0, claims: 0, relations: 0 },
    rejected: [],
    cancelled: false,
  }
  for (const [at, { id, title }] of entries.entries()) {
    if (job.cancelled) break
    job.progress(at, entries.length, title)
    try {
      const document = await open.documents.read(id)
      const set = await open.sets.findOrEmpty(annotator, document)
      const passed = new Set(await readRejected(open.paths, annotator, id))
      const made = withoutRejected(suggest(document, knowledge), passed)
      const changes = addSuggestions(set, made)
      if (changes.length > 0) {
        const saved = await open.sets.save({
          document,
          scheme: open.project.scheme,
          annotator,
          revision: set.revision,
          actions: [{ kind: 'edit', changes }],
          at: now(),
        })
        open.index.putSet(saved)
        count(changes, report.added)
      }
      report.documents++
    } catch (error) {
      report.rejected.push({ id, title, failure: failureOf(error) })
    }
  }
  job.progress(entries.length, entries.length)
  await open.index.writeCache()
  return { ...report, cancelled: job.cancelled }
}
