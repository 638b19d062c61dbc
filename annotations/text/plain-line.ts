import { asciiDigits } from './digits.ts'

/** Tashkeel, tatweel, joiners and bidi controls. */
const unseen =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g

/**
 * A line as it is compared with fixed wordings ("اقرأ أيضًا" is "اقرا ايضا"): marks dropped, hamza taken off alef,
 * white space made single, digits ASCII. For looking at, never for keeping.
 */
export function plainLine(line: string): string {
  return asciiDigits(line.replace(unseen, ''))
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى(?=\s|$)/g, 'ي')
    .replace(/\s+/g, ' ')
    .trim()
}

export const wordCount = (plain: string): number =>
  plain.split(' ').filter(word => /[\p{L}\p{N}]/u.test(word)).length
