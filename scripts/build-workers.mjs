import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.mjs'

/** The scripts that threads are started from, by the name of the file they become. */
const workers = {
  'export-worker': 'src-main/export/export-worker.ts',
  'agreement-worker': 'src-main/agreement/agreement-worker.ts',
  'across-worker': 'src-main/across/across-worker.ts',
  'search-worker': 'src-main/search/search-worker.ts',
  'watch-worker': 'src-main/watch/watch-worker.ts',
}

/**
 * Each in one file with all it needs: a package puts them outside of its archive, where they find neither our other files
 * nor any package. As .mjs, since no package.json says there what they are.
 */
for (const [name, source] of Object.entries(workers))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, source),
      outDir: join(root, 'out', 'main'),
      emptyOutDir: false,
      target: 'node20.11',
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  })
