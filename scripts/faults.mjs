// npm run faults [-- PART...] [--seconds 60] [--kills 1000] [--rounds 3000] [--documents 20000] [--width 2]: what is done to the app to break it, as one table; kept in docs/reliability.md.
//
// A part is a module `tests/faults/<part>.ts` that exports a `Part` (tests/faults/part.ts): an id and a `run` that
// returns rows of the table. To add one, write the module and put it into the list of tests/faults/parts.ts. A part is
// bundled with the app's own sources and runs in this process; one that needs a process to kill starts the built command
// line (`limits.cli`), and one that needs a thread names its script below. What a part does in CI, bounded, is a test
// beside it (`<part>.test.ts`).
//
// Parts can be run one by one, and of the readers single ones (`npm run faults -- readers:html,docx`): the page is
// written after each part, and rows that are not run now stay in it as they were, with their own dates. An input that
// broke a reader is kept in the folder for temporary files; `npm run faults -- again FILE...` reads it again.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'

const here = join(root, 'tests', 'faults')
// Of its own, so that parts can be run beside each other.
const outDir = join(root, 'node_modules', '.cache', 'isnad-faults', String(process.pid))

/** Every script of the faults in a file that this Node can run, the app's own sources inside. */
async function bundle() {
  const { build: bundled } = await import('vite')
  await bundled({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: { faults: join(here, 'faults.ts'), 'fuzz-thread': join(here, 'fuzz-thread.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
}

await install()
await build()
await bundle()
const { faults } = await import(pathToFileURL(join(outDir, 'faults.mjs')).href)
try {
  process.exitCode = await faults({ root, scripts: outDir, argv: process.argv.slice(2) })
} finally {
  rmSync(outDir, { recursive: true, force: true })
}
// Projects that were opened here are still watched: nobody waits for that.
process.exit()
