/** A code unit as words are compared, or 0 where it is dropped: hamza carriers bare, ة as ه, ى as ي, marks gone. */
const folded = new Uint16Array(0x800)
for (let code = 0; code < folded.length; code++) folded[code] = code

const same: readonly (readonly [string, string])[] = [
  ['آأإٱ', 'ا'],
  ['ىیئې', 'ي'],
  ['ؤ', 'و'],
  ['ةہھەۃ', 'ه'],
  ['ک', 'ك'],
]
for (const [from, to] of same)
  for (const letter of from) folded[letter.charCodeAt(0)] = to.charCodeAt(0)

const dropped: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
]
for (const [first, last] of dropped) folded.fill(0, first, last + 1)

/** Words longer than this are no words of a date, and are not folded. */
const longest = 48

/** What a letter is compared as, 0 for a mark. Letters beyond U+07FF are themselves. */
export const foldCode = (code: number): number => (code < 0x800 ? (folded[code] as number) : code)

/**
 * A word as the dictionary has it. NFC and NFD come out the same, since hamza and madda leave their carriers. The
 * presentation forms of old typesetting become letters first.
 */
export function foldWord(text: string, start: number, end: number): string {
  if (end - start > longest) return ''
  let word = ''
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xfb50 && code <= 0xfeff)
      return foldWord(
        text
          .slice(start, end)
          .normalize('NFKC')
          .replace(/[\ufb50-\ufeff]/g, ''),
        0,
        end - start,
      )
    if (code === 0x200c || code === 0x200d) continue
    const letter = foldCode(code)
    if (letter !== 0) word += String.fromCharCode(letter)
  }
  return word
}
