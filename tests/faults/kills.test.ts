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
    const row = await killed({ cli, folder, kills: 100 })
    expect(row).toMatchObject({ runs: 100, lost: 0, unopened: 0 })
    expect(row.acknowledged).toBeGreaterThan(100)
  },
)
