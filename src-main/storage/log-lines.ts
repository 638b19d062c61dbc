import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type LogEntry, logEntry } from '../../annotations/model/action.ts'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'

/** The first line of a log: which set it is of. */
const heading = z.strictObject({ format: z.literal('isnad-log/1'), documentId, annotator })
export type LogHeading = z.infer<typeof heading>

const digits = 8
const tail = /,"sum":"([0-9a-f]{8})"\}$/

/** The first eight hexadecimal digits of the SHA-256 of what stands before: a torn or spoiled line is known by it. */
export const sumOf = (body: string) =>
  createHash('sha256').update(body).digest('hex').slice(0, digits)

function lineOf(value: LogHeading | LogEntry): string {
  const body = JSON.stringify(value).slice(0, -1)
  return `${body},"sum":"${sumOf(body)}"}\n`
}

export const headingLine = (of: Omit<LogHeading, 'format'>) =>
  lineOf({ format: 'isnad-log/1', documentId: of.documentId, annotator: of.annotator })
export const entryLine = (entry: LogEntry) => lineOf(entry)

/** What a line says, if its sum is right; undefined for a spoiled one. */
function read<T>(line: string, schema: z.ZodType<T>): T | undefined {
  const found = tail.exec(line)
  if (!found) return undefined
  const body = line.slice(0, found.index)
  if (sumOf(body) !== found[1]) return undefined
  try {
    const parsed = schema.safeParse(JSON.parse(`${body}}`))
    return parsed.success ? parsed.data : undefined
  } catch {
    // The sum is right and yet it is no JSON: somebody made it so.
    return undefined
  }
}

/** `length`: UTF-8 bytes up to where the next line belongs; what lies behind is a line that was never finished. */
export type ReadLog = {
  of: LogHeading | undefined
  entries: LogEntry[]
  /** Lines (from 1) that are whole and yet not what was written. */
  spoiled: number[]
  length: number
}

/**
 * A log from its bytes. A write cut short leaves a last line without its end, or (sectors written out of order) one whose
 * sum is wrong: it was never acknowledged and is dropped. A spoiled line before the last is named.
 */
export function readLines(bytes: Buffer): ReadLog {
  const end = bytes.lastIndexOf(0x0a) + 1
  const lines =
    end === 0
      ? []
      : bytes
          .subarray(0, end - 1)
          .toString('utf8')
          .split('\n')
  const entries: LogEntry[] = []
  const spoiled: number[] = []
  let length = end
  const [first, ...rest] = lines
  const of = first === undefined ? undefined : read(first, heading)
  if (first !== undefined && !of) spoiled.push(1)
  rest.forEach((line, at) => {
    const entry = read(line, logEntry)
    if (entry) entries.push(entry)
    else if (at < rest.length - 1) spoiled.push(at + 2)
    else length -= Buffer.byteLength(line) + 1
  })
  return { of, entries, spoiled, length }
}
