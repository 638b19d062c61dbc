import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

type Import = { from: string; to: string }

/** Source files below a folder, as paths from the repository. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

export const sourceOf = (path: string): string => readFileSync(join(repository, path), 'utf8')

/** `from '…'`, `import '…'` and `import('…')`, types included: a type is knowledge of another floor, too. */
const specifier =
  /(?:^(?:(?:import|export)\b[^'"\n]*?|\} )from |^import |\bimport\()['"]([^'"\n]+)['"]/gm

/** What a file imports: a path from the repository, or a package's name. */
export function importsOf(path: string): Import[] {
  return [...sourceOf(path).matchAll(specifier)].map(([, to = '']) => ({
    from: path,
    to: to.startsWith('.') ? relative('.', join(dirname(path), to)) : to,
  }))
}
