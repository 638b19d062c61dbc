import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { interleaved } from './two-programs.ts'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

// Three thousand: npm run faults.
test.skipIf(!existsSync(cli))(
  'three programs on one folder lose nothing of each other’s, in whatever order they save, let go and die',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-programs-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const row = await interleaved({ cli, folder, rounds: 60, seed: 4, kill: 30 })
    expect(row).toMatchObject({ runs: 60, lost: 0, unopened: 0 })
    expect(row.acknowledged).toBeGreaterThan(20)
  },
)
