import { arabicLikelihood } from './arabic-likelihood.ts'
import { hasControlBytes } from './binary-kinds.ts'
import type { Encoding } from './encoding-names.ts'
import { readSingleByte, type SingleByte } from './single-byte.ts'
import { utf8SequenceAt } from './unicode-bytes.ts'

type Guess<E extends Encoding = Encoding> = { encoding: E; confidence: number }

/** Bytes that are looked at; articles are shorter. */
const sample = 256 * 1024

/** UTF-16 units of Arabic news: ASCII with its white space, Latin-1, Arabic and its forms, general punctuation. */
function plausible(unit: number): boolean {
  if (unit < 0x20) return unit === 9 || unit === 10 || unit === 13
  if (unit < 0x100) return unit < 0x7f || unit >= 0xa0
  if (unit >= 0x600 && unit < 0x780) return true
  return (unit >= 0x2000 && unit < 0x2070) || unit >= 0xfb50
}

function plausibleShare(bytes: Uint8Array, littleEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units = bytes.length >> 1
  let found = 0
  for (let at = 0; at < units; at++) if (plausible(view.getUint16(at * 2, littleEndian))) found++
  return units === 0 ? 0 : found / units
}

type Utf16 = 'utf-16le' | 'utf-16be'

/** The order of bytes in which a text without a byte order mark makes more sense as UTF-16, and how much. */
export function utf16Order(bytes: Uint8Array): Guess<Utf16> {
  const head = bytes.subarray(0, sample)
  const little = plausibleShare(head, true)
  const big = plausibleShare(head, false)
  return little >= big
    ? { encoding: 'utf-16le', confidence: little * (1 - big / 2) }
    : { encoding: 'utf-16be', confidence: big * (1 - little / 2) }
}

/** UTF-16 without a byte order mark. Its Arabic has bytes 06 and its ASCII bytes 00, which no 8-bit text has. */
export function guessUtf16(bytes: Uint8Array): Guess<Utf16> | undefined {
  if (!hasControlBytes(bytes.subarray(0, sample))) return undefined
  const guess = utf16Order(bytes)
  return guess.confidence < 0.7 ? undefined : guess
}

/** Of the bytes outside ASCII, the share that stands in whole UTF-8 sequences: near 0 in 8-bit Arabic. */
export function utf8Share(bytes: Uint8Array): number {
  let upper = 0
  let whole = 0
  const end = Math.min(bytes.length, sample)
  for (let at = 0; at < end; ) {
    const length = utf8SequenceAt(bytes, at)
    if (length !== 1) upper += Math.max(length, 1)
    if (length > 1) whole += length
    at += Math.max(length, 1)
  }
  return upper === 0 ? 1 : whole / upper
}

const logistic = (gain: number) => 1 / (1 + Math.exp(-gain))

/** Any byte from 80 to FF as likely as any other: what a text in an encoding we do not know looks like. */
const anyByte = Math.log(1 / 128)

/** Windows-1256 or ISO-8859-6 by their letters; undefined where neither reading looks like Arabic. */
export function guessSingleByte(bytes: Uint8Array): Guess<SingleByte> | undefined {
  const first = Math.max(0, bytes.findIndex(byte => byte >= 0x80) - 1)
  const telling = bytes.subarray(first, first + sample)
  const weighed = (['windows-1256', 'iso-8859-6'] as const).map(encoding => ({
    encoding,
    ...arabicLikelihood(readSingleByte(telling, encoding)),
  }))
  const [best, second] = weighed.sort((a, b) => b.log - a.log)
  if (!best || !second) return undefined
  const gain = best.log - best.characters * anyByte
  if (gain <= 0) return undefined
  return {
    encoding: best.encoding,
    confidence: Math.min(logistic(gain), logistic(best.log - second.log)),
  }
}
