import { basename, relative, sep } from 'node:path'
import { watch } from 'chokidar'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import type { ProjectPaths } from './paths.ts'
import { isTemporary, wasWrittenHere } from './replace-file.ts'

/** Milliseconds in which what others change is gathered: a synchronised folder brings many files at once. */
const gather = 300

/** What somebody else changed: sets by whose and of what, and whether anything beside sets. */
export type Changed = { sets: { annotator: string; documentId: string }[]; more: boolean }

/** The set a file of the project is, if it is one. */
function setOf(paths: ProjectPaths, file: string): Changed['sets'][number] | undefined {
  const parts = relative(paths.annotations, file).split(sep)
  const [person, , name] = parts
  if (parts.length !== 3 || person === undefined || !name?.endsWith('.json')) return undefined
  const id = documentId.safeParse(name.slice(0, -'.json'.length))
  const who = annotator.safeParse(person)
  return id.success && who.success ? { annotator: who.data, documentId: id.data } : undefined
}

/** Watch a project's folder for what other programs and machines do to it; the answer ends the watching. */
export function watchProject(
  paths: ProjectPaths,
  changed: (changed: Changed) => void,
): () => Promise<void> {
  const sets = new Map<string, Changed['sets'][number]>()
  let more = false
  let timer: NodeJS.Timeout | undefined

  function tell() {
    changed({ sets: [...sets.values()], more })
    sets.clear()
    more = false
  }

  async function notice(path: string) {
    if (isTemporary(basename(path)) || (await wasWrittenHere(path))) return
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
  const watcher = watch(rooms, {
    ignoreInitial: true,
    ignored: path => isTemporary(basename(path)) || path.includes('.broken-'),
  })
  // A folder that cannot be watched is seen when it is opened the next time.
  watcher.on('error', () => {})
  for (const event of ['add', 'change', 'unlink'] as const)
    watcher.on(event, path => void notice(path).catch(() => {}))
  return () => {
    clearTimeout(timer)
    return watcher.close()
  }
}
