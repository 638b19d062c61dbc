import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl'
import { xmlGuard } from '../../annotations/formats/exchange/xml-guard.ts'
import { appError } from '../app-error.ts'

/** Bytes and pieces that an archive of one article may unpack to; a long report is some megabytes. */
const most = { bytes: 64 * 1024 * 1024, entries: 5000 }

const open = promisify<Buffer, Options, ZipFile>(fromBuffer)

/** Bit 0 of a piece's flags (APPNOTE.TXT, 4.4.4). */
const isEncrypted = ({ generalPurposeBitFlag }: Entry) => (generalPurposeBitFlag & 1) === 1

/** Parts of a document that are read as XML, by their names; a part of another name is not, unless it is pointed to. */
const isXml = (name: string) => /\.(?:xml|rels)$/i.test(name)

/** Kinds of parts that are read as XML whatever they are called: the document says where they are. */
const readAsXml = /\/(?:officeDocument|styles|numbering|footnotes|endnotes|comments)$/

/** The last names of the parts that a file of relationships says are to be read as XML. */
function pointedTo(relationships: string): string[] {
  return [...relationships.matchAll(/<[^<>]*\bRelationship\b[^<>]*>/g)].flatMap(([tag]) => {
    const of = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*["']([^"'<>]*)["']`).exec(tag)?.[1] ?? ''
    return readAsXml.test(of('Type')) ? [of('Target').split('/').at(-1) ?? ''] : []
  })
}

type Looked = { size: number; text: string; wrong: string | undefined }
/** Characters of a part that are kept to be looked at: of a file of relationships all there are. */
const mostKept = 1_000_000

/** A part read to its end, of what is left to unpack: its size, how it begins, and what is wrong with it as XML. */
async function look(stream: Readable, left: number): Promise<Looked> {
  const guard = xmlGuard()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of stream) {
    const piece = decoder.decode(chunk as Uint8Array, { stream: true })
    guard.piece(piece)
    if (text.length < mostKept) text += piece
    size += (chunk as Uint8Array).length
    if (size > left) {
      stream.destroy()
      break
    }
  }
  return { size, text, wrong: guard.end() }
}

/**
 * The names of what is in an archive, after every piece has been unpacked once to nowhere: what would unpack to more
 * than it may, whatever it says of itself, is refused before a library is given it.
 */
export async function unpackChecked(file: string, bytes: Uint8Array): Promise<string[]> {
  const tooLarge = () => appError('unpacks-too-large', { file, limit: most.bytes / (1024 * 1024) })
  const unsound = (part: string, wrong: string) =>
    appError('damaged-file', { file, detail: `${part}: ${wrong}` })
  const names: string[] = []
  const noXml = new Map<string, string>()
  const read: string[] = []
  let left = most.bytes
  try {
    const zip = await open(Buffer.from(bytes), { lazyEntries: true })
    if (zip.entryCount > most.entries) throw tooLarge()
    const openStream = promisify<Entry, Readable>(zip.openReadStream.bind(zip))
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject)
      zip.on('end', resolve)
      zip.on('entry', (entry: Entry) => {
        const check = async () => {
          if (isEncrypted(entry)) throw appError('encrypted-file', { file })
          if (entry.uncompressedSize > left) throw tooLarge()
          if (!entry.fileName.endsWith('/')) {
            const { size, text, wrong } = await look(await openStream(entry), left)
            left -= size
            if (left < 0) throw tooLarge()
            if (wrong !== undefined && isXml(entry.fileName)) throw unsound(entry.fileName, wrong)
            if (wrong !== undefined) noXml.set(entry.fileName.split('/').at(-1) ?? '', wrong)
            if (entry.fileName.endsWith('.rels')) read.push(...pointedTo(text))
          }
          names.push(entry.fileName)
        }
        check().then(() => zip.readEntry(), reject)
      })
      zip.readEntry()
    })
    for (const name of read) {
      const wrong = noXml.get(name)
      if (wrong !== undefined) throw unsound(name, wrong)
    }
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error
    throw appError('damaged-file', { file, detail: (error as Error).message })
  }
  return names
}
