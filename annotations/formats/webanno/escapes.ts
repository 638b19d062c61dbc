// Reserved in WebAnno TSV 3.3; `->` is escaped as one.
const reserved = /\\|\[|\]|\||_|->|;|\t|\n|\r|\*/g
const letters: Record<string, string> = { '\t': 't', '\n': 'n', '\r': 'r' }
const written: Record<string, string> = { t: '\t', n: '\n', r: '\r' }

/** A feature's value. */
export const escapeValue = (value: string) =>
  value.replace(reserved, found => `\\${letters[found] ?? found}`)

/** Running text: only what would break its line. */
export const escapeText = (text: string) =>
  text.replace(/[\\\t\n\r]/g, found => `\\${letters[found] ?? found}`)

export const unescaped = (text: string) =>
  text.replace(/\\(->|[\s\S])/g, (_, found: string) => written[found] ?? found)

/** Cut at a separator that no backslash stands before. */
export function splitAt(text: string, separator: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\' && at + 1 < text.length) part += letter + text.charAt(++at)
    else if (letter === separator) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  return [...parts, part]
}
