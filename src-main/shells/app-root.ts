import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json above a module, built or not. */
export function appRoot(moduleUrl: string): string {
  let folder = dirname(fileURLToPath(moduleUrl))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${moduleUrl}`)
    folder = parent
  }
  return folder
}

/**
 * What ships with the app. Packaged, the app is an archive that only Electron can look into: what is copied out of it and
 * what threads are started from lies beside it (electron-builder.config.ts).
 */
export function shipped(root: string) {
  const packed = root.endsWith('.asar')
  const thread = (name: string) =>
    join(packed ? `${root}.unpacked` : root, 'out', 'main', `${name}-worker.mjs`)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {
    root,
    version: String(version),
    sample: join(packed ? dirname(root) : root, 'samples', 'coalition-talks'),
    workers: {
      export: thread('export'),
      agreement: thread('agreement'),
      across: thread('across'),
      search: thread('search'),
      watch: thread('watch'),
    },
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
  }
}
