import { arch, release } from 'node:os'
import { type CrashReport, crashReports } from './crash-reports.ts'
import type { Log, LogFields, LogLevel } from './log.ts'
import { type Known, knownHere, scrub } from './scrub.ts'

type About = {
  version: string
  shell: 'electron' | 'web' | 'cli'
  userData: string
  /** Where the program itself lies. */
  root: string
  now: () => Date
  /** None for a command line: it ends before a log would be of use. Its faults are on the terminal and in a report. */
  log?: Log | undefined
}

export type Diagnostics = ReturnType<typeof diagnosticsOf>

const mega = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
const runtimes = ['node', 'electron', 'chrome', 'v8', 'icu'] as const

/** A line of the log as a person reads it. */
function plainly(line: string): string {
  try {
    const { time, level, event, ...fields } = JSON.parse(line) as Record<string, unknown>
    const said = Object.entries(fields).map(([name, value]) => `${name}=${value}`)
    return [time, level, event, ...said].join(' ')
  } catch {
    // A line that a full disk cut off.
    return ''
  }
}

/** What is known of how the program does on this machine: its log, its faults, itself. All of it stays here. */
export function diagnosticsOf({ version, shell, userData, root, now, log }: About) {
  const known: Known = knownHere([
    [userData, '<data>'],
    [root, '<app>'],
  ])
  const reports = crashReports(userData, now)
  const write = (level: LogLevel, event: string, fields?: LogFields) =>
    log?.write(level, event, fields)

  function itself(): string[] {
    const versions = runtimes.flatMap(name => {
      const found = process.versions[name]
      return found ? [`${name} ${found}`] : []
    })
    const { rss, heapUsed } = process.memoryUsage()
    return [
      `Isnad ${version}, ${shell}`,
      `${process.platform} ${release()} ${arch()}, ${versions.join(', ')}`,
      `memory ${mega(rss)} (heap ${mega(heapUsed)}), running for ${Math.round(process.uptime())} s`,
    ]
  }

  /** A fault of the program: into the log, and into a report of its own. Answers the report's name. */
  function fault(where: string, error: unknown): string | undefined {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const clean = scrub(stack.slice(0, 20_000), known)
    write('error', 'fault', { where: scrub(where, known), stack: clean })
    return reports.write(
      `${itself().slice(0, 2).join('\n')}\nin ${scrub(where, known)}\n\n${clean}\n`,
    )
  }

  /** How a call went: its name and time, and of a failure the code alone, whose params name files. */
  function called(method: string, milliseconds: number, failure?: { code: string }) {
    const fields = { method, ms: Math.round(milliseconds), code: failure?.code }
    write(failure ? 'warn' : 'debug', 'call', fields)
  }

  async function text(facts: readonly string[]): Promise<string> {
    const lines = (await log?.last(200)) ?? []
    const found = await reports.all()
    return [
      ...itself(),
      ...facts.map(fact => scrub(fact, known)),
      `crash reports: ${found.length}`,
      '',
      ...lines.map(line => scrub(plainly(line), known)),
      '',
    ].join('\n')
  }

  return {
    write,
    fault,
    called,
    text,
    reports: (): Promise<CrashReport[]> => reports.all(),
    removeReport: reports.remove,
    close: async () => log?.close(),
  }
}
