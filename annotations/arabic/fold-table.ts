/**
 * How much is taken for the same. `exact`: what Unicode itself holds equal, with tashkeel, tatweel, joiners and bidi
 * controls dropped; `search`: spelling variants of a letter, digits of three scripts, styles of quotation marks, Latin
 * case and accents too; `loose`: hamza lost or left over, and Persian letters for their Arabic neighbours.
 */
export type FoldLevel = 'exact' | 'search' | 'loose'

/** What a UTF-16 unit becomes: itself, nothing, another unit, or several. */
export type FoldTable = {
  /** By unit: what it becomes, or 0 where it is dropped or becomes several. */
  readonly single: Uint16Array
  /** By unit, where it becomes several. */
  readonly several: ReadonlyMap<number, string>
  /** By unit: is it dropped, and belongs to the letter before it? (marks, tatweel, joiners) */
  readonly attached: Uint8Array
}

/** Tashkeel and Quranic marks, Latin accents, tatweel and joiners: dropped, part of the letter they stand on. */
const attached =
  /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200c\ufe70-\ufe7f\ufc5e-\ufc63\ufcf2-\ufcf4]|\u200d|[\ufe00-\ufe0f]/
/** Bidi controls and other characters nobody sees: dropped, part of nothing. */
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/
const dropped = (unit: string) => attached.test(unit) || unseen.test(unit)

const pairs = (...rows: [from: string, to: string][]) =>
  new Map(rows.flatMap(([from, to]) => [...from].map(letter => [letter, to] as const)))

/** Facts: Unicode's Arabic blocks; alef normalisation as in CAMeL Tools. */
const searchLetters = pairs(
  ['آأإٱ', 'ا'],
  ['ىیې', 'ي'],
  ['ؤئ', 'ء'],
  ['ةہھەۃۀۂ', 'ه'],
  ['ک', 'ك'],
  ['«»“”„‟‹›＂', '"'],
  ['‘’‚‛', "'"],
)

/** Digits of the two Arabic scripts, and spaces of other widths, which every level takes for the plain ones. */
const plainLetters = pairs(
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
  ['\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000', ' '],
)

const looseLetters = pairs(
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ء', ''],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ژ', 'ز'],
  ['ڤ', 'ف'],
  ['گڭڨ', 'ك'],
)

/** Letters whose composed form a mark after them makes; the mark need not stand right after the letter. */
export const composed: ReadonlyMap<string, string> = new Map([
  ['ا\u0653', 'آ'],
  ['ا\u0654', 'أ'],
  ['ا\u0655', 'إ'],
  ['و\u0654', 'ؤ'],
  ['ي\u0654', 'ئ'],
  ['ى\u0654', 'ئ'],
  ['ی\u0654', 'ئ'],
])

const presentationForm = /[\ufb50-\ufdff\ufe70-\ufeff]/
const arabic = /[\u0600-\u06ff\u0750-\u077f]/

/** One letter taken apart as Unicode has it; Arabic letters are kept whole, their variants are the lists above. */
function plain(letter: string, level: FoldLevel): string {
  if (arabic.test(letter)) return letter
  if (presentationForm.test(letter)) return letter.normalize('NFKC')
  const bare = letter.normalize('NFD')
  return level === 'exact' ? bare : bare.toLowerCase()
}

function foldLetter(letter: string, level: FoldLevel, depth = 0): string {
  if (dropped(letter)) return ''
  const space = plainLetters.get(letter)
  if (space !== undefined) return space
  const own =
    level === 'exact'
      ? undefined
      : ((level === 'loose' ? looseLetters.get(letter) : undefined) ?? searchLetters.get(letter))
  const parts = own ?? plain(letter, level)
  if (parts === letter || depth > 3) return parts
  let folded = ''
  for (const part of parts) folded += foldLetter(part, level, depth + 1)
  return folded
}

function tableOf(level: FoldLevel): FoldTable {
  const single = new Uint16Array(0x10000)
  const several = new Map<number, string>()
  const marks = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    single[unit] = unit
    // Nothing to fold in most of CJK, Hangul, surrogates and private use: they are themselves.
    if (unit >= 0x2e80 && unit < 0xfb00) continue
    const letter = String.fromCharCode(unit)
    const folded = foldLetter(letter, level)
    if (folded === letter) continue
    single[unit] = folded.length === 1 ? folded.charCodeAt(0) : 0
    if (folded.length > 1) several.set(unit, folded)
    if (folded === '' && attached.test(letter)) marks[unit] = 1
  }
  return { single, several, attached: marks }
}

const made = new Map<FoldLevel, FoldTable>()

/** The table of a level, made when it is first asked for (some milliseconds). */
export function foldTable(level: FoldLevel): FoldTable {
  const table = made.get(level) ?? tableOf(level)
  made.set(level, table)
  return table
}
