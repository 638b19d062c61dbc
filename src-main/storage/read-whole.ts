import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { appError } from '../app-error.ts'

/** Bytes; JavaScript's strings end not far above, and no file of ours comes near. */
const largest = 256 * 1024 * 1024
const mega = 1024 * 1024

// Neither is there on Windows. A pipe that nobody writes to would otherwise be waited for without end.
const unblocked = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const unlinked = unblocked | (constants.O_NOFOLLOW ?? 0)

function refuse(path: string, found: Stats): void {
  if (found.isDirectory()) throw appError('is-a-folder', { file: path })
  if (!found.isFile()) throw appError('io', { file: path, detail: 'not a regular file' })
  if (found.size > largest)
    throw appError('too-large', {
      file: path,
      megabytes: Math.ceil(found.size / mega),
      limit: largest / mega,
    })
}

/**
 * The bytes of a regular file. A project may come from anyone, so what is in it is not taken at its word: links out of
 * it, devices, pipes and files beyond all measure are refused. `follow` is for files that the user has named herself.
 */
export async function readWhole(
  path: string,
  links: 'refuse' | 'follow' = 'refuse',
): Promise<Buffer> {
  const handle = await open(path, links === 'follow' ? unblocked : unlinked).catch(error => {
    throw error.code === 'ELOOP' ? appError('link-in-project', { file: path }) : error
  })
  try {
    const found = await handle.stat()
    refuse(path, found)
    return await readAll(handle, found.size)
  } finally {
    // Windows replaces no file that is open; elsewhere nobody waits for one that was only read to be closed.
    const closing = handle.close()
    if (process.platform === 'win32') await closing
    else closing.catch(() => {})
  }
}

/** In one request where the file is as long as it was said to be: `readFile` makes one of each half megabyte. */
async function readAll(handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(size + 1)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null)
    length += bytesRead
    // More was asked for than it was said to hold, and there was no more.
    if (bytesRead === 0 || length === size) return bytes.subarray(0, length)
  }
  // It has grown meanwhile.
  return Buffer.concat([bytes, await handle.readFile()])
}

/** The same while one waits, and nobody else: for a thread of its own, where it takes a fifth of the time. */
export function readWholeNow(path: string): Buffer {
  const file = openSync(path, unlinked)
  try {
    refuse(path, fstatSync(file))
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}
