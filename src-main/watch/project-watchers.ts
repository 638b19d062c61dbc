import { resolve } from 'node:path'
import type { ProjectPaths } from '../storage/paths.ts'
import type { Changed } from './watch-project.ts'

type Watched = { tell: (changed: Changed) => void; ended: Promise<() => Promise<void>> }
export type ProjectWatchers = ReturnType<typeof projectWatchers>

/** Projects watched for what others do to their files, each once; `script` is that of the thread that does it. */
export function projectWatchers(script?: string) {
  const watched = new Map<string, Watched>()

  /** Hear of it, instead of whoever heard of it before. */
  function watch(paths: ProjectPaths, tell: (changed: Changed) => void): void {
    const folder = resolve(paths.folder)
    const known = watched.get(folder)
    if (known) {
      known.tell = tell
      return
    }
    // A command line watches nothing, and waits for no watcher's code.
    const ended = import('./watch-project.ts').then(({ watchProject }) =>
      watchProject(paths, changed => watched.get(folder)?.tell(changed), script),
    )
    ended.catch(() => watched.delete(folder))
    watched.set(folder, { tell, ended })
  }

  async function close(): Promise<void> {
    const all = [...watched.values()]
    watched.clear()
    await Promise.allSettled(all.map(async ({ ended }) => (await ended)()))
  }

  return { watch, close }
}
