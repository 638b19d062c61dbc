import type { Token } from './token.ts'

/** The words a grammar rule reads. */
export type Scan = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The token an expression is looked for at: its clitics stand outside, so it is read as if it had none. */
  readonly opening?: number
  /** What `tense.ts` found each token to be, 0 where it was not asked yet: a verb is asked for by every date near it. */
  readonly verbs?: Uint8Array
}

/** What a rule has read, and the token after it. */
export type Part<T> = { readonly value: T; readonly next: number }

const beyond: Token = {
  kind: 'line',
  start: 0,
  end: 0,
  from: 0,
  key: '\n',
  prefix: '',
  sense: undefined,
  glued: false,
}

/** A token, or a line end where there is none: no rule needs to ask how long the text is. */
export const tokenAt = ({ tokens }: Scan, at: number): Token => tokens[at] ?? beyond

/** A word that may have و or ف before it, without them: منذ of ومنذ, في of ففي. */
export function particleAt(scan: Scan, at: number): string {
  const { kind, key, prefix } = tokenAt(scan, at)
  if (kind !== 'word') return ''
  if (prefix !== '') return /^[وف]$/.test(prefix) ? key : prefix + key
  return key.length > 2 && /^[وف]/.test(key) ? key.slice(1) : key
}

/** A folded word without clitics. */
export function isWord(
  scan: Scan,
  at: number,
  one: string,
  two?: string,
  three?: string,
  ...more: readonly string[]
): boolean {
  // Asked a hundred times for every word: the first three are compared without an array.
  const { kind, key, prefix } = tokenAt(scan, at)
  if (kind !== 'word' || (prefix !== '' && at !== scan.opening)) return false
  return key === one || key === two || key === three || (more.length > 0 && more.includes(key))
}

/** `isWord` for a list that has a name. */
export function isOneOf(scan: Scan, at: number, words: readonly string[]): boolean {
  const { kind, key, prefix } = tokenAt(scan, at)
  return kind === 'word' && (prefix === '' || at === scan.opening) && words.includes(key)
}

export const isMark = (scan: Scan, at: number, marks: string): boolean => {
  const token = tokenAt(scan, at)
  return token.kind === 'mark' && marks.includes(token.key)
}

const notArticled = new Set(['الي', 'الا', 'التي', 'الذي', 'الذين', 'الان'])

/** A noun with its article behind another makes it that noun's own: سنوات الحرب. */
export function isArticled(scan: Scan, at: number): boolean {
  const { kind, prefix, key } = tokenAt(scan, at)
  return (
    kind === 'word' &&
    prefix === '' &&
    key.length > 3 &&
    key.startsWith('ال') &&
    !notArticled.has(key)
  )
}

/** The sense of a word that has no clitic: inside an expression a clitic is a joint, and is asked for by name. */
export const bareSense = (scan: Scan, at: number) => {
  const token = tokenAt(scan, at)
  return token.prefix === '' || at === scan.opening ? token.sense : undefined
}

/** Skips a word if it is there. */
export const past = (scan: Scan, at: number, ...words: readonly string[]): number =>
  isOneOf(scan, at, words) ? at + 1 : at

/** One of some words stands among the `reach` words before a token, nothing but words between. */
export function isBefore(
  scan: Scan,
  at: number,
  words: ReadonlySet<string>,
  reach: number,
): boolean {
  for (let n = 1; n <= reach; n++) {
    const token = tokenAt(scan, at - n)
    if (token.kind !== 'word') return false
    if (words.has(token.key) || words.has(token.prefix + token.key)) return true
    // A clitic is no part of a word the dictionary does not know.
    if (words.has(token.key.slice(1)) && 'وبلف'.includes(token.key[0] ?? '')) return true
  }
  return false
}
