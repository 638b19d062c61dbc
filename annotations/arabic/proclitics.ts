/** Conjunctions, then prepositions and the future's س, then the article; ل and the article are written لل. */
const conjunctions = ['', 'و', 'ف']
const particles = ['', 'ب', 'ك', 'ل', 'س', 'ال', 'بال', 'كال', 'لل']

/** Everything that may be written before a word as part of it; not وو, nor an article after س. */
export const proclitics: readonly string[] = conjunctions.flatMap(conjunction =>
  particles.map(particle => conjunction + particle),
)
const known: ReadonlySet<string> = new Set(proclitics)

export const longestProclitic = Math.max(...proclitics.map(({ length }) => length))

export const isProclitic = (letters: string) => known.has(letters)

/**
 * How a word with the article goes on after ل, which takes its alef: "العراق" is "لعراق" in "للعراق", and of
 * "اللجنة" no more than "لجنة" is left in "للجنة". Undefined for a word without the article.
 */
export function afterLam(word: string): string | undefined {
  if (!word.startsWith('ال') || word.length < 4) return undefined
  return word[2] === 'ل' ? word.slice(2) : `ل${word.slice(2)}`
}

/** What may stand before the letters of `afterLam`. */
export const lams: readonly string[] = conjunctions.map(conjunction => `${conjunction}ل`)
