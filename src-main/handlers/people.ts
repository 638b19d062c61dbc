import type { Remark } from '../../annotations/model/remark.ts'
import { toDoOf } from '../../annotations/review/to-do.ts'
import { appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import { assignmentsIn, assignProject, closeAssignment } from '../people/assign-project.ts'
import type { Services } from '../services.ts'
import type { OpenProject } from '../storage/projects.ts'
import { refuseClash } from '../storage/refuse-clash.ts'
import { writingAs } from '../storage/writing-as.ts'

type Methods =
  | 'remarks.read'
  | 'remarks.add'
  | 'remarks.mark-read'
  | 'remarks.to-do'
  | 'assign.run'
  | 'assign.list'
  | 'assign.close'

/** Whose judgement a remark is of; nobody judges their own. */
const judgedIn = (remark: Remark): string | undefined =>
  remark.kind === 'verdict'
    ? remark.set.annotator
    : remark.kind === 'seen' || remark.kind === 'suggestion'
      ? remark.on.annotator
      : undefined

function checkAuthor({ index }: OpenProject, author: string, remark?: Remark): void {
  refuseClash(index, author)
  if (remark && judgedIn(remark) === author) throw appError('own-work', { name: author })
}

/** What people say to each other about the documents, and who was given what. */
export function peopleHandlers({ projects, shell }: Services): Pick<Handlers, Methods> {
  return {
    'remarks.read': async ({ project, documentId }) => {
      const { remarks } = await projects.get(project)
      return { remarks: await remarks.on(documentId) }
    },
    'remarks.add': async ({ project, author, documentId, remark }) => {
      const open = await projects.get(project)
      checkAuthor(open, author, remark)
      if (!open.index.has(documentId)) throw appError('no-document', { id: documentId })
      const at = shell.now().toISOString()
      await writingAs(open, author, () => open.remarks.add(author, documentId, { ...remark, at }))
      const remarks = await open.remarks.on(documentId)
      open.index.putRemarks(documentId, remarks)
      const entry = open.index.entry(documentId)
      if (!entry) throw appError('no-document', { id: documentId })
      shell.emit({ kind: 'entries', project, entries: [entry] })
      return { remarks, entry }
    },
    'remarks.mark-read': async ({ project, reader, documentId, ids }) => {
      const open = await projects.get(project)
      checkAuthor(open, reader)
      await writingAs(open, reader, () => open.remarks.markRead(reader, documentId, ids))
      return { remarks: await open.remarks.on(documentId) }
    },
    'remarks.to-do': async ({ project, annotator }) => {
      const { remarks, index } = await projects.get(project)
      const { byDocument } = await remarks.all()
      const people = [...new Set([...index.annotators(), annotator])]
      const todo = index.entries().flatMap(({ id, sets }) => {
        const set = sets[annotator]
        const standing = set && { status: set.status, by: set.by, since: set.since }
        return toDoOf(id, byDocument.get(id) ?? [], { annotator, standing, people }) ?? []
      })
      return { todo }
    },
    'assign.run': async ({ project, ...asked }) =>
      assignProject(await projects.get(project), asked, shell.now()),
    'assign.list': async ({ project }) => {
      const { paths } = await projects.get(project)
      return { assignments: await assignmentsIn(paths) }
    },
    'assign.close': async ({ project, id }) => {
      const { paths } = await projects.get(project)
      return { assignments: await closeAssignment(paths, id, shell.now()) }
    },
  }
}
