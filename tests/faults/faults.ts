import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { again } from './again.ts'
import { isSound, type Row } from './part.ts'
import { parts } from './parts.ts'
import { type Done, printed, writeReport } from './report.ts'

/** Files that are written thousands of times need no disk under them; what is about disks brings its own. */
const fast = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

type Asked = { root: string; scripts: string; argv: string[] }

/** What is asked for: parts by name, and of some of them single things, as in `readers:html,docx`. */
function chosen(words: readonly string[]): Map<string, string[] | undefined> | string {
  const asked = new Map<string, string[] | undefined>()
  for (const word of words) {
    const [id = '', things] = word.split(/:(.*)/)
    const only = things?.split(',')
    const part = parts.find(part => part.id === id)
    const unknown = only?.find(one => !part?.only?.includes(one))
    if (!part || unknown !== undefined)
      return `${word}? One of ${unknown === undefined ? parts.map(({ id }) => id).join(', ') : (part?.only ?? []).join(', ')}`
    asked.set(id, only)
  }
  return words.length > 0 ? asked : new Map(parts.map(({ id }) => [id, undefined]))
}

/** A moment, starred where others are at work meanwhile. */
const now = (busy: boolean) =>
  new Date().toISOString().slice(0, 16).replace('T', ' ') + (busy ? ' *' : '')

/** Run the parts that are asked for, all by default; the exit code says whether every one held. */
export async function faults({ root, scripts, argv }: Asked): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      seconds: { type: 'string', default: '60' },
      kills: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3000' },
      documents: { type: 'string', default: '20000' },
      width: { type: 'string', default: String(availableParallelism()) },
    },
    allowPositionals: true,
  })
  if (positionals[0] === 'again') return again(positionals.slice(1))
  const asked = chosen(positionals)
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const done: Done = new Map()
  // What others make of the machine while this runs is said beside each row.
  const busy = (loadavg()[0] ?? 0) > 0.7
  const rows: Row[] = []
  for (const part of parts) {
    if (!asked.has(part.id)) continue
    const only = asked.get(part.id)
    const folder = await mkdtemp(join(fast, `isnad-faults-${part.id}-`))
    try {
      const found = await part.run({
        root,
        scripts,
        cli: join(root, 'out', 'main', 'cli.js'),
        seconds: Number(values.seconds),
        kills: Number(values.kills),
        rounds: Number(values.rounds),
        documents: Number(values.documents),
        width: Number(values.width),
        only,
        folder,
        say: line => console.log(`${part.id}: ${line}`),
      })
      done.set(part.id, { rows: found, whole: only === undefined, when: now(busy) })
      rows.push(...found)
      // After each, so that what was found is not lost with what comes later.
      writeReport(join(root, 'docs', 'reliability.md'), done)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    }
  }
  console.log(printed(rows))
  return rows.every(isSound) ? 0 : 1
}
