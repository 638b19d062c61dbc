import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.mjs'

/**
 * The script that threads write exports by, in one file with all it needs: a package puts it outside of its archive,
 * where it finds neither our other files nor any package. As .mjs, since no package.json says there what it is.
 */
await build({
  configFile: false,
  root,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'src-main', 'export', 'export-worker.ts'),
    outDir: join(root, 'out', 'main'),
    emptyOutDir: false,
    target: 'node20.11',
    rollupOptions: { output: { entryFileNames: 'export-worker.mjs', codeSplitting: false } },
  },
})
