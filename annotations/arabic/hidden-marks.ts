import type { Stretch } from '../text/paragraphs.ts'

/** What can make a text look other than it is (CVE-2021-42574 and the like). The text is kept as it is and marked. */
export type HiddenMark = Stretch & {
  /**
   * `control`: a bidi control or another character without a shape; `unbalanced`: one that opens or closes with no
   * other half in its paragraph; `look-alike`: a letter of another script or alphabet that looks like its neighbours'.
   */
  readonly kind: 'control' | 'unbalanced' | 'look-alike'
  /** What it is called: "RLM", "U+06CC". */
  readonly name: string
  /** The letter it looks like, where that is known. */
  readonly like?: string
}

const names = new Map([
  ['\u061c', 'ALM'],
  ['\u200b', 'ZWSP'],
  ['\u200c', 'ZWNJ'],
  ['\u200d', 'ZWJ'],
  ['\u200e', 'LRM'],
  ['\u200f', 'RLM'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2060', 'WJ'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
  ['\ufeff', 'BOM'],
  ['\u00ad', 'SHY'],
])
const controls = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const isolates = /[\u2066-\u2068]/
const embeddings = /[\u202a\u202b\u202d\u202e]/

/** Which of a paragraph's controls open or close nothing: UAX 9, BD9 and BD11. */
function unbalanced(found: readonly { mark: string; at: number }[]): Set<number> {
  const lone = new Set<number>()
  const open: { mark: string; at: number }[] = []
  for (const control of found) {
    const { mark, at } = control
    if (isolates.test(mark) || embeddings.test(mark)) open.push(control)
    else if (mark === '\u2069') {
      const index = open.findLastIndex(({ mark }) => isolates.test(mark))
      if (index === -1) lone.add(at)
      // Embeddings inside an isolate end with it.
      else for (const { at, mark } of open.splice(index)) if (embeddings.test(mark)) lone.add(at)
    } else if (mark === '\u202c') {
      if (embeddings.test(open.at(-1)?.mark ?? '')) open.pop()
      else lone.add(at)
    }
  }
  for (const { at } of open) lone.add(at)
  return lone
}

/** Persian and Urdu letters that look like Arabic ones; in a word with an Arabic ي ك ه ى ة they are out of place. */
const persian = /[\u06a9\u06aa\u06cc\u06be\u06c1\u06d5\u06d0]/g
const arabicOnly = /[يىكةأإئؤ]/
/** Letters that Arabic has not: a word with one is of another language. */
const otherLanguage = /[\u0679\u067e\u0686\u0688\u0691\u0698\u06af\u06ba\u06d2]/
/** So many Arabic ي and ك to one Persian: then the text is Arabic, and a word without either is, too. */
const mostlyArabic = 5
/** What a letter is taken for. Latin ones are those of the same shape. */
const likes = new Map(
  [
    ...['کك', 'ڪك', 'یي', 'ېي', 'ھه', 'ہه', 'ەه'],
    ...['аa', 'еe', 'оo', 'рp', 'сc', 'уy', 'хx', 'іi', 'ѕs', 'јj', 'АA', 'ВB', 'ЕE', 'КK'],
    ...['МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'ХX', 'οo', 'αa', 'νv', 'ρp', 'ΑA', 'ΒB', 'ΕE', 'ΟO'],
    ...['۰٠', '۱١', '۲٢', '۳٣', '۴٤', '۵٥', '۶٦', '۷٧', '۸٨', '۹٩'],
  ].map(([letter, like]) => [letter, like] as const),
)
const latin = /\p{Script=Latin}/u
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu
/** Where any look-alike lies, and more: of a text without one no word is read, for 1 MB is asked as it opens. */
const suspect =
  /[\u0370-\u052f\u06a9\u06aa\u06cc\u06be\u06c1\u06d5\u06d0\u06f0-\u06f9\u1c80-\u1c8f\u1d26-\u1fff\u2126\u2de0-\u2dff\ua640-\ua69f]/g
const restOfWord = /[\p{L}\p{M}\p{N}]+/uy
const inWord = /[\p{L}\p{M}\p{N}]$/u
const westernDigit = /[0-9]/
const arabicDigit = /[\u0660-\u0669]/
const persianDigit = /[\u06f0-\u06f9]/g

const codeOf = (letter: string) =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const countOf = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0

function takeLookAlikes(found: HiddenMark[], word: string, start: number, isArabic: boolean): void {
  const take = (letters: RegExp) => {
    for (const { 0: letter, index } of word.matchAll(letters)) {
      const at = start + index
      const like = likes.get(letter)
      found.push({
        kind: 'look-alike',
        name: codeOf(letter),
        ...(like === undefined ? {} : { like }),
        start: at,
        end: at + letter.length,
      })
    }
  }
  if (arabicOnly.test(word) || (isArabic && !otherLanguage.test(word))) take(persian)
  if (latin.test(word)) take(foreign)
  if (westernDigit.test(word) || arabicDigit.test(word)) take(persianDigit)
}

/** Where the word begins that goes on at an offset. */
function wordStart(text: string, at: number): number {
  let start = at
  for (;;) {
    // Half of a pair of surrogates is no letter; both are looked at together.
    const length = /[\udc00-\udfff]/.test(text[start - 1] ?? '') ? 2 : 1
    if (start < length || !inWord.test(text.slice(start - length, start))) return start
    start -= length
  }
}

function lookAlikes(text: string): HiddenMark[] {
  const found: HiddenMark[] = []
  const ofPersian = countOf(text, /[کی]/g)
  const isArabic = ofPersian > 0 && countOf(text, /[كي]/g) >= ofPersian * mostlyArabic
  let done = 0
  for (const { 0: letter, index } of text.matchAll(suspect)) {
    if (index < done || !inWord.test(letter)) continue
    const start = wordStart(text, index)
    restOfWord.lastIndex = start
    const word = restOfWord.exec(text)?.[0] ?? ''
    takeLookAlikes(found, word, start, isArabic)
    done = start + word.length
  }
  return found
}

/** Every hidden mark of a text, in order. ZWNJ and ZWJ are ordinary spelling and not among them. */
export function hiddenMarks(text: string): HiddenMark[] {
  const found: HiddenMark[] = []
  let paragraph: { mark: string; at: number }[] = []
  const settle = () => {
    const lone = unbalanced(paragraph)
    for (const { mark, at } of paragraph)
      found.push({
        kind: lone.has(at) ? 'unbalanced' : 'control',
        name: names.get(mark) ?? codeOf(mark),
        start: at,
        end: at + 1,
      })
    paragraph = []
  }
  let line = text.indexOf('\n')
  for (const { 0: mark, index: at } of text.matchAll(controls)) {
    while (line !== -1 && line < at) {
      settle()
      line = text.indexOf('\n', line + 1)
    }
    paragraph.push({ mark, at })
  }
  settle()
  return [...found, ...lookAlikes(text)].sort((a, b) => a.start - b.start)
}
