import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { codes, fullDisk, refusedAt } from './disk.ts'
import { isSound } from './part.ts'
import { powerCuts } from './power.ts'

async function folder() {
  const fast = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const made = await mkdtemp(join(fast, 'isnad-storage-'))
  onTestFinished(() => rm(made, { recursive: true, force: true, maxRetries: 5 }))
  return made
}

// A thousand kills, and longer sessions: npm run faults.
test.each(codes)(
  'with %s at any call of a save, what was acknowledged stays and saving goes on',
  async code => {
    const row = await refusedAt(await folder(), code)
    expect(row).toMatchObject({ lost: 0, unopened: 0 })
    expect(row.runs).toBeGreaterThan(5)
  },
)

test('a full disk loses nothing that was acknowledged, and saving goes on when there is room', async context => {
  const row = await fullDisk(await folder())
  if (row.runs === 0) context.skip(row.notes)
  expect(row).toMatchObject({ lost: 0, unopened: 0 })
})

test('a power cut at any moment of a session loses nothing that was acknowledged', async () => {
  const rows = await powerCuts(await folder(), 9)
  for (const row of rows) {
    expect(row.runs).toBeGreaterThan(50)
    expect(isSound(row), JSON.stringify(row)).toBe(true)
  }
})
