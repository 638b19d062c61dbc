import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { large } from './large.ts'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

// Twenty thousand documents: npm run faults.
test.skipIf(!existsSync(cli))(
  'an import, an index, a bulk save and an export that are killed lose nothing, and are whole when done again',
  { timeout: 120_000 },
  async () => {
    const fast = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
    const folder = await mkdtemp(join(fast, 'isnad-large-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    for (const row of await large({ cli, folder, documents: 150, kills: 1 }))
      expect(row).toMatchObject({ runs: 1, lost: 0, unopened: 0 })
  },
)
