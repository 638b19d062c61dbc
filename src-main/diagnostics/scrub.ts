import { homedir, hostname, userInfo } from 'node:os'

/** Places and names of this machine, and what stands for them. */
export type Known = readonly (readonly [said: string, stands: string])[]

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** What of this machine must not be in a log; the longest first, so that a folder in the home is not cut short. */
export function knownHere(places: Known): Known {
  const names = [
    [userName(), '<user>'],
    [hostname(), '<host>'],
  ] as const
  return [...places, [homedir(), '~'] as const, ...names]
    .filter(([said]) => said.length > 1)
    .sort(([a], [b]) => b.length - a.length)
}

/** Characters of a path; a space ends one, as far as anyone can tell. */
const path =
  /(?<![A-Za-z0-9>~.])(?:[A-Za-z]:)?[\\/]{1,2}[^\s:'"()<>\\/]+(?:[\\/][^\s:'"()<>\\/]*)+/g
/** In a line of a stack it ends with its line and column. */
const framePath = /(?<![A-Za-z0-9>~.])(?:[A-Za-z]:)?[\\/][^\n'"()]+?(?=:\d+:\d+)/g
const quotedPath = /'(?:[A-Za-z]:)?[\\/~][^'\n]*'/g

/**
 * A message or a stack without what is nobody else's business: paths, user and machine, and everything that may be of a
 * document, which is all that is quoted and all that is not ASCII. What is left says what went wrong in the program.
 */
export function scrub(text: string, known: Known): string {
  let said = text.replaceAll('file://', '')
  for (const [name, stands] of known) {
    // A name is short, and may be a part of a word that is none.
    const isName = /^[A-Za-z0-9_.-]+$/.test(name)
    said = isName
      ? said.replace(
          new RegExp(`(?<![A-Za-z0-9_])${name.replaceAll('.', '\\.')}(?![A-Za-z0-9_])`, 'g'),
          stands,
        )
      : said.replaceAll(name, stands).replaceAll(encodeURI(name), stands)
  }
  return said
    .replace(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/g, '<page>')
    .replace(/".*"/g, '"…"')
    .replace(quotedPath, "'<path>'")
    .replace(framePath, '<path>')
    .replace(path, '<path>')
    .replace(/[^\x20-\x7e\n\t…]+/g, '…')
}
