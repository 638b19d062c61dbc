/** Letters that search takes for one another (facts: Unicode Arabic blocks; CAMeL Tools' alef normalisation). */
const letters = new Map<string, string>(
  [
    ['آأإٱ', 'ا'],
    ['ىیې', 'ي'],
    ['ؤئ', 'ء'],
    ['ةہھەۃ', 'ه'],
    ['ک', 'ك'],
    ['٠۰', '0'],
    ['١۱', '1'],
    ['٢۲', '2'],
    ['٣۳', '3'],
    ['٤۴', '4'],
    ['٥۵', '5'],
    ['٦۶', '6'],
    ['٧۷', '7'],
    ['٨۸', '8'],
    ['٩۹', '9'],
    ['\u00a0\u202f\u2009', ' '],
  ].flatMap(([from, to]) => [...(from as string)].map(letter => [letter, to as string] as const)),
)

/** Marks, tatweel, joiners and bidi controls: dropped. */
const dropped =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/
const presentationForm = /[\ufb50-\ufdff\ufe70-\ufeff]/
const combiningHamza: Record<string, string> = { '\u0648\u0654': 'ء', '\u064a\u0654': 'ء' }

export type Folded = {
  readonly folded: string
  /** The original offset (UTF-16) of a folded one; the end of `folded` maps to the end of the text. */
  toOriginal(offset: number): number
}

function foldCharacter(character: string): string {
  if (dropped.test(character)) return ''
  const plain = presentationForm.test(character) ? character.normalize('NFKC') : character
  let folded = ''
  for (const letter of plain.toLowerCase())
    folded += dropped.test(letter) ? '' : (letters.get(letter) ?? letter)
  return folded
}

/**
 * A copy of `text` for search: spelling variants of a letter made one, marks dropped, digits Latin, Latin lower case.
 * The text itself is never changed; `toOriginal` is the way back.
 */
export function fold(text: string): Folded {
  const origins: number[] = []
  let folded = ''
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    const pair = combiningHamza[text.slice(at, at + 2)]
    const replacement = pair ?? foldCharacter(character)
    for (let n = 0; n < replacement.length; n++) origins.push(at)
    folded += replacement
    at += pair ? 2 : character.length
  }
  return { folded, toOriginal: offset => origins[offset] ?? text.length }
}
