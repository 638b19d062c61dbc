import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { commandLines } from './command-lines.ts'
import type { Part } from './part.ts'
import { smallProject } from './small-project.ts'

const commands = [
  'init',
  'import',
  'export',
  'check',
  'help',
  'nothing',
  '',
  '__proto__',
  'constructor',
]
/** Milliseconds; a start alone takes a tenth of a second on a machine that has nothing else to do. */
const patience = 20_000

/** The built command line, started with hostile words: it ends in time, with 0, 1 or 2, and with no fault. */
export const commandLine: Part = {
  id: 'command-line',
  async run({ cli, folder, seconds, say }) {
    const { home, project, inbox } = await smallProject(folder)
    const cwd = join(folder, ...'abcdefgh')
    await mkdir(cwd, { recursive: true })
    let inputs = 0
    let crashes = 0
    let hangs = 0
    const env = { ...process.env, ISNAD_HOME: home, ISNAD_LANG: 'en' }
    const start = (argv: string[]) =>
      new Promise<void>(resolve => {
        execFile(
          process.execPath,
          [cli, ...argv],
          { cwd, env, timeout: patience, maxBuffer: 1 << 26 },
          (error, _out, err) => {
            const code = error ? error.code : 0
            const faulty = ![0, 1, 2].includes(code as number) || /a fault in|^ {4}at /m.test(err)
            if (error?.killed) hangs++
            else if (faulty) crashes++
            if (faulty) say(`${JSON.stringify(argv).slice(0, 400)}: ${code} ${err.slice(0, 600)}`)
            resolve()
          },
        )
      })
    const words = [project, inbox, join(folder, 'out.jsonl'), 'isnad', 'auto', 'new']
    const started = fc.asyncProperty(commandLines(commands, folder, words), async line => {
      // What the system itself refuses is not tried: NUL, and more than its own limit.
      const argv = line.map(word => word.replaceAll('\0', '').slice(0, 50_000))
      inputs++
      await start(argv)
    })
    await fc.assert(started, {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: seconds * 1000,
      markInterruptAsFailure: false,
    })
    return [{ fault: 'hostile command lines', runs: 1, readers: 1, inputs, crashes, hangs }]
  },
}
