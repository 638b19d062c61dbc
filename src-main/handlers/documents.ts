import type { DocumentEntry } from '../../annotations/api/views.ts'
import { wordsOf } from '../../annotations/text/boundaries.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { inParallel } from '../storage/in-parallel.ts'

/** Files on their way at once. */
const width = 8

export function documentHandlers({
  projects,
  shell,
  search,
}: Services): Pick<Handlers, 'documents.read' | 'documents.edit' | 'documents.edit-many'> {
  return {
    'documents.read': async ({ project, id }) => (await projects.get(project)).documents.read(id),
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
  }
}
