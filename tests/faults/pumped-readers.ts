import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { allReaders } from './all-readers.ts'
import { inThread } from './in-thread.ts'
import { keepInput } from './kept-input.ts'
import type { Limits, Part, Row } from './part.ts'

async function pump(id: string, limits: Limits): Promise<Row & { ms: number }> {
  const { ended, inputs, input } = await inThread({ reader: id, kind: 'pumped', seed: 0 }, limits)
  const row = { fault: id, runs: 1, readers: 1, inputs, crashes: 0, hangs: 0, ms: 0 }
  if (ended.kind !== 'finished') {
    limits.say(`${id}: ${ended.kind}, ${ended.why}\n  kept in ${keepInput(id, input)}`)
    const [crashes, hangs] = ended.kind === 'hung' ? [0, 1] : [1, 0]
    return { ...row, crashes, hangs }
  }
  const { crash, longest, memory } = ended.fuzzed
  const ms = longest?.ms ?? 0
  limits.say(`${id}: ${inputs} inputs, ${ms} ms at most, ${Math.ceil(memory / 2 ** 20)} MB`)
  if (longest && ms > 2000) limits.say(`  the longest is kept in ${keepInput(id, longest.input)}`)
  if (crash) limits.say(`${id}: ${crash.error}\n  kept in ${keepInput(id, crash.input)}`)
  return { ...row, crashes: crash ? 1 : 0, ms }
}

/** Every reader is given files in which one thing stands over and over, some hundred thousand bytes of it. */
export const pumpedReaders: Part = {
  id: 'pumped',
  only: allReaders.map(({ id }) => id),
  async run(limits) {
    const asked = allReaders.filter(({ id }) => limits.only?.includes(id) ?? true)
    const rows = await inParallel(asked, limits.width, ({ id }) => pump(id, limits))
    const sum = (key: 'inputs' | 'crashes' | 'hangs') =>
      rows.reduce((all, row) => all + (row[key] ?? 0), 0)
    const worst = rows.reduce((one, row) => (row.ms > one.ms ? row : one))
    return [
      {
        fault: 'files of one thing over and over, 400 KB',
        runs: 1,
        readers: rows.length,
        inputs: sum('inputs'),
        crashes: sum('crashes'),
        hangs: sum('hangs'),
        notes: `at most ${worst.ms} ms of processor time (${worst.fault})`,
      },
    ]
  },
}
