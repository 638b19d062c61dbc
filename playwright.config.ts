import { defineConfig } from '@playwright/test'

/** The same promises in a browser and in the app's own window; `npm test` finds both and says which it found. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // What hangs is ended; how long a busy machine may take is nobody’s promise.
  timeout: 120_000,
  workers: 2,
  fullyParallel: true,
  // On a machine of its own a spec is promised at once; where others share it, a second time is allowed and said.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.ISNAD_E2E_REPORT ?? 'test-results/report.json' }],
  ],
  projects: [
    { name: 'web', testIgnore: 'electron-*' },
    { name: 'electron', testIgnore: 'web-*' },
  ],
})
