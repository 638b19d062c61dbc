import { createReadStream } from 'node:fs'
import { AppError, appError, failureOf } from '../app-error.ts'

/** The longest line that is read, in bytes; JavaScript's strings end not far above. */
const longest = 256 * 1024 * 1024

type Line = {
  bytes: Buffer
  /** The last line of a file may be without its line end. */
  ended: boolean
}

/** The lines of a file as bytes, without their line ends, in memory one at a time. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let held = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const bytes = chunk as Buffer
      let from = 0
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
        yield { bytes: Buffer.concat([...parts, bytes.subarray(from, at)]), ended: true }
        parts = []
        held = 0
        from = at + 1
      }
      parts.push(bytes.subarray(from))
      held += bytes.length - from
      if (held > longest)
        throw appError('too-large', { file: path, megabytes: held >> 20, limit: longest >> 20 })
    }
  } catch (error) {
    throw new AppError(failureOf(error, path))
  }
  if (held > 0) yield { bytes: Buffer.concat(parts), ended: false }
}
