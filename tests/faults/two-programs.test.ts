import { expect } from 'vitest'
import { testBuilt } from './built-program.ts'
import { interleaved } from './two-programs.ts'

// Three thousand: npm run faults.
testBuilt(
  'three programs on one folder lose nothing of each other’s, in whatever order they save, let go and die',
  120_000,
  async ({ cli, folder }) => {
    const row = await interleaved({ cli, folder, rounds: 60, seed: 4, kill: 30 })
    expect(row).toMatchObject({ runs: 60, lost: 0, unopened: 0 })
    expect(row.acknowledged).toBeGreaterThan(20)
  },
)
