import type { DocumentEntry } from '../../annotations/api/views.ts'
import { wordsOf } from '../../annotations/text/boundaries.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { inParallel } from '../storage/in-parallel.ts'

/** Files on their way at once. */
const width = 8

const recurring = () => import('../corpus/dim-recurring.ts')

export function documentHandlers({
  projects,
  jobs,
  shell,
  search,
}: Services): Pick<
  Handlers,
  | 'documents.read'
  | 'documents.file'
  | 'documents.edit'
  | 'documents.edit-many'
  | 'documents.mark'
  | 'documents.dim-recurring'
  | 'documents.give-back'
> {
  return {
    'documents.read': async ({ project, id }) => (await projects.get(project)).documents.read(id),
    'documents.file': async ({ project, id }) => (await projects.get(project)).documents.file(id),
    'documents.edit': async ({ project, id, metadata }) => {
      const { documents, index, paths } = await projects.get(project)
      const record = await documents.edit(id, metadata)
      search.touch(paths.folder, [id])
      const known = index.entry(id)
      index.putDocument(record, known?.words ?? wordsOf((await documents.read(id)).text).length)
      const entry = index.entry(id)
      if (!entry) throw appError('no-document', { id })
      shell.emit({ kind: 'entries', project, entries: [entry] })
      return entry
    },
    'documents.edit-many': async ({ project, edits }) => {
      const { documents, index, paths } = await projects.get(project)
      const missing = edits.find(({ id }) => !index.has(id))
      if (missing) throw appError('no-document', { id: missing.id })
      const entries = await inParallel(edits, width, async ({ id, metadata }) => {
        const record = await documents.edit(id, metadata)
        index.putDocument(record, index.entry(id)?.words ?? 0)
        return index.entry(id) as DocumentEntry
      })
      search.touch(
        paths.folder,
        edits.map(({ id }) => id),
      )
      await index.writeCache()
      shell.emit({ kind: 'entries', project, entries })
      return { entries }
    },
    'documents.mark': async ({ project, id, regions, anchors }) => {
      const { documents, paths } = await projects.get(project)
      const record = await documents.mark(id, regions, anchors)
      search.touch(paths.folder, [id])
      return { regions: record.regions, anchors: record.anchors ?? [] }
    },
    'documents.dim-recurring': ({ project, job: name }) =>
      jobs.run(name, async job => {
        const { dimRecurring } = await recurring()
        const open = await projects.get(project)
        const report = await dimRecurring(open, 'all', job)
        search.touch(open.paths.folder, report.documents)
        return report
      }),
    'documents.give-back': ({ project, keys, job: name }) =>
      jobs.run(name, async job => {
        const { giveBack } = await recurring()
        const open = await projects.get(project)
        const documents = await giveBack(open, keys, job)
        search.touch(open.paths.folder, documents)
        return { documents }
      }),
  }
}
