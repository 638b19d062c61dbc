import { emptySet } from '../../annotations/model/annotation-set.ts'
import { pathTo } from '../../annotations/model/history.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function setHandlers({
  projects,
  shell,
}: Services): Pick<Handlers, 'sets.read' | 'sets.save' | 'sets.history'> {
  return {
    'sets.read': async ({ project, documentId, annotator }) => {
      const { sets, documents } = await projects.get(project)
      // The set is read and parsed while the text is.
      const finding = sets.find(annotator, documentId)
      finding.catch(() => {})
      const { text, textDigest } = await documents.read(documentId)
      return placeSet(text, (await finding) ?? emptySet(documentId, textDigest, annotator))
    },
    'sets.history': async ({ project, documentId, annotator }) => {
      const { sets } = await projects.get(project)
      const [set, log] = await Promise.all([
        sets.find(annotator, documentId),
        sets.history(annotator, documentId),
      ])
      return { entries: set ? pathTo(set, log.entries) : [] }
    },
    'sets.save': async ({ project, documentId, annotator, revision, actions }) => {
      const { project: about, sets, documents, index } = await projects.get(project)
      const saved = await sets.save({
        document: await documents.read(documentId),
        scheme: about.scheme,
        annotator,
        revision,
        actions,
        at: shell.now(),
      })
      index.putSet(saved)
      const entry = index.entry(documentId)
      if (!entry) throw appError('no-document', { id: documentId })
      return { revision: saved.revision, updated: saved.updated as string, entry }
    },
  }
}
