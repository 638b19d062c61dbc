import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { allReaders } from './all-readers.ts'
import { fuzzReader } from './fuzz-reader.ts'

// The same minute by minute: npm run faults.
for (const reader of allReaders)
  test(`whatever a file of kind ${reader.id} holds, it is read or refused`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-fuzz-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const { crash } = await fuzzReader(await reader.begin(folder), {
      runs: 40,
      time: 250,
      seed: 4,
    })
    expect(crash?.error).toBeUndefined()
  })
