/**
 * How often a letter is seen in Arabic news, per thousand letters. Rounded from counts over running text of our own;
 * what matters is the order and the great distance to all that is not listed.
 */
const perThousand: Record<string, number> = {
  ا: 165,
  ل: 120,
  ي: 80,
  م: 64,
  و: 62,
  ن: 58,
  ر: 52,
  ت: 48,
  ب: 36,
  ع: 35,
  ة: 35,
  د: 32,
  ه: 28,
  س: 27,
  ف: 26,
  ق: 24,
  ك: 22,
  أ: 19,
  ح: 19,
  ج: 14,
  ش: 12,
  إ: 11,
  ص: 11,
  ط: 11,
  ى: 10,
  خ: 9,
  ض: 8,
  ذ: 7,
  ز: 6,
  غ: 5,
  ث: 6,
  ئ: 5,
  ء: 5,
  ظ: 2.5,
  آ: 2.5,
  ؤ: 2,
}

const letters = new Map(
  Object.entries(perThousand).map(([letter, often]) => [letter, Math.log(often / 1000)]),
)

/** Natural logarithms of how unlikely the rest is; see `weigh`. */
const rare = {
  punctuation: -4,
  symbol: -9,
  farLetter: -7.5,
  accentInLatin: -3.8,
  accentAlone: -6,
  accentInArabic: -14,
  mark: -5,
  strayMark: -12,
  letterInLatin: -9,
  control: -14,
  /** ة and ى close a word. */
  finalInside: -9,
  /** What the article ال adds for its ل. */
  article: 1,
}

const isLatin = (character: string) => /[A-Za-z]/.test(character)
const isAccented = (character: string) => /[À-öø-ÿŒœ]/.test(character) && !/[×÷]/.test(character)
const isArabic = (character: string) => /[\u0621-\u063a\u0641-\u064a]/.test(character)
const isMark = (character: string) => /[\u064b-\u0652]/.test(character)
const isTanwin = (character: string) => /[\u064b-\u064d]/.test(character)

/** Log-likelihood of one character outside ASCII between its neighbours. */
function weigh(before: string, character: string, after: string): number {
  const letter = letters.get(character)
  if (letter !== undefined) {
    if (isLatin(before) || isLatin(after)) return rare.letterInLatin
    if (/[ةى]/.test(character) && isArabic(after)) return rare.finalInside
    return character === 'ل' && before === 'ا' ? letter + rare.article : letter
  }
  if (isMark(character)) {
    if (!isArabic(before) && !isMark(before)) return rare.strayMark
    // Tanwin closes a word; only an alef or alef maqsura may follow.
    return isTanwin(character) && isArabic(after) && !/[اى]/.test(after)
      ? rare.strayMark
      : rare.mark
  }
  if (isAccented(character)) {
    if (isArabic(before) || isArabic(after)) return rare.accentInArabic
    return isLatin(before) || isLatin(after) ? rare.accentInLatin : rare.accentAlone
  }
  if (/[،؛؟«»“”‘’…–—\u00a0\u200c\u0640]/.test(character)) return rare.punctuation
  if (/[\u0670-\u06d3]/.test(character)) return rare.farLetter
  return /[\u0080-\u009f\ufffd]/.test(character) ? rare.control : rare.symbol
}

/** Characters outside ASCII that are looked at; more would not change the answer. */
const enough = 20_000

type Likelihood = { characters: number; log: number }

/** How likely a text is as Arabic news (with some Latin in it), over its characters outside ASCII. */
export function arabicLikelihood(text: string): Likelihood {
  let characters = 0
  let log = 0
  for (let at = 0; at < text.length && characters < enough; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    characters++
    log += weigh(text.charAt(at - 1), text.charAt(at), text.charAt(at + 1))
  }
  return { characters, log }
}
