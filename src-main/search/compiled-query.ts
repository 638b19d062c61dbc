import type { Phrase } from '../../annotations/analysis/query.ts'
import { afterLam, lams, proclitics } from '../../annotations/arabic/proclitics.ts'
import { isSpaced, termOf, type WordIndex } from './word-index.ts'

/** One phrase against one index. */
export type CompiledPhrase = {
  readonly phrase: Phrase
  /** First words it may begin with, and how many folded letters before the match each has. */
  readonly firsts: ReadonlyMap<number, number>
  /** By word after the first: its term; undefined where no document has it. */
  readonly rest: readonly (number | undefined)[]
  /** Terms the last word may be, where it may go on. */
  readonly last: ReadonlySet<number> | undefined
}

/** Terms that are `word` with what may be written before it. */
function spellings(index: WordIndex, word: string): Map<number, number> {
  const found = new Map<number, number>()
  const take = (term: string, before: number) => {
    const number = index.numberOf(term)
    if (number !== undefined && !found.has(number)) found.set(number, before)
  }
  for (const proclitic of proclitics) take(proclitic + word, proclitic.length)
  const shortened = afterLam(word)
  if (shortened !== undefined) for (const lam of lams) take(lam + shortened, lam.length)
  return found
}

/** Terms that begin with `word` after what may be written before it. */
function beginnings({ terms }: WordIndex, word: string, tolerant: boolean): Map<number, number> {
  const found = new Map<number, number>()
  const shortened = tolerant ? afterLam(word) : undefined
  // The shortest of what may stand before it first.
  const heads = [
    ...(tolerant ? proclitics : ['']).map(before => [before + word, before.length] as const),
    ...(shortened === undefined ? [] : lams.map(lam => [lam + shortened, lam.length] as const)),
  ].sort((a, b) => a[1] - b[1])
  const byFirst = new Map<number, (typeof heads)[number][]>()
  for (const head of heads) {
    const first = head[0].charCodeAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), head])
  }
  for (let term = 0; term < terms.length; term++)
    for (const [head, before] of byFirst.get(terms.firstOf(term)) ?? [])
      if (terms.startsWith(term, head)) {
        found.set(term, before)
        break
      }
  return found
}

export function compilePhrase(index: WordIndex, phrase: Phrase): CompiledPhrase {
  const { words, prefix } = phrase
  const [first, ...others] = words as [string, ...string[]]
  const single = others.length === 0
  const firsts = single && prefix ? beginnings(index, first, true) : spellings(index, first)
  const lastWord = others.at(-1)
  const last =
    prefix && lastWord !== undefined
      ? new Set(beginnings(index, lastWord, false).keys())
      : undefined
  return { phrase, firsts, rest: others.map(word => index.numberOf(word)), last }
}

/** Does the phrase go on from its first word, at `at`? */
export function goesOn(
  { phrase, rest, last }: CompiledPhrase,
  row: Uint32Array,
  at: number,
): boolean {
  for (let n = 0; n < rest.length; n++) {
    const token = row[at + n + 1]
    if (token === undefined) return false
    const term = termOf(token)
    const isLast = last !== undefined && n === rest.length - 1
    if (isLast ? !last.has(term) : term !== rest[n]) return false
    if (isSpaced(token) !== phrase.spaced[n]) return false
  }
  return true
}
