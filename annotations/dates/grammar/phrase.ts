import { isWord, type Scan, tokenAt } from '../scan.ts'
import { add, fold, type Opening } from '../words/sense.ts'

/** Fixed phrases and what each means, found by their first word. */
export type Phrases<T> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly value: T }[]
>

/** Makes the first words known to the grammar; longer phrases are tried before shorter ones. */
export function phrases<T>(
  entries: readonly (readonly [string, T])[],
  opens: readonly Opening[],
): Phrases<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T }[]>()
  for (const [written, value] of entries) {
    const words = written.split(' ').map(fold)
    const first = words[0] as string
    add(first, { opens })
    const known = byFirst.get(first) ?? []
    known.push({ words, value })
    known.sort((a, b) => b.words.length - a.words.length)
    byFirst.set(first, known)
  }
  return byFirst
}

/** The longest phrase that begins at a token. A clitic may stand before its first word; و before a later one. */
export function phraseAt<T>(
  scan: Scan,
  at: number,
  known: Phrases<T>,
): { value: T; next: number } | undefined {
  for (const { words, value } of known.get(tokenAt(scan, at).key) ?? []) {
    const fits = words.every(
      (word, n) => n === 0 || isWord(scan, at + n, word) || rawKey(scan, at + n) === word,
    )
    if (fits) return { value, next: at + words.length }
  }
  return undefined
}

const rawKey = (scan: Scan, at: number) => {
  const { prefix, key } = tokenAt(scan, at)
  return prefix + key
}
