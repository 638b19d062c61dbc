import { basename, relative, sep } from 'node:path'
import { Worker } from 'node:worker_threads'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { wasWrittenHere } from '../storage/replace-file.ts'

/** Milliseconds in which what others change is gathered: a synchronised folder brings many files at once. */
const gather = 300

/** What somebody else changed: sets by whose and of what, and whether anything beside sets. */
export type Changed = { sets: { annotator: string; documentId: string }[]; more: boolean }

/** The set a file of the project is, if it is one. */
function setOf(paths: ProjectPaths, file: string): Changed['sets'][number] | undefined {
  const parts = relative(paths.annotations, file).split(sep)
  const [person, , name] = parts
  if (parts.length !== 3 || person === undefined || !name?.endsWith('.json')) return undefined
  const id = documentId.safeParse(basename(name, '.json'))
  const who = annotator.safeParse(person)
  return id.success && who.success ? { annotator: who.data, documentId: id.data } : undefined
}

/** Tens of thousands of files take seconds to be watched: a thread's, where there is one, and nobody else's. */
async function begin(
  folders: string[],
  noticed: (path: string) => void,
  script: string | undefined,
): Promise<() => Promise<unknown>> {
  if (script === undefined) return (await import('./watch-files.ts')).watchFiles(folders, noticed)
  const thread = new Worker(script, { workerData: folders })
  thread.unref()
  thread.on('message', noticed)
  // What is not watched is seen when it is opened the next time.
  thread.on('error', () => {})
  return () => thread.terminate()
}

/** Watch a project's folder for what other programs and machines do to it; the answer ends the watching. */
export async function watchProject(
  paths: ProjectPaths,
  changed: (changed: Changed) => void,
  script?: string,
): Promise<() => Promise<void>> {
  const sets = new Map<string, Changed['sets'][number]>()
  let more = false
  let timer: NodeJS.Timeout | undefined

  function tell() {
    changed({ sets: [...sets.values()], more })
    sets.clear()
    more = false
  }

  async function notice(path: string) {
    if (await wasWrittenHere(path)) return
    const set = setOf(paths, path)
    if (set) sets.set(path, set)
    else more = true
    clearTimeout(timer)
    timer = setTimeout(tell, gather)
  }

  const rooms = [
    ...[paths.project, paths.annotations, paths.documents],
    ...[paths.actors, paths.propositions, paths.exceptions],
    ...[paths.comments, paths.assignments, paths.guidelines],
  ]
  const end = await begin(rooms, path => void notice(path).catch(() => {}), script)
  return async () => {
    clearTimeout(timer)
    await end()
  }
}
