import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { clockMoved } from './time.ts'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

// Five hundred, and programs that sleep until another takes over: npm run faults.
test.skipIf(!existsSync(cli))(
  'whatever the clock and the zone do while it edits, every acknowledged edit is there, and in its order',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-time-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const row = await clockMoved({ cli, folder, rounds: 25, seed: 4 })
    expect(row).toMatchObject({ runs: 25, lost: 0, unopened: 0 })
    expect(row.acknowledged).toBeGreaterThan(90)
  },
)
