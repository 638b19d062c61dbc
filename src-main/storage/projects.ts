import { readdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Project } from '../../annotations/model/project.ts'
import { storedProject } from '../../annotations/model/stored.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { finishChange } from '../scheme/change-scheme.ts'
import { type ActorStore, actorStore } from './actor-store.ts'
import { type AnnotationStore, annotationStore } from './annotation-store.ts'
import { type DocumentIndex, documentIndex } from './document-index.ts'
import { type DocumentStore, documentStore } from './document-store.ts'
import { type ExceptionStore, exceptionStore } from './exception-store.ts'
import { type GuidelineStore, guidelineStore } from './guideline-store.ts'
import { writeStored } from './json-file.ts'
import { keepCopy } from './keep-copy.ts'
import { type Locks, locks } from './locks.ts'
import { type PageLineStore, pageLineStore } from './page-lines.ts'
import { type ProjectPaths, projectPaths } from './paths.ts'
import { type PropositionStore, propositionStore } from './proposition-store.ts'
import { readProject } from './read-project.ts'
import { type RemarkStore, remarkStore } from './remark-store.ts'
import { makeFolder } from './replace-file.ts'
import type { Shrunk } from './set-backups.ts'

export type OpenProject = {
  paths: ProjectPaths
  project: Project
  documents: DocumentStore
  sets: AnnotationStore
  actors: ActorStore
  propositions: PropositionStore
  exceptions: ExceptionStore
  remarks: RemarkStore
  guidelines: GuidelineStore
  index: DocumentIndex
  lines: PageLineStore
  locks: Locks
  /** Files that could not be read when it was opened. */
  unreadable: Failure[]
}
/** What is said of a project that is open, unasked. */
type Notice = { kind: 'shrunk' } & Shrunk
type Watching = { notice: (folder: string, notice: Notice) => void; now: () => Date }
export type Projects = ReturnType<typeof projects>

async function openProject(
  folder: string,
  { notice, now }: Watching,
  known?: DocumentIndex,
): Promise<OpenProject> {
  const { paths, project } = await readProject(folder)
  const index = known ?? documentIndex(paths)
  const unreadable = await index.refresh()
  const open: OpenProject = {
    paths,
    project,
    documents: documentStore(paths),
    sets: annotationStore(paths, shrunk => notice(paths.folder, { kind: 'shrunk', ...shrunk })),
    actors: actorStore(paths),
    propositions: propositionStore(paths),
    exceptions: exceptionStore(paths),
    remarks: remarkStore(paths),
    guidelines: guidelineStore(paths),
    index,
    lines: pageLineStore(paths),
    locks: locks(paths, now),
    unreadable,
  }
  await finishChange(open).catch(error => unreadable.push(failureOf(error)))
  return open
}

/** Projects by folder; one that is asked for twice is opened once. */
export function projects(watching: Watching = { notice: () => {}, now: () => new Date() }) {
  const open = new Map<string, Promise<OpenProject>>()

  function begin(path: string, index?: DocumentIndex): Promise<OpenProject> {
    const opening = openProject(path, watching, index)
    open.set(path, opening)
    opening.catch(() => open.get(path) === opening && open.delete(path))
    return opening
  }

  /**
   * The project as it is open, opened if need be. One whose folder was renamed or removed meanwhile is there no more:
   * nothing is read of it as if it were empty, and nothing is written where it was.
   */
  async function get(folder: string): Promise<OpenProject> {
    const path = resolve(folder)
    const known = open.get(path)
    if (!known) return begin(path)
    const project = await known
    await stat(project.paths.project).catch(error => {
      throw new AppError(failureOf(error, path))
    })
    return project
  }

  /** Let go of what is open of a project, so that the next who asks reads it from the disk. */
  async function forget(folder: string): Promise<void> {
    const path = resolve(folder)
    const known = await open.get(path)?.catch(() => undefined)
    await known?.sets.close()
    open.delete(path)
  }

  /** The project read again from the disk; of its list only what has changed there. */
  async function reopen(folder: string): Promise<OpenProject> {
    const path = resolve(folder)
    const known = await open.get(path)?.catch(() => undefined)
    await known?.sets.close()
    return begin(path, known?.index)
  }

  /** Everything that is under way is brought to its end, and every lock let go. */
  async function close(): Promise<void> {
    const all = await Promise.allSettled([...open.values()])
    for (const { value } of all.filter(({ status }) => status === 'fulfilled') as {
      value: OpenProject
    }[]) {
      await value.sets.close()
      await value.locks.releaseAll()
    }
    open.clear()
  }

  /** A new project in a folder that is new, or empty but for hidden files. */
  async function create(folder: string, made: Project): Promise<OpenProject> {
    const path = resolve(folder)
    const paths = projectPaths(path)
    const names = await readdir(path).catch((error): string[] => {
      if (error.code === 'ENOENT') return []
      throw new AppError(failureOf(error, path))
    })
    if (names.includes('project.json')) throw appError('project-exists', { file: path })
    if (names.some(name => !name.startsWith('.')))
      throw appError('folder-not-empty', { file: path })
    await makeFolder(path).catch(error => {
      throw new AppError(failureOf(error, path))
    })
    await writeStored(paths.project, storedProject, made)
    await keepCopy(paths, paths.project, watching.now())
    return get(path)
  }

  return { get, reopen, forget, create, close }
}
