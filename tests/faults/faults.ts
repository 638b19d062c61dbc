import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isSound, type Row } from './part.ts'
import { parts } from './parts.ts'
import { printed, writeReport } from './report.ts'

/** Files that are written thousands of times need no disk under them; what is about disks brings its own. */
const fast = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

type Asked = { root: string; scripts: string; argv: string[] }

/** Run the parts that are asked for, all by default; the exit code says whether every one held. */
export async function faults({ root, scripts, argv }: Asked): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      seconds: { type: 'string', default: '60' },
      kills: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3000' },
      documents: { type: 'string', default: '20000' },
    },
    allowPositionals: true,
  })
  const unknown = positionals.find(id => parts.every(part => part.id !== id))
  if (unknown !== undefined) {
    console.error(`npm run faults -- [${parts.map(({ id }) => id).join('|')}]: ${unknown}?`)
    return 2
  }
  const done = new Map<string, Row[]>()
  for (const part of parts) {
    if (positionals.length > 0 && !positionals.includes(part.id)) continue
    const folder = await mkdtemp(join(fast, `isnad-faults-${part.id}-`))
    try {
      const rows = await part.run({
        root,
        scripts,
        cli: join(root, 'out', 'main', 'cli.js'),
        seconds: Number(values.seconds),
        kills: Number(values.kills),
        rounds: Number(values.rounds),
        documents: Number(values.documents),
        folder,
        say: line => console.log(`${part.id}: ${line}`),
      })
      done.set(part.id, rows)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    }
  }
  console.log(printed([...done.values()].flat()))
  writeReport(join(root, 'docs', 'reliability.md'), done)
  return [...done.values()].flat().every(isSound) ? 0 : 1
}
