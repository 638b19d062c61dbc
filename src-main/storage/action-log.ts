import { type FileHandle, open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LogEntry } from '../../annotations/model/action.ts'
import { AppError, failureOf } from '../app-error.ts'
import { entryLine, headingLine, type ReadLog, readLines } from './log-lines.ts'
import type { ProjectPaths } from './paths.ts'
import { readWhole } from './read-whole.ts'
import { makeFolder, replaceFile } from './replace-file.ts'

/** How long a log is held open after its last line (ms): while its set is being worked on. */
const rest = 3000
/** A log longer than this (bytes) is cut to its newest half when it is opened for writing. */
const longest = 8_000_000

const nothing: ReadLog = { of: undefined, entries: [], spoiled: [], length: 0 }

/** Everything a log holds; nothing where there is none. */
export async function readLog(
  paths: ProjectPaths,
  annotator: string,
  id: string,
): Promise<ReadLog> {
  const path = paths.log(annotator, id)
  const bytes = await readWhole(path).catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw new AppError(failureOf(error, path))
  })
  return bytes ? readLines(bytes) : nothing
}

/** The newest half of the entries, whole lines, put in the log's place whole or not at all. */
async function shorten(path: string, of: { annotator: string; documentId: string }, log: ReadLog) {
  const newest = log.entries.slice(Math.floor(log.entries.length / 2))
  const lines = Buffer.from(headingLine(of) + newest.map(entryLine).join(''))
  await replaceFile(path, lines)
  return lines.byteLength
}

type Open = {
  handle: FileHandle
  ino: number
  length: number
  /** There may be bytes behind `length`, of a save that came to nothing. */
  untidy?: boolean
}

/** A log that is held open, or being opened. */
type Held = {
  open: Promise<Open>
  closing?: NodeJS.Timeout
  /** How many are at work on it. It is put away when the last is done, if it was to be meanwhile. */
  using: number
  unwanted?: boolean
}

async function tidy(log: Open): Promise<void> {
  if (!log.untidy) return
  await log.handle.truncate(log.length)
  log.untidy = false
}

const putAway = ({ open }: Held) => open.then(({ handle }) => handle.close()).catch(() => {})

/** All of the bytes: a disk that fills up takes a part and says so only when asked again. */
async function writeAt(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(
      bytes,
      done,
      bytes.byteLength - done,
      position + done,
    )
    done += bytesWritten
  }
}

/** Does the log still lie where it did, and end where it did? Another program may have written it since. */
const isAsLeft = (path: string, { ino, length }: Open) =>
  stat(path).then(
    found => found.ino === ino && found.size === length,
    () => false,
  )

/** A log to write on, whose lines are `length` bytes long. */
async function opened(path: string, length: number): Promise<Open> {
  const handle = await open(path, 'r+')
  return { handle, length, ino: (await handle.stat()).ino }
}

async function openLog(paths: ProjectPaths, annotator: string, documentId: string): Promise<Open> {
  const path = paths.log(annotator, documentId)
  const of = { annotator, documentId }
  const log = await readLog(paths, annotator, documentId)
  if (log.of && log.spoiled.length === 0 && log.length <= longest)
    return { ...(await opened(path, log.length)), untidy: true }
  if (log.of && log.spoiled.length === 0) return opened(path, await shorten(path, of, log))
  // Never written over: what it still says can be read by hand.
  if (log.spoiled.length > 0) await rename(path, `${path}.broken-${Date.now()}`)
  await makeFolder(dirname(path))
  const lines = Buffer.from(headingLine(of) + log.entries.map(entryLine).join(''))
  await replaceFile(path, lines)
  return opened(path, lines.byteLength)
}

/** The logs of a project's sets, beside which every saved action is written down before it is acknowledged. */
export function actionLog(paths: ProjectPaths) {
  const logs = new Map<string, Held>()

  /** The log as it ends now, in use: one that somebody else has written since is read again first. */
  async function current(annotator: string, id: string): Promise<{ held: Held; log: Open }> {
    const key = `${annotator}/${id}`
    const known = logs.get(key)
    if (known) {
      // In use from this very moment: who lets go of all logs meanwhile leaves it open until it was written on.
      clearTimeout(known.closing)
      known.using++
      try {
        const log = await known.open
        await tidy(log)
        if (await isAsLeft(paths.log(annotator, id), log)) return { held: known, log }
      } catch (error) {
        await done(known)
        throw error
      }
      drop(key)
      await done(known)
    }
    const held: Held = { open: openLog(paths, annotator, id), using: 1 }
    logs.set(key, held)
    try {
      const log = await held.open
      await tidy(log)
      return { held, log }
    } catch (error) {
      drop(key)
      await done(held)
      throw error
    }
  }

  async function done(held: Held): Promise<void> {
    held.using--
    if (held.using === 0 && held.unwanted) await putAway(held)
  }

  function drop(key: string): Promise<void> | undefined {
    const held = logs.get(key)
    if (!held) return undefined
    logs.delete(key)
    clearTimeout(held.closing)
    held.unwanted = true
    return held.using === 0 ? putAway(held) : undefined
  }

  /**
   * Write entries behind the others and flush them. The answer takes them out again, for a save that came to nothing;
   * where even that fails, nothing more is logged until it succeeds.
   */
  async function append(
    annotator: string,
    id: string,
    entries: readonly LogEntry[],
  ): Promise<() => Promise<void>> {
    const path = paths.log(annotator, id)
    try {
      const { held, log } = await current(annotator, id)
      const at = log.length
      const bytes = Buffer.from(entries.map(entryLine).join(''))
      const takeOut = async () => {
        const { size } = await stat(path).catch(() => ({ size: at }))
        // What stands behind is somebody else's, who took over while this program slept.
        if (size > at + bytes.byteLength) return
        log.length = at
        log.untidy = true
        await tidy(log).catch(() => {})
      }
      try {
        await writeAt(log.handle, bytes, at)
        await log.handle.datasync()
      } catch (error) {
        await takeOut()
        throw error
      } finally {
        if (!held.unwanted)
          held.closing = setTimeout(() => drop(`${annotator}/${id}`), rest).unref()
        await done(held)
      }
      log.length = at + bytes.byteLength
      return takeOut
    } catch (error) {
      throw new AppError(failureOf(error, path))
    }
  }

  const close = async () => void (await Promise.all([...logs.keys()].map(drop)))

  return { append, read: (annotator: string, id: string) => readLog(paths, annotator, id), close }
}
