import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl'
import { xmlDepth } from '../../annotations/formats/exchange/xml-depth.ts'
import { appError } from '../app-error.ts'

/** Bytes and pieces that an archive of one article may unpack to; a long report is some megabytes. */
const most = { bytes: 64 * 1024 * 1024, entries: 5000 }

const open = promisify<Buffer, Options, ZipFile>(fromBuffer)

/** Bit 0 of a piece's flags (APPNOTE.TXT, 4.4.4). */
const isEncrypted = ({ generalPurposeBitFlag }: Entry) => (generalPurposeBitFlag & 1) === 1

/** How many elements may stand one in another: what reads them further on takes time by the square of it. */
const deepest = 500

/** Is told the pieces of an XML file in turn, and throws where it nests too deeply. */
function depthGuard(file: string): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder()
  const depthAfter = xmlDepth()
  return chunk => {
    if (depthAfter(decoder.decode(chunk, { stream: true })) > deepest)
      throw appError('damaged-file', { file, detail: `elements more than ${deepest} deep` })
  }
}

async function sizeOf(
  stream: Readable,
  left: number,
  guard: ((chunk: Uint8Array) => void) | undefined,
): Promise<number> {
  let size = 0
  for await (const chunk of stream) {
    guard?.(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > left) {
      stream.destroy()
      return size
    }
  }
  return size
}

/**
 * The names of what is in an archive, after every piece has been unpacked once to nowhere: what would unpack to more
 * than it may, whatever it says of itself, is refused before a library is given it.
 */
export async function unpackChecked(file: string, bytes: Uint8Array): Promise<string[]> {
  const tooLarge = () => appError('unpacks-too-large', { file, limit: most.bytes / (1024 * 1024) })
  const names: string[] = []
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
          const guard = entry.fileName.endsWith('.xml') ? depthGuard(file) : undefined
          if (!entry.fileName.endsWith('/'))
            left -= await sizeOf(await openStream(entry), left, guard)
          if (left < 0) throw tooLarge()
          names.push(entry.fileName)
        }
        check().then(() => zip.readEntry(), reject)
      })
      zip.readEntry()
    })
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error
    throw appError('damaged-file', { file, detail: (error as Error).message })
  }
  return names
}
