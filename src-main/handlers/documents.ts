import { wordsOf } from '../../annotations/text/boundaries.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function documentHandlers({
  projects,
}: Services): Pick<Handlers, 'documents.read' | 'documents.edit'> {
  return {
    'documents.read': async ({ project, id }) => (await projects.get(project)).documents.read(id),
    'documents.edit': async ({ project, id, metadata }) => {
      const { documents, index } = await projects.get(project)
      const record = await documents.edit(id, metadata)
      const known = index.entry(id)
      index.putDocument(record, known?.words ?? wordsOf((await documents.read(id)).text).length)
      const entry = index.entry(id)
      if (!entry) throw appError('no-document', { id })
      return entry
    },
  }
}
