import { expect } from 'vitest'
import { testBuilt } from './built-program.ts'
import { killed } from './kills.ts'

// A thousand: npm run faults.
testBuilt(
  'killed a hundred times while editing, it has every acknowledged edit and opens every time',
  400_000,
  async ({ cli, folder }) => {
    const row = await killed({ cli, folder, kills: 100, within: 100_000 })
    expect(row).toMatchObject({ lost: 0, unopened: 0 })
    // A hundred take some forty seconds; where the machine has no time for them, as many as go into two minutes.
    if (row.runs < 100) console.warn(`${row.runs} kills of 100: the machine had no time for more`)
    expect(row.runs).toBeGreaterThan(10)
    expect(row.acknowledged).toBeGreaterThan(row.runs)
  },
)
