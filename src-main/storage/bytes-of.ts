import type { Piece } from '../../annotations/model/stored-format.ts'

const encoded = new WeakMap<object, Buffer>()
/** What stands between pieces, over and over. */
const punctuation = new Map<string, Buffer>()
const short = 12

function encode(piece: Piece): Buffer {
  if (typeof piece !== 'string') {
    const bytes = encoded.get(piece.of) ?? Buffer.from(piece.text())
    encoded.set(piece.of, bytes)
    return bytes
  }
  if (piece.length > short) return Buffer.from(piece)
  const bytes = punctuation.get(piece) ?? Buffer.from(piece)
  punctuation.set(piece, bytes)
  return bytes
}

/** Pieces as UTF-8; of what has been written before, the bytes are still there. */
export const bytesOf = (pieces: readonly Piece[]): Buffer => Buffer.concat(pieces.map(encode))
