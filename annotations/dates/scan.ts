import type { Token } from './token.ts'

/** The words a grammar rule reads. */
export type Scan = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The token an expression is looked for at: its clitics stand outside, so it is read as if it had none. */
  readonly opening?: number
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

/** A folded word without clitics. */
export const isWord = (scan: Scan, at: number, ...words: readonly string[]): boolean => {
  const token = tokenAt(scan, at)
  if (token.kind !== 'word' || !words.includes(token.key)) return false
  return token.prefix === '' || at === scan.opening
}

export const isMark = (scan: Scan, at: number, marks: string): boolean => {
  const token = tokenAt(scan, at)
  return token.kind === 'mark' && marks.includes(token.key)
}

/** The sense of a word that has no clitic: inside an expression a clitic is a joint, and is asked for by name. */
export const bareSense = (scan: Scan, at: number) => {
  const token = tokenAt(scan, at)
  return token.prefix === '' || at === scan.opening ? token.sense : undefined
}

/** Skips a word if it is there. */
export const past = (scan: Scan, at: number, ...words: readonly string[]): number =>
  isWord(scan, at, ...words) ? at + 1 : at

/** The first rule that reads something. */
export function firstOf<T>(
  scan: Scan,
  at: number,
  rules: readonly ((scan: Scan, at: number) => Part<T> | undefined)[],
): Part<T> | undefined {
  for (const rule of rules) {
    const found = rule(scan, at)
    if (found) return found
  }
  return undefined
}
