import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { methods } from '../../annotations/api/contract.ts'
import { fuzzWire } from './fuzz-wire.ts'
import type { Part, Row } from './part.ts'
import { serveCli } from './served.ts'
import { smallProject } from './small-project.ts'

/** Every method of the contract, over HTTP, to the built app in a process of its own. */
export const wire: Part = {
  id: 'wire',
  async run({ cli, folder, seconds, say }) {
    const { home, project, inbox, id } = await smallProject(folder)
    // Deep enough that no chain of `..` that is tried leaves the folder.
    const cwd = join(folder, ...'abcdefgh')
    await mkdir(cwd, { recursive: true })
    const served = await serveCli(cli, project, home, cwd)
    const rows: Row[] = []
    const known = { sandbox: folder, project, inbox, id }
    // A method is not a reader: together they have as long as a few of those.
    const time = Math.ceil((seconds * 1000 * 3) / methods.length)
    const asked = { link: served.link, known, seed: Date.now() % 2 ** 31, time, patience: 15_000 }
    for await (const { method, inputs, crashes, hangs } of fuzzWire(asked)) {
      for (const what of [...crashes, ...hangs].slice(0, 5)) say(`${method}: ${what}`)
      rows.push({
        fault: `hostile call: ${method}`,
        runs: 1,
        readers: 1,
        inputs,
        crashes: crashes.length,
        hangs: hangs.length,
      })
    }
    const gone = served.child.exitCode !== null || served.child.signalCode !== null
    const notes = `server at most ${served.memory() ?? '?'} MB`
    if (served.complaints() !== '') say(served.complaints().slice(0, 4000))
    await served.close()
    const sum = (key: 'inputs' | 'crashes' | 'hangs') =>
      rows.reduce((n, row) => n + (row[key] ?? 0), 0)
    return [
      {
        fault: 'hostile calls, every method',
        runs: 1,
        readers: rows.length,
        inputs: sum('inputs'),
        crashes: sum('crashes') + (gone ? 1 : 0),
        hangs: sum('hangs'),
        notes,
      },
    ]
  },
}
