import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * One build, three shells: the same dispatch behind a window, a browser and a command line. The script of the threads that
 * write exports is built beside it (scripts/build-workers.mjs).
 */
export default defineConfig({
  main: {
    build: {
      // Taken into the build as far as they are used: their many small files are half of what starting takes.
      externalizeDeps: { exclude: ['zod'] },
      // The command line runs on Node 20, whatever Electron brings.
      target: 'node20.11',
      outDir: at('out/main'),
      rollupOptions: {
        input: {
          electron: at('src-main/shells/electron.ts'),
          cli: at('src-main/shells/cli.ts'),
        },
        external: ['electron'],
      },
    },
  },
  preload: {
    build: {
      target: 'node20.11',
      outDir: at('out/preload'),
      // A sandboxed preload must be one CommonJS file.
      rollupOptions: {
        input: { preload: at('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        external: ['electron'],
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    build: {
      target: 'chrome120',
      outDir: at('out/renderer'),
      assetsInlineLimit: 0,
      rollupOptions: { input: at('src-renderer/index.html') },
    },
    plugins: [react()],
  },
})
