import { mkdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { createStream } from 'rotating-file-stream'

/** What a line may say: codes, names of methods, counts and times; no paths and nothing of a document. */
export type LogFields = Record<string, string | number | boolean | readonly string[] | undefined>
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type Log = {
  write(level: LogLevel, event: string, fields?: LogFields): void
  /** The newest lines, oldest first, as far as they are on the disk. */
  last(lines: number): Promise<string[]>
  close(): Promise<void>
}

const levels: readonly string[] = ['debug', 'info', 'warn', 'error']
const ours = { files: 0o600, folder: 0o700 }

const logFolder = (userData: string) => join(userData, 'logs')

type Logging = {
  userData: string
  /** Each shell has a file of its own: two that rotate one file would lose lines. */
  shell: string
  /** ISNAD_LOG: how much is written; `info` where it names no level. */
  level?: string | undefined
  /** Of one file; three older ones are kept. */
  size?: `${number}${'B' | 'K' | 'M'}`
}

/** The log, or none: a folder of the user's that cannot be written keeps nobody from working. */
export function tryLog(logging: Logging): Log | undefined {
  try {
    return openLog(logging)
  } catch {
    return undefined
  }
}

/** A local log that nothing sends anywhere. A disk that takes no more costs lines of it, and nothing else. */
export function openLog({ userData, shell, level, size = '1M' }: Logging): Log {
  const folder = logFolder(userData)
  const name = `isnad-${shell}.log`
  mkdirSync(folder, { recursive: true, mode: ours.folder })
  const file = createStream(name, { path: folder, size, rotate: 3, mode: ours.files })
  file.on('error', () => {})
  const to = pino(
    {
      level: level && levels.includes(level) ? level : 'info',
      // Not the process and not the machine, which pino puts into every line by itself.
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
    },
    file,
  )

  async function last(lines: number): Promise<string[]> {
    const names = await readdir(folder).catch((): string[] => [])
    const older = [3, 2, 1].map(n => `${name}.${n}`).filter(one => names.includes(one))
    const texts = await Promise.all(
      [...older, name].map(one => readFile(join(folder, one), 'utf8').catch(() => '')),
    )
    return texts
      .join('')
      .split('\n')
      .filter(line => line !== '')
      .slice(-lines)
  }

  return {
    write: (level, event, fields = {}) => to[level]({ ...fields, event }),
    last,
    close: () => new Promise(resolve => file.end(() => resolve())),
  }
}
