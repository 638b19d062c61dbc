/** Paths are the main side's to judge; here they are only shown, shortened and begun. */
const separatorOf = (path: string) => (path.includes('\\') && !path.startsWith('/') ? '\\' : '/')

const withoutEnd = (path: string) => path.replace(/(?<=[^:/\\])[/\\]+$/, '')

/** The last piece of a path: how a file or folder is known. */
export function nameOf(path: string): string {
  const bare = withoutEnd(path)
  return bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\')) + 1) || bare
}

/** The folder a path lies in; a root lies in itself. */
export function parentOf(path: string): string {
  const bare = withoutEnd(path)
  const cut = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\'))
  if (cut < 0) return bare
  const parent = bare.slice(0, cut)
  return parent === '' || parent.endsWith(':') ? bare.slice(0, cut + 1) : parent
}

export function joined(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : folder + separatorOf(folder) + name
}

/** A title made a file name that Windows, macOS and Linux all take; empty if nothing is left of it. */
export function fileNameFrom(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .replace(/^[. ]+|[. ]+$/g, '')
}
