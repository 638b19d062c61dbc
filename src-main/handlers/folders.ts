import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Entry = { name: string; path: string; kind: 'folder' | 'file' | 'project' }
const rank = { project: 0, folder: 0, file: 1 }

export function folderHandlers({
  shell,
}: Services): Pick<Handlers, 'folders.list' | 'dialogs.choose'> {
  return {
    'folders.list': async ({ folder: asked }) => {
      const folder = resolve(asked ?? homedir())
      const found = await readdir(folder, { withFileTypes: true }).catch(error => {
        throw new AppError(failureOf(error, folder))
      })
      const entries = await Promise.all(
        found
          .filter(({ name }) => !name.startsWith('.'))
          .map(async (entry): Promise<Entry> => {
            const path = join(folder, entry.name)
            if (!entry.isDirectory()) return { name: entry.name, path, kind: 'file' }
            const project = await stat(join(path, 'project.json')).catch(() => undefined)
            return { name: entry.name, path, kind: project ? 'project' : 'folder' }
          }),
      )
      entries.sort((a, b) => rank[a.kind] - rank[b.kind] || a.name.localeCompare(b.name, 'ar'))
      const parent = dirname(folder)
      return { folder, parent: parent === folder ? undefined : parent, entries }
    },
    'dialogs.choose': async ({ kind, title, start }) => {
      if (!shell.choose) throw appError('no-dialogs', {})
      return { paths: await shell.choose(kind, title, start) }
    },
  }
}
