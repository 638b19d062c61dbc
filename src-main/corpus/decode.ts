import { isAscii, isUtf8 } from 'node:buffer'
import type { Decision } from '../../annotations/api/views.ts'
import { appError } from '../app-error.ts'
import { binaryKind, firstControl } from './binary-kinds.ts'
import { declaredEncoding } from './declared-encoding.ts'
import type { Decoded } from './decoded.ts'
import { type Encoding, encodingNamed } from './encoding-names.ts'
import { guessSingleByte, guessUtf16, utf8Share, utf16Order } from './guess-encoding.ts'
import { decodeSingleByte } from './single-byte.ts'
import { decodeUtf8, decodeUtf16 } from './unicode-bytes.ts'

type Chosen = Omit<Decision, 'bom' | 'encoding'> & { encoding: Encoding }

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const markOf = (bytes: Uint8Array) =>
  marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  switch (encoding) {
    case 'utf-8':
      return decodeUtf8(bytes)
    case 'utf-16le':
      return decodeUtf16(bytes, 'le')
    case 'utf-16be':
      return decodeUtf16(bytes, 'be')
    case 'windows-1256':
    case 'iso-8859-6':
      return decodeSingleByte(bytes, encoding)
  }
}

/** What a page declares, where its bytes do not speak against it. */
function declaredAndTrue(bytes: Uint8Array): Encoding | undefined {
  const declared = declaredEncoding(bytes)
  if (declared === undefined || declared === 'auto' || declared === 'utf-16') return undefined
  if (decodeAs(bytes, declared).kind === 'bad-byte') return undefined
  // Saved again as UTF-8 with the old declaration left in: 8-bit Arabic is never whole UTF-8 by chance.
  return declared !== 'utf-8' && !isAscii(bytes) && isUtf8(bytes) ? undefined : declared
}

/** By the bytes alone: the mark, the declaration, UTF-8 that holds, then the letters. */
function decide(bytes: Uint8Array, isHtml: boolean): Chosen {
  const marked = markOf(bytes)?.[0]
  if (marked) return { encoding: marked, how: 'bom', confidence: 1 }
  const wide = guessUtf16(bytes)
  if (wide) return { ...wide, how: 'statistics' }
  const declared = isHtml ? declaredAndTrue(bytes) : undefined
  if (declared) return { encoding: declared, how: 'declared', confidence: 1 }
  if (isUtf8(bytes)) return { encoding: 'utf-8', how: 'valid-utf8', confidence: 1 }
  // UTF-8 with a byte broken in it is refused as such, not read as something it is not.
  const narrow = utf8Share(bytes) > 0.5 ? undefined : guessSingleByte(bytes)
  return narrow
    ? { ...narrow, how: 'statistics' }
    : { encoding: 'utf-8', how: 'statistics', confidence: 0 }
}

function chosenBy(bytes: Uint8Array, name: string, isHtml: boolean, file: string): Chosen {
  const choice = encodingNamed(name)
  if (choice === undefined) throw appError('unknown-encoding', { file, encoding: name })
  if (choice === 'auto') return decide(bytes, isHtml)
  if (choice !== 'utf-16') return { encoding: choice, how: 'chosen', confidence: 1 }
  const marked = markOf(bytes)?.[0]
  const order = marked && marked !== 'utf-8' ? marked : utf16Order(bytes).encoding
  return { encoding: order, how: 'chosen', confidence: 1 }
}

type Options = {
  /** Named in failures. */
  file: string
  /** As the analyst wrote it; 'auto' decides by the bytes. */
  encoding: string
  /** May the bytes declare their own encoding? */
  isHtml: boolean
}

/** A file's bytes as text. What cannot be read is refused with its place; no character stands in for it. */
export function decode(
  bytes: Uint8Array,
  { file, encoding: asked, isHtml }: Options,
): { text: string; decision: Decision } {
  if (bytes.length === 0) throw appError('empty-file', { file })
  const looksLike = binaryKind(bytes)
  if (looksLike) throw appError('not-text', { file, looksLike })
  const { encoding, how, confidence } = chosenBy(bytes, asked, isHtml, file)
  const mark = markOf(bytes)
  const bom = mark !== undefined && mark[0] === encoding
  const skipped = bom ? mark[1].length : 0
  const decoded = decodeAs(bytes.subarray(skipped), encoding)
  if (decoded.kind === 'bad-byte')
    throw appError('undecodable', { file, encoding, byte: decoded.byte + skipped })
  const control = firstControl(decoded.text)
  if (control !== undefined)
    throw appError('not-text', { file, looksLike: controlName(decoded.text.charCodeAt(control)) })
  return { text: decoded.text, decision: { encoding, bom, how, confidence } }
}

const controlName = (unit: number) =>
  unit === 0 ? 'NUL' : `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`
