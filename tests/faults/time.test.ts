import { expect } from 'vitest'
import { testBuilt } from './built-program.ts'
import { clockMoved } from './time.ts'

// Five hundred, and programs that sleep until another takes over: npm run faults.
testBuilt(
  'whatever the clock and the zone do while it edits, every acknowledged edit is there, and in its order',
  120_000,
  async ({ cli, folder }) => {
    const row = await clockMoved({ cli, folder, rounds: 25, seed: 4 })
    expect(row).toMatchObject({ runs: 25, lost: 0, unopened: 0 })
    expect(row.acknowledged).toBeGreaterThan(90)
  },
)
