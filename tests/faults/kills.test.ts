import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { killed } from './kills.ts'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

// A thousand: npm run faults.
test.skipIf(!existsSync(cli))(
  'killed a hundred times while editing, it has every acknowledged edit and opens every time',
  { timeout: 400_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-kills-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const row = await killed({ cli, folder, kills: 100, within: 100_000 })
    expect(row).toMatchObject({ lost: 0, unopened: 0 })
    // A hundred take some forty seconds; where the machine has no time for them, as many as go into two minutes.
    if (row.runs < 100) console.warn(`${row.runs} kills of 100: the machine had no time for more`)
    expect(row.runs).toBeGreaterThan(10)
    expect(row.acknowledged).toBeGreaterThan(row.runs)
  },
)
