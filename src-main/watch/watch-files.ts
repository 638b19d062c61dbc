import { basename } from 'node:path'
import { watch } from 'chokidar'
import { isTemporary } from '../storage/replace-file.ts'

/**
 * Watch folders of a project for files that come, change or go; the answer ends the watching. Texts are left out: they
 * never change, and come and go with the records beside them.
 */
export function watchFiles(
  folders: readonly string[],
  noticed: (path: string) => void,
): () => Promise<void> {
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: path =>
      isTemporary(basename(path)) || path.includes('.broken-') || path.endsWith('.txt'),
  })
  // A folder that cannot be watched is seen when it is opened the next time.
  watcher.on('error', () => {})
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, noticed)
  return () => watcher.close()
}
