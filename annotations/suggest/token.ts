import { cliticsOf } from '../arabic/clitics.ts'
import { fold } from '../arabic/fold.ts'
import { wordsWithKeys } from '../arabic/folded-words.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { type Quotation, quotationsOf } from '../text/quotations.ts'
import { reportingForms } from './words/reporting.ts'

/** A word or a punctuation mark of an article, with what rules ask of it. Offsets are into the text. */
export type Token = Stretch & {
  /** Where the word proper begins, after و ف ب ك ل س, its article inside. */
  readonly from: number
  /** The whole word, folded; of a mark the mark itself. */
  readonly key: string
  /** The word as it is written. */
  readonly written: string
  /** The word proper, folded, its article written out: "الوكاله" of "للوكالة". */
  readonly word: string
  /** The same without its article. */
  readonly bare: string
  /** What is written before it: "و", "ل", "ول". */
  readonly before: string
  readonly isDefinite: boolean
  readonly isMark: boolean
}

/** An article as words and marks, parted into sentences. */
export type Reading = {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Index of the first and one past the last token of each sentence; no sentence goes over a line. */
  readonly sentences: readonly Stretch[]
  readonly quotations: readonly Quotation[]
}

/** A kashida alone is a dash: كتائب حزب الله ـ العراق. */
const marks = /[،,؛;:.!?؟…«»“”„‹›"()[\]{}\n/–—-]|(?<=\s)ـ(?=\s)/g
const stops = new Set('.!?؟…\n')

type Taken = Pick<Token, 'word' | 'bare' | 'before' | 'isDefinite'> & { readonly skip: number }

/** وحثّ، فيقول: a conjunction before a verb that reports, which the rules of clitics leave whole. */
function joinsVerb(word: string): boolean {
  if (!/^[وف]/.test(word) || reportingForms().has(word)) return false
  const form = reportingForms().get(word.slice(1))
  // ورداً على: no two who answer.
  if (form?.number === 'dual') return false
  const isSure = word.length > 3 || /^و(?:حث|حض)$/.test(word)
  return (
    isSure && (form?.form === 'imperfect' || (form?.form === 'perfect' && word.startsWith('و')))
  )
}

/** A preposition joined with its pronoun or article that the rules of clitics leave whole. */
function takeApart(written: string, names: ReadonlySet<string>): Taken {
  // وأحد، وإحدى: with a hamza it is no واحد.
  if (/^و(?:أحد|إحدى)$/u.test(written)) {
    const word = fold(written.slice(1)).folded
    return { word, bare: word, before: 'و', isDefinite: false, skip: 1 }
  }
  const { proclitics, withArticle, stem, normalised } = cliticsOf(written, names)
  const word = fold(normalised).folded
  if (proclitics.length === 0 && joinsVerb(word))
    return {
      word: word.slice(1),
      bare: word.slice(1),
      before: word.slice(0, 1),
      isDefinite: false,
      skip: 1,
    }
  const isDefinite = word.startsWith('ال') && (stem > withArticle || proclitics.includes('ل'))
  return {
    word,
    bare: isDefinite && word.length > 3 ? word.slice(2) : word,
    before: proclitics.join(''),
    isDefinite,
    skip: withArticle,
  }
}

/** لـ«...»: the preposition before a mark stands as a word of its own. */
const alone = new Set(['ل', 'ب', 'ك', 'ول', 'وب', 'فل'])

function tokensOf(text: string, names: ReadonlySet<string>): Token[] {
  const known = new Map<string, Taken>()
  const tokens: Token[] = []
  const found = [...text.matchAll(marks)].map(({ 0: mark, index }) => ({ mark, at: index }))
  let next = 0
  const putMarks = (until: number) => {
    for (; next < found.length && (found[next] as { at: number }).at < until; next++) {
      const { mark, at } = found[next] as { mark: string; at: number }
      tokens.push({
        start: at,
        end: at + 1,
        from: at,
        key: mark,
        written: mark,
        word: mark,
        bare: mark,
        before: '',
        isDefinite: false,
        isMark: true,
      })
    }
  }
  for (const { key, start, end } of wordsWithKeys(fold(text))) {
    putMarks(start)
    // A point inside a number is no mark of its own.
    while (next < found.length && (found[next] as { at: number }).at < end) next++
    const written = text.slice(start, end)
    const taken = known.get(written) ?? takeApart(written, names)
    known.set(written, taken)
    const { skip, ...rest } = taken
    const isAlone = alone.has(key)
    // و كشفت: written apart it joins all the same.
    const joined = tokens.at(-1)?.key === 'و' && rest.before === '' ? 'و' : rest.before
    tokens.push({
      start,
      end,
      from: isAlone ? start : start + skip,
      key,
      written,
      ...rest,
      before: joined,
      ...(isAlone ? { before: key, word: '', bare: '' } : {}),
      isMark: false,
    })
  }
  putMarks(text.length)
  return tokens
}

const isLetter = (unit: string | undefined) => unit !== undefined && /\p{L}/u.test(unit)

/** أ.ف.ب and 3.5: a point between single letters or digits ends nothing. */
function endsSentence(text: string, token: Token): boolean {
  if (!stops.has(token.key)) return false
  if (token.key !== '.') return true
  const [before, after] = [text[token.start - 1], text[token.end]]
  if (!isLetter(after)) return !/\p{Nd}/u.test(after ?? '')
  return isLetter(before) && isLetter(text[token.start - 2]) && isLetter(text[token.end + 1])
}

function sentencesOf(text: string, tokens: readonly Token[], quoted: readonly Quotation[]) {
  const sentences: Stretch[] = []
  let start = 0
  let next = 0
  let until = -1
  for (const [at, token] of tokens.entries()) {
    while (next < quoted.length && (quoted[next] as Quotation).start <= token.start) {
      until = Math.max(until, (quoted[next] as Quotation).inner.end)
      next++
    }
    const isInside = token.start < until && token.key !== '\n'
    if (!endsSentence(text, token) || isInside) continue
    if (at > start) sentences.push({ start, end: at })
    start = at + 1
  }
  if (start < tokens.length) sentences.push({ start, end: tokens.length })
  return sentences
}

/** The letters at the ends of a quotation close more than it says: a quotation over lines is cut at its line end. */
export function readingOf(text: string, names: ReadonlySet<string> = new Set()): Reading {
  const tokens = tokensOf(text, names)
  const { pairs } = quotationsOf(text)
  return { text, tokens, sentences: sentencesOf(text, tokens, pairs), quotations: pairs }
}
