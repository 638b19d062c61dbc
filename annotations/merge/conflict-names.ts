/**
 * What programs that synchronise folders, and file managers, call the second file of two that were changed at once: the
 * name it would have, and what they add to it before the ending. Backups (`x.json.orig`, `x.json~`) are none: an old state
 * is not somebody's work beside.
 */
const additions: RegExp[] = [
  // Dropbox, Nextcloud, ownCloud, Box, in any language: "x (Layla's conflicted copy 2024-10-12)", "x (نسخة متعارضة)"
  / ?\([^()]*\)$/u,
  // Syncthing: x.sync-conflict-20241012-093000-ABCDEFG
  /\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?$/,
  // Nextcloud before 2.5, ownCloud: x_conflict-20241012-093000
  /_conflict-[\d-]+$/,
  // Google Drive, older: x_conf(1); pCloud: x [conflicted]
  /_conf\(\d+\)$/,
  / ?\[[^[\]]*\]$/u,
  // Google Drive on the web: "Copy of x", «نسخة من x»
  /^(Copy of|نسخة من) /u,
  // iCloud, Finder: "x 2", "x copy", "x copy 2"
  / (copy|نسخة)?( ?\d{1,2})?$/u,
  // Windows' own copies: "x - Copy", "x - نسخة"
  / - [^-]+$/u,
  // OneDrive, the computer's name: x-LAPTOP-7QJ2, x-LAPTOP-7QJ2-2, "x-Layla’s MacBook", «x-حاسوب ليلى»
  /-(?=[^/]*[\p{Lu}\p{Lo}])[^/]+$/u,
]

/** The name of the file that this one is a second copy of, if it looks like one; `isName` says what files are called here. */
export function originalOf(name: string, isName: (stem: string) => boolean): string | undefined {
  const [, stem, ending] = /^(.+)(\.json)$/.exec(name) ?? []
  if (stem === undefined || ending === undefined || isName(stem)) return undefined
  for (const addition of additions) {
    const rest: string = stem.replace(addition, '')
    if (rest !== stem && isName(rest)) return `${rest}${ending}`
  }
  // Two additions at once: a copy of a copy.
  for (const addition of additions) {
    const rest: string = stem.replace(addition, '')
    const original: string | undefined =
      rest === stem ? undefined : originalOf(`${rest}${ending}`, isName)
    if (original) return original
  }
  return undefined
}
