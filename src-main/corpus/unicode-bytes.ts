import { isUtf8 } from 'node:buffer'
import type { Decoded } from './decoded.ts'

/** Bytes of a UTF-8 sequence by its first byte, and the range its second byte must lie in (Unicode, table 3-7). */
function sequenceOf(lead: number): { length: number; from: number; to: number } | undefined {
  if (lead < 0x80) return { length: 1, from: 0, to: 0 }
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, from: 0x80, to: 0xbf }
  if (lead === 0xe0) return { length: 3, from: 0xa0, to: 0xbf }
  if (lead === 0xed) return { length: 3, from: 0x80, to: 0x9f }
  if (lead >= 0xe1 && lead <= 0xef) return { length: 3, from: 0x80, to: 0xbf }
  if (lead === 0xf0) return { length: 4, from: 0x90, to: 0xbf }
  if (lead >= 0xf1 && lead <= 0xf3) return { length: 4, from: 0x80, to: 0xbf }
  if (lead === 0xf4) return { length: 4, from: 0x80, to: 0x8f }
  return undefined
}

/** How many bytes the UTF-8 sequence at `at` has; 0 where there is none. */
export function utf8SequenceAt(bytes: Uint8Array, at: number): number {
  const sequence = sequenceOf(bytes[at] ?? 0xff)
  if (!sequence || sequence.length === 1) return sequence ? 1 : 0
  const second = bytes[at + 1]
  if (second === undefined || second < sequence.from || second > sequence.to) return 0
  for (let n = 2; n < sequence.length; n++) {
    const next = bytes[at + n]
    if (next === undefined || next < 0x80 || next > 0xbf) return 0
  }
  return sequence.length
}

/** Where the first sequence begins that is not UTF-8. */
function firstBadUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = utf8SequenceAt(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (!isUtf8(bytes)) return { kind: 'bad-byte', byte: firstBadUtf8(bytes) }
  // A byte order mark was taken off before; another one would be a character of the text.
  return { kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Where the first surrogate stands that has no partner, in units. */
function loneSurrogate(units: Uint16Array): number | undefined {
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0
    if (isLow(unit)) return at
    if (!isHigh(unit)) continue
    if (!isLow(units[at + 1] ?? 0)) return at
    at++
  }
  return undefined
}

export function decodeUtf16(bytes: Uint8Array, order: 'le' | 'be'): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units = new Uint16Array(bytes.length >> 1)
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(at * 2, order === 'le')
  const lone = loneSurrogate(units)
  if (lone !== undefined) return { kind: 'bad-byte', byte: lone * 2 }
  if (bytes.length % 2 === 1) return { kind: 'bad-byte', byte: bytes.length - 1 }
  return { kind: 'text', text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units) }
}
