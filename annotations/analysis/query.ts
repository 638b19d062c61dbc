import { fold } from '../arabic/fold.ts'
import { foldedWords } from '../arabic/folded-words.ts'
import { asciiDigits } from '../text/digits.ts'
import { isDates, isSpokenDate, regionNamed } from './filter-values.ts'
import {
  type FilterName,
  type QueryProblem,
  Refused,
  type Token,
  tokensOf,
} from './query-tokens.ts'

/** Words to be found one after the other; a single word is a phrase of one. */
export type Phrase = {
  readonly kind: 'phrase'
  /** Folded. What is written before the first as part of it does not matter. */
  readonly words: readonly string[]
  /** By word after the first: does nothing but spaces stand before it? */
  readonly spaced: readonly boolean[]
  /** May the last word go on? */
  readonly prefix: boolean
  /** Are spellings told apart? Then these are the letters as asked for. */
  readonly exact: string | undefined
}

export type Condition =
  | Phrase
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  /** Both, with at most `words` words between them. */
  | { readonly kind: 'near'; readonly a: Phrase; readonly b: Phrase; readonly words: number }

export type Filter = {
  readonly name: FilterName
  readonly value: string
  readonly not: boolean
  /** Where it stands in the query, UTF-16. */
  readonly start: number
  readonly end: number
}

export type Query = {
  /** Undefined where filters alone are asked for. */
  readonly condition: Condition | undefined
  readonly filters: readonly Filter[]
}

export type ParsedQuery = { ok: true; query: Query } | { ok: false; problem: QueryProblem }

/** As many words as one number has bits for. */
const mostPhrases = 30

function phraseOf(token: Token & { kind: 'phrase' }): Phrase | undefined {
  const { folded } = fold(token.text)
  const places = foldedWords(folded)
  if (places.length === 0) return undefined
  return {
    kind: 'phrase',
    words: places.map(({ start, end }) => folded.slice(start, end)),
    spaced: places
      .slice(1)
      .map(({ start }, at) => /^ +$/.test(folded.slice(places[at]?.end, start))),
    prefix: token.prefix,
    exact: token.exact ? token.text : undefined,
  }
}

const isPositive = (condition: Condition): boolean =>
  condition.kind === 'not'
    ? false
    : condition.kind === 'and'
      ? condition.parts.some(isPositive)
      : condition.kind === 'or'
        ? condition.parts.every(isPositive)
        : true

/** The phrases of a condition in order, those under "not" included. */
export function phrasesOf(condition: Condition): Phrase[] {
  switch (condition.kind) {
    case 'phrase':
      return [condition]
    case 'near':
      return [condition.a, condition.b]
    case 'not':
      return phrasesOf(condition.part)
    default:
      return condition.parts.flatMap(phrasesOf)
  }
}

/**
 * A query as an analyst types it: words (all of them), `|` or OR, `-` or NOT, brackets, "phrases" and «phrases»,
 * `word*`, `=word` for the exact spelling, `a ~5 b` for near, and filters `outlet:…`, `date:2024-01..2024-03` and so on,
 * by their Arabic names too.
 */
export function parseQuery(text: string): ParsedQuery {
  let problem: QueryProblem | undefined
  const refuse = (kind: QueryProblem['kind'], start: number, end: number): never => {
    problem = { kind, start, end }
    throw new Refused()
  }
  try {
    return { ok: true, query: readQuery(text, refuse) }
  } catch (error) {
    if (error instanceof Refused && problem) return { ok: false, problem }
    throw error
  }
}

function readQuery(
  text: string,
  refuse: (kind: QueryProblem['kind'], start: number, end: number) => never,
): Query {
  const tokens = tokensOf(text, refuse)
  if (tokens.length === 0) refuse('empty', 0, text.length)
  const filters: Filter[] = []
  let at = 0
  let depth = 0
  let negated = 0

  function filterOf(
    { filter: name, value, start, end }: Token & { kind: 'filter' },
    not: boolean,
  ): Filter {
    const date = asciiDigits(value)
    if (name === 'date' && !isDates(date)) return refuse('bad-date', start, end)
    if (name === 'about' && !isSpokenDate(date)) return refuse('bad-about', start, end)
    if (name === 'region' && regionNamed(value) === undefined)
      return refuse('bad-region', start, end)
    return { name, value: name === 'date' || name === 'about' ? date : value, not, start, end }
  }

  function either(): Condition | undefined {
    const parts: Condition[] = []
    for (;;) {
      const bar = tokens[at - 1]
      const part = all()
      if (part) parts.push(part)
      else if (bar?.kind === 'or' || tokens[at]?.kind === 'or') {
        const { start, end } = (bar?.kind === 'or' ? bar : tokens[at]) as Token
        refuse('missing-word', start, end)
      }
      if (tokens[at]?.kind !== 'or') break
      at++
    }
    return parts.length > 1 ? { kind: 'or', parts } : parts[0]
  }

  function all(): Condition | undefined {
    const parts: Condition[] = []
    for (let token = tokens[at]; token; token = tokens[at]) {
      if (token.kind === 'or' || token.kind === 'close') break
      if (token.kind === 'and') {
        at++
        continue
      }
      if (token.kind === 'near') {
        const a = parts.pop()
        const next = tokens[++at]
        const b = next ? one() : undefined
        if (a?.kind !== 'phrase' || b?.kind !== 'phrase')
          return refuse('near-needs-words', token.start, token.end)
        parts.push({ kind: 'near', a, b, words: token.words })
        continue
      }
      const part = one()
      if (part) parts.push(part)
    }
    return parts.length > 1 ? { kind: 'and', parts } : parts[0]
  }

  function one(): Condition | undefined {
    const token = tokens[at++] as Token
    switch (token.kind) {
      case 'phrase':
        return phraseOf(token) ?? refuse('missing-word', token.start, token.end)
      case 'filter':
        if (depth > 0 || tokens.some(({ kind }) => kind === 'or'))
          return refuse('filter-inside', token.start, token.end)
        filters.push(filterOf(token, negated % 2 === 1))
        return undefined
      case 'not': {
        if (!tokens[at]) return refuse('missing-word', token.start, token.end)
        negated++
        const part = one()
        negated--
        return part && { kind: 'not', part }
      }
      case 'open': {
        depth++
        const inside = either()
        depth--
        if (tokens[at]?.kind !== 'close') return refuse('unclosed-bracket', token.start, token.end)
        at++
        return inside ?? refuse('missing-word', token.start, token.end + 1)
      }
      default:
        return refuse('missing-word', token.start, token.end)
    }
  }

  const condition = either()
  const rest = tokens[at]
  if (rest) refuse('stray-bracket', rest.start, rest.end)
  if (condition && !isPositive(condition)) refuse('only-not', 0, text.length)
  if (condition && phrasesOf(condition).length > mostPhrases)
    refuse('too-many-words', 0, text.length)
  return { condition, filters }
}
