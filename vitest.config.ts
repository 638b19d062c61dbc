import { defineConfig } from 'vitest/config'

const apart = ['tests/e2e/**', 'tests/bench/**', 'node_modules/**']

export default defineConfig({
  test: {
    setupFiles: ['tests/laws.ts'],
    // What hangs is ended; how long a busy machine may take is nobody’s promise.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One less than there are, which is the default, would leave half of a machine of two idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/{annotations,renderer,house}/**/*.test.{ts,tsx}'],
          // Nothing here changes what another file sees: the sources are loaded once and not for every file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'main',
          globalSetup: ['tests/build-program.mjs'],
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...apart, 'tests/{annotations,renderer,house}/**'],
        },
      },
    ],
  },
})
