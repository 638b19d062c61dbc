import type { Configuration } from 'electron-builder'

/**
 * How a package is made (`npx electron-builder`, which fetches Electron's binaries). What is in the archive is read-only
 * and checked; the sample that is copied out of it, and the script that threads are started from, lie beside it.
 */
const config: Configuration = {
  appId: 'org.isnad.app',
  productName: 'Isnad',
  directories: { output: 'dist' },
  files: ['out/**', 'package.json', '!**/*.map'],
  extraResources: [{ from: 'samples', to: 'samples' }],
  asar: true,
  asarUnpack: ['out/main/*-worker.mjs'],
  npmRebuild: false,
  // Nothing looks for a newer version by itself: that would be a request.
  publish: null,
  electronFuses: {
    // The binary is Isnad and nothing else: no Node to run other scripts with, no flags or variables that open it.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // The code is that of the archive, and the archive is the one that was packed.
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    // The page is of isnad://; file:// has nothing to do here.
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  linux: { target: ['AppImage', 'deb'], category: 'Office', executableName: 'isnad-app' },
  mac: { target: ['dmg'], category: 'public.app-category.productivity', hardenedRuntime: true },
  win: { target: ['nsis'] },
}

export default config
