import { join } from 'node:path'
import type { Remark } from '../../annotations/model/remark.ts'
import { appFor, tempProject } from './temp-project.ts'

export const now = '2024-10-12T09:30:00.000Z'

export async function inProject() {
  const { folder, paths, first, second, third } = await tempProject()
  const app = appFor(join(folder, 'home'))
  const project = paths.folder
  const say = (author: string, remark: Remark, documentId = first.id) =>
    app.done('remarks.add', { project, author, documentId, remark })
  const handIn = async (annotator: string, documentId = first.id) => {
    const { set } = await app.done('sets.read', { project, documentId, annotator })
    const { entry } = await app.done('sets.save', {
      project,
      documentId,
      annotator,
      revision: set.revision,
      actions: [{ changes: [{ kind: 'set-status', status: 'submitted' }] }],
    })
    return entry
  }
  const entryOf = async (id: string) =>
    (await app.done('project.open', { folder: project })).documents.find(one => one.id === id)
  return { folder, paths, project, first, second, third, app, say, handIn, entryOf }
}
