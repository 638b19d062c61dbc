import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { failureOf } from '../../src-main/app-error.ts'
import { allReaders } from './all-readers.ts'
import { readerOf } from './kept-input.ts'

/** Inputs that once broke a reader, read again: how each is answered, and what it costs in processor time. */
export async function again(files: readonly string[]): Promise<number> {
  let bad = 0
  for (const file of files) {
    const id = readerOf(file)
    const reader = allReaders.find(one => one.id === id)
    if (!reader) {
      console.error(`${file}: of which reader? isnad-fuzz-<reader>-<number>.bin`)
      return 2
    }
    const folder = await mkdtemp(join(tmpdir(), 'isnad-again-'))
    const { read } = await reader.begin(folder)
    const before = process.cpuUsage()
    let answer = 'answered'
    try {
      await read(await readFile(file))
    } catch (error) {
      const { code } = failureOf(error)
      if (code === 'internal') bad++
      answer = code === 'internal' ? String((error as Error).stack) : code
    }
    const { user, system } = process.cpuUsage(before)
    const ms = Math.round((user + system) / 1000)
    console.log(`${id}: ${ms} ms of processor time, ${answer} (${basename(file)})`)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return bad === 0 ? 0 : 1
}
