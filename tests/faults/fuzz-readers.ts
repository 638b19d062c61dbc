import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { allReaders } from './all-readers.ts'
import { inThread } from './in-thread.ts'
import { keepInput } from './kept-input.ts'
import type { Limits, Part, Row } from './part.ts'

async function fuzz(id: string, limits: Limits): Promise<Row> {
  const seed = Date.now() % 2 ** 31
  const { ended, inputs, input } = await inThread({ reader: id, kind: 'random', seed }, limits)
  const row: Row = {
    fault: `hostile file: ${id}`,
    runs: 1,
    readers: 1,
    inputs,
    crashes: 0,
    hangs: 0,
  }
  if (ended.kind === 'finished') {
    const { crash, memory } = ended.fuzzed
    const most = `at most ${Math.ceil(memory / 2 ** 20)} MB`
    limits.say(`${id}: ${inputs} inputs, ${most}`)
    if (!crash) return { ...row, notes: most }
    limits.say(`${id}: ${crash.error}\n  kept in ${keepInput(id, crash.input)} (seed ${seed})`)
    return { ...row, crashes: 1, notes: crash.error.split('\n')[0] }
  }
  limits.say(`${id}: ${ended.kind}, ${ended.why}\n  kept in ${keepInput(id, input)} (seed ${seed})`)
  const hung = ended.kind === 'hung'
  return { ...row, crashes: hung ? 0 : 1, hangs: hung ? 1 : 0, notes: ended.why }
}

/** Every reader of files, each in a thread that is watched: bugs, ends, hangs, memory, polluted prototypes. */
export const fuzzReaders: Part = {
  id: 'readers',
  only: allReaders.map(({ id }) => id),
  run: limits =>
    inParallel(
      allReaders.filter(({ id }) => limits.only?.includes(id) ?? true),
      limits.width,
      ({ id }) => fuzz(id, limits),
    ),
}
