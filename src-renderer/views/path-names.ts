/** Paths are the main side's to judge; here they are only shown, shortened and begun. */
const separatorOf = (path: string) => (path.includes('\\') && !path.startsWith('/') ? '\\' : '/')

const withoutEnd = (path: string) => path.replace(/(?<=[^:/\\])[/\\]+$/, '')

/** Where a path begins with a slash, a backslash is a letter of a name. */
const lastSeparator = (path: string) =>
  path.startsWith('/')
    ? path.lastIndexOf('/')
    : Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))

/** The last piece of a path: how a file or folder is known. */
export function nameOf(path: string): string {
  const bare = withoutEnd(path)
  return bare.slice(lastSeparator(bare) + 1) || bare
}

/** The folder a path lies in; a root lies in itself. */
export function parentOf(path: string): string {
  const bare = withoutEnd(path)
  const cut = lastSeparator(bare)
  if (cut < 0) return bare
  const parent = bare.slice(0, cut)
  return parent === '' || parent.endsWith(':') ? bare.slice(0, cut + 1) : parent
}

export function joined(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : folder + separatorOf(folder) + name
}

/** Code points; four bytes each at most, and a file name has 255. */
const longestName = 60

/** A title made a file name that Windows, macOS and Linux all take; empty if nothing is left of it. */
export function fileNameFrom(title: string): string {
  const short = [...title.normalize('NFC')].slice(0, longestName).join('')
  return short
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
}
