import { resolve } from 'node:path'
import type { FSWatcher } from 'chokidar'
import type { Shell } from '../services.ts'
import { oneAtATime } from '../storage/one-at-a-time.ts'
import type { Projects } from '../storage/projects.ts'

/** Milliseconds a file must be as it is before it is read, and files are gathered before they are imported. */
const settled = 1000
const gathered = 500

export type Watchers = ReturnType<typeof watchers>

/** A job nobody waits for and nobody cancels. */
const unheard = { progress() {}, cancelled: false, check() {} }

/** Folders watched for projects that are open: what comes into one is imported, whatever is wrong with it is said. */
export function watchers(projects: Projects, { emit, now }: Pick<Shell, 'emit' | 'now'>) {
  const watching = new Map<string, Promise<FSWatcher>>()
  const inTurn = oneAtATime()
  const keyOf = (project: string, folder: string) => `${resolve(project)}\n${resolve(folder)}`

  async function take(project: string, folder: string, paths: string[]): Promise<void> {
    const [{ findFiles }, { importArticles }] = await Promise.all([
      import('../corpus/find-files.ts'),
      import('../corpus/import-articles.ts'),
    ])
    const report = await importArticles({
      project: await projects.get(project),
      files: await findFiles(paths),
      encodingOf: () => 'auto',
      given: {},
      job: unheard,
      now,
    })
    if (report.imported.length + report.rejected.length > 0)
      emit({ kind: 'imported', project, folder, report })
  }

  /** Begin; a folder that is watched already goes on being so. */
  function start(project: string, folder: string): void {
    const key = keyOf(project, folder)
    if (watching.has(key)) return
    const waiting = new Set<string>()
    let timer: NodeJS.Timeout | undefined
    const add = (path: string) => {
      waiting.add(path)
      clearTimeout(timer)
      timer = setTimeout(() => {
        const paths = [...waiting]
        waiting.clear()
        if (!watching.has(key)) return
        // What stops an import of the project's own is met again, and said, by whoever works in it.
        inTurn(key, () => take(project, folder, paths)).catch(() => {})
      }, gathered)
    }
    const begin = async () => {
      const { watch } = await import('chokidar')
      const watcher = watch(folder, {
        awaitWriteFinish: { stabilityThreshold: settled, pollInterval: 200 },
        ignored: path => /(^|[/\\])[.~][^/\\]*$/.test(path) || path.endsWith('.tmp'),
        followSymlinks: false,
      })
      watcher.on('add', add)
      watcher.on('change', add)
      watcher.on('error', () => {})
      return watcher
    }
    watching.set(key, begin())
  }

  async function stop(project: string, folder: string): Promise<void> {
    const key = keyOf(project, folder)
    const watcher = watching.get(key)
    watching.delete(key)
    await (await watcher)?.close()
  }

  /** What watches keeps a program from ending. */
  async function close(): Promise<void> {
    const all = [...watching.values()]
    watching.clear()
    await Promise.allSettled(all.map(async watcher => (await watcher).close()))
  }

  return { start, stop, close }
}
