import { fold } from '../arabic/fold.ts'
import type { Bilingual } from '../model/scheme.ts'
import { asciiDigits } from '../text/digits.ts'

const filterNames = [
  'outlet',
  'author',
  'title',
  'date',
  'region',
  'label',
  'actor',
  'source',
  'about',
  'stance',
  'annotator',
] as const
export type FilterName = (typeof filterNames)[number]

/** What is wrong with a query, and where: UTF-16 offsets into it. */
export type QueryProblem = {
  /** Of a value that nothing in the project is called: what there is, if anything. */
  readonly known?: readonly Bilingual[]
  readonly kind:
    | 'empty'
    | 'unclosed-quote'
    | 'unclosed-bracket'
    | 'stray-bracket'
    | 'missing-word'
    | 'unknown-filter'
    | 'filter-inside'
    | 'only-not'
    | 'near-needs-words'
    | 'near-needs-number'
    | 'bad-wildcard'
    | 'bad-date'
    | 'bad-region'
    | 'bad-about'
    | 'unknown-label'
    | 'unknown-stance'
    | 'unknown-annotator'
    | 'too-many-words'
  readonly start: number
  readonly end: number
}

/** Filters by the names they are typed with. */
const filterOf: Readonly<Record<string, FilterName>> = {
  outlet: 'outlet',
  منفذ: 'outlet',
  صحيفه: 'outlet',
  وكاله: 'outlet',
  author: 'author',
  كاتب: 'author',
  title: 'title',
  عنوان: 'title',
  date: 'date',
  تاريخ: 'date',
  region: 'region',
  منطقه: 'region',
  label: 'label',
  وسم: 'label',
  actor: 'actor',
  فاعل: 'actor',
  source: 'source',
  مصدر: 'source',
  about: 'about',
  عن: 'about',
  stance: 'stance',
  موقف: 'stance',
  annotator: 'annotator',
  موسم: 'annotator',
}

/** A piece of a query as it is typed. */
export type Token = { start: number; end: number } & (
  | { kind: 'phrase'; text: string; prefix: boolean; exact: boolean; quoted: boolean }
  | { kind: 'open' | 'close' | 'or' | 'and' | 'not' }
  | { kind: 'near'; words: number }
  | { kind: 'filter'; filter: FilterName; value: string }
)

const closing: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”' }
const special = /[\s()|"«“]/

/** What stands for other letters elsewhere: a star before the end, a mark or brackets inside a word, a regular expression. */
const notForWords =
  /\*(?!$)|(?<=[\p{L}\p{M}])[?+](?=[\p{L}\p{M}*])|\[(?=[^\]]*\])|\\|\.(?=[*+])|\^(?=\p{L})|(?<=\p{L})\$$/u

export class Refused extends Error {}

/** Reads tokens one after the other; throws through `refuse`. */
export function tokensOf(
  text: string,
  refuse: (kind: QueryProblem['kind'], start: number, end: number) => never,
): Token[] {
  const tokens: Token[] = []
  function quoted(start: number): { value: string; end: number } {
    const close = text.indexOf(closing[text[start] as string] as string, start + 1)
    if (close === -1) return refuse('unclosed-quote', start, text.length)
    return { value: text.slice(start + 1, close), end: close + 1 }
  }
  for (let at = 0; at < text.length; ) {
    const letter = text[at] as string
    if (/\s/.test(letter)) {
      at++
      continue
    }
    const start = at
    if (letter === '(' || letter === ')') {
      tokens.push({ kind: letter === '(' ? 'open' : 'close', start, end: ++at })
      continue
    }
    if (letter === '|') {
      tokens.push({ kind: 'or', start, end: ++at })
      continue
    }
    const near = /^~(\d{1,3})(?=\s|$)/.exec(asciiDigits(text.slice(at, at + 6)))
    if (near) {
      at += near[0].length
      tokens.push({ kind: 'near', words: Number(near[1]), start, end: at })
      continue
    }
    if (letter === '-' && at + 1 < text.length && !/\s/.test(text[at + 1] as string)) {
      tokens.push({ kind: 'not', start, end: ++at })
      continue
    }
    const exact = letter === '=' && at + 1 < text.length
    if (exact) at++
    if (closing[text[at] as string] !== undefined) {
      const { value, end } = quoted(at)
      const prefix = text[end] === '*'
      at = end + Number(prefix)
      tokens.push({ kind: 'phrase', text: value, prefix, exact, quoted: true, start, end: at })
      continue
    }
    while (at < text.length && !special.test(text[at] as string)) at++
    const word = text.slice(start + Number(exact), at)
    const colon = word.indexOf(':')
    const name = colon > 0 ? word.slice(0, colon) : ''
    if (colon > 0 && /^[\p{L}\p{M}]+$/u.test(name)) {
      const filter = filterOf[fold(name).folded]
      if (!filter) refuse('unknown-filter', start, start + colon)
      let value = word.slice(colon + 1)
      if (value === '' && closing[text[at] as string] !== undefined) {
        const found = quoted(at)
        value = found.value
        at = found.end
      }
      if (value.trim() === '') refuse('missing-word', start, at)
      tokens.push({
        kind: 'filter',
        filter: filter as FilterName,
        value: value.trim(),
        start,
        end: at,
      })
      continue
    }
    if (word === 'OR' || word === 'AND' || word === 'NOT')
      tokens.push({ kind: word === 'OR' ? 'or' : word === 'AND' ? 'and' : 'not', start, end: at })
    else {
      if (/^~\p{N}*$/u.test(word)) refuse('near-needs-number', start, at)
      const wild = exact ? -1 : word.search(notForWords)
      if (wild !== -1) refuse('bad-wildcard', start + wild, start + wild + 1)
      const prefix = word.endsWith('*')
      const letters = prefix ? word.slice(0, -1) : word
      tokens.push({ kind: 'phrase', text: letters, prefix, exact, quoted: false, start, end: at })
    }
  }
  return tokens
}
