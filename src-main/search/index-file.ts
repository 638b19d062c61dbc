import { readFile } from 'node:fs/promises'
import { endianness } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProjectPaths } from '../storage/paths.ts'
import { replaceFile } from '../storage/replace-file.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { type WordIndex, wordIndex } from './word-index.ts'

/** Raised whenever folding, words or what is kept of them change: an older file is then made anew. */
const version = 2
const fingerprintSlots = 128

const header = z.object({
  version: z.literal(version),
  endianness: z.string(),
  terms: z.int().nonnegative(),
  /** UTF-16 units of all terms. */
  letters: z.int().nonnegative(),
  documents: z.array(
    z.object({
      id: z.string(),
      stamp: z.string(),
      title: z.string(),
      outlet: z.string().optional(),
      author: z.string().optional(),
      published: z.string().optional(),
      tokens: z.int().nonnegative(),
      printed: z.boolean(),
    }),
  ),
})

const fileOf = ({ state }: ProjectPaths) => join(state, 'search.index')

type Stored = { index: WordIndex; documents: IndexedDocument[] }

const bytesOf = (numbers: Uint16Array | Uint32Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/**
 * Length of the header (bytes, 8 digits), the header, where each term begins, the letters of all terms (an even number
 * of them), and the rows and fingerprints as numbers of four bytes.
 */
export async function writeIndex(paths: ProjectPaths, { index, documents }: Stored): Promise<void> {
  const { pool, starts } = index.terms.stored()
  const about = documents.map(({ place, fingerprint, ...rest }) => ({
    ...rest,
    tokens: index.rows[place]?.length ?? 0,
    printed: fingerprint !== undefined,
  }))
  const head = JSON.stringify({
    version,
    endianness: endianness(),
    terms: index.terms.length,
    letters: pool.length,
    documents: about,
  } satisfies z.infer<typeof header>)
  const bytes = Buffer.byteLength(head)
  // Numbers begin where four divides the place.
  const padded = head + ' '.repeat((4 - (bytes % 4)) % 4)
  async function* content() {
    yield Buffer.from(String(Buffer.byteLength(padded)).padStart(8, ' '))
    yield Buffer.from(padded)
    yield bytesOf(starts)
    yield bytesOf(pool)
    if (pool.length % 2 === 1) yield new Uint8Array(2)
    for (const { place, fingerprint } of documents) {
      const row = index.rows[place]
      if (row && row.length > 0) yield bytesOf(row)
      if (fingerprint) yield bytesOf(fingerprint)
    }
  }
  await replaceFile(fileOf(paths), joined(content()), { written: 'elsewhere-too' })
}

/** Small pieces put together, so that a row is not a write of its own. */
async function* joined(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < 1 << 20) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

/** The index as it was written; undefined where there is none of this version, or it is damaged. */
export async function readIndex(paths: ProjectPaths): Promise<Stored | undefined> {
  const bytes = await readFile(fileOf(paths)).catch(() => undefined)
  if (!bytes || bytes.length < 8) return undefined
  const length = Number(bytes.toString('latin1', 0, 8))
  if (!Number.isInteger(length) || length <= 0 || 8 + length > bytes.length) return undefined
  let head: z.infer<typeof header>
  try {
    head = header.parse(JSON.parse(bytes.toString('utf8', 8, 8 + length)))
  } catch {
    return undefined
  }
  const slots = head.documents.reduce(
    (sum, { tokens, printed }) => sum + tokens + (printed ? fingerprintSlots : 0),
    0,
  )
  const letters = head.letters + (head.letters % 2)
  const words = 8 + length + (head.terms + 1) * 4 + letters * 2
  if (head.endianness !== endianness() || words + slots * 4 !== bytes.length) return undefined
  const copied = <T extends Uint16Array | Uint32Array>(into: T, from: number): T => {
    new Uint8Array(into.buffer).set(bytes.subarray(from, from + into.byteLength))
    return into
  }
  const starts = copied(new Uint32Array(head.terms + 1), 8 + length)
  const pool = copied(new Uint16Array(letters), 8 + length + starts.byteLength)
  const numbers = copied(new Uint32Array(slots), words)
  const index = wordIndex()
  if (!index.terms.restore(pool, starts)) return undefined
  let at = 0
  const documents: IndexedDocument[] = []
  for (const { tokens, printed, ...about } of head.documents) {
    const row = numbers.subarray(at, at + tokens)
    for (const token of row) if (token >>> 4 >= head.terms) return undefined
    at += tokens
    const fingerprint = printed ? numbers.subarray(at, at + fingerprintSlots) : undefined
    at += printed ? fingerprintSlots : 0
    documents.push({ ...about, place: index.add(row), fingerprint })
  }
  return { index, documents }
}
