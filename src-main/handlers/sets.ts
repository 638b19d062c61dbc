import type { DocumentEntry } from '../../annotations/api/views.ts'
import type { Action } from '../../annotations/model/action.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import type { Change } from '../../annotations/model/change.ts'
import { pathTo } from '../../annotations/model/history.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { inParallel } from '../storage/in-parallel.ts'
import { newestGood } from '../storage/newest-good.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readWhole } from '../storage/read-whole.ts'
import { refuseClash } from '../storage/refuse-clash.ts'
import { stampAt } from '../storage/replace-file.ts'
import { writingAs } from '../storage/writing-as.ts'

/** Milliseconds until an article that was asked for is on the screen. */
const soon = 500

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readWhole(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array()
    throw new AppError(failureOf(error, path))
  }
}

/** A set that cannot be read, with the newest good state that could be put in its place. */
async function withGoodState(
  error: unknown,
  { paths }: OpenProject,
  annotator: string,
  id: string,
): Promise<unknown> {
  const failure = failureOf(error)
  if (failure.code !== 'not-json' && failure.code !== 'wrong-shape') return error
  const good = await newestGood(paths, annotator, id).catch(() => undefined)
  const state = good && {
    saved: good.set.updated,
    revision: good.set.revision,
    annotations: good.set.annotations.length,
  }
  return new AppError({ ...failure, details: { good: state } })
}

/**
 * A set says under which version of the guideline it was made: the one that held when it was begun, and from when it is
 * handed in the one that held then.
 */
async function underGuideline(
  { guidelines }: OpenProject,
  { revision, actions }: { revision: number; actions: Action[] },
): Promise<Action[]> {
  const handsIn = ({ kind, changes }: Action) =>
    kind === 'edit' && changes.some(one => one.kind === 'set-status' && one.status === 'submitted')
  const last = actions.findLast(handsIn) ?? (revision === 0 ? actions[0] : undefined)
  const version = last && (await guidelines.current().catch(() => undefined))
  if (!last || !version) return actions
  const stamp: Change = { kind: 'set-guideline', version: version.id }
  return actions.map(one => (one === last ? { ...one, changes: [...one.changes, stamp] } : one))
}

export function setHandlers({
  projects,
  shell,
}: Services): Pick<
  Handlers,
  'sets.read' | 'sets.file' | 'sets.stamps' | 'sets.save' | 'sets.set-status' | 'sets.history'
> {
  return {
    'sets.read': async ({ project, documentId, annotator }) => {
      const { sets, documents } = await projects.get(project)
      // The set is read and parsed while the text is.
      const finding = sets.find(annotator, documentId)
      finding.catch(() => {})
      const { text, textDigest } = await documents.read(documentId)
      const set = await finding.catch(async error => {
        throw await withGoodState(error, await projects.get(project), annotator, documentId)
      })
      return placeSet(text, set ?? emptySet(documentId, textDigest, annotator))
    },
    'sets.file': async ({ project, documentId, annotator }) => {
      const { paths, sets, documents } = await projects.get(project)
      // Read in earnest a little later, while the analyst reads: the first save finds them there.
      setTimeout(() => {
        for (const reading of [sets.find(annotator, documentId), documents.read(documentId)])
          reading.catch(() => {})
      }, soon).unref()
      return readBytes(paths.set(annotator, documentId))
    },
    'sets.stamps': async ({ project, documentId, annotator }) => {
      const { paths } = await projects.get(project)
      const files = [paths.documentRecord(documentId), paths.set(annotator, documentId)]
      const [document, set] = await Promise.all(files.map(stampAt))
      return { document: document ?? null, set: set ?? null }
    },
    'sets.history': async ({ project, documentId, annotator }) => {
      const { sets } = await projects.get(project)
      const [set, log] = await Promise.all([
        sets.find(annotator, documentId),
        sets.history(annotator, documentId),
      ])
      return { entries: set ? pathTo(set, log.entries) : [] }
    },
    'sets.set-status': async ({ project, annotator, edits }) => {
      const open = await projects.get(project)
      const { project: about, sets, documents, index } = open
      refuseClash(index, annotator)
      const entries = await writingAs(open, annotator, () =>
        inParallel(edits, 8, async ({ documentId, status }) => {
          const document = await documents.read(documentId)
          const set = await sets.findOrEmpty(annotator, document)
          if (set.status !== status || set.revision === 0)
            index.putSet(
              await sets.save({
                document,
                scheme: about.scheme,
                annotator,
                revision: set.revision,
                actions: [{ kind: 'edit', changes: [{ kind: 'set-status', status }] }],
                at: shell.now(),
              }),
            )
          return index.entry(documentId) as DocumentEntry
        }),
      )
      await index.writeCache()
      shell.emit({ kind: 'entries', project, entries })
      return { entries }
    },
    'sets.save': async ({ project, documentId, annotator, revision, actions }) => {
      const open = await projects.get(project)
      const { project: about, sets, documents, index } = open
      refuseClash(index, annotator)
      const guided = await underGuideline(open, { revision, actions })
      const saved = await writingAs(open, annotator, async () =>
        sets.save({
          document: await documents.read(documentId),
          scheme: about.scheme,
          annotator,
          revision,
          actions: guided,
          at: shell.now(),
        }),
      )
      index.putSet(saved)
      const entry = index.entry(documentId)
      if (!entry) throw appError('no-document', { id: documentId })
      shell.emit({ kind: 'entries', project, entries: [entry] })
      return { revision: saved.revision, updated: saved.updated as string, entry }
    },
  }
}
