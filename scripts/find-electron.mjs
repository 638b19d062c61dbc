import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runProcess } from './run-process.mjs'
import { say } from './say.mjs'

const electronPackage = join(root, 'node_modules', 'electron')
/** When a download last failed: offline starts do not wait for the network every time. */
const failedAt = join(root, 'node_modules', '.isnad-electron')
const day = 24 * 60 * 60 * 1000

const program =
  {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }[process.platform] ?? 'electron'

/** Electron's binary, where one is on this machine already. */
export function findElectron({ forTests = false } = {}) {
  const folders = [
    process.env.ELECTRON_OVERRIDE_DIST_PATH,
    join(electronPackage, 'dist'),
    forTests && join(homedir(), '.cache', 'electron-runtime'),
  ]
  return folders
    .filter(Boolean)
    .map(folder => join(folder, program))
    .find(path => existsSync(path))
}

function failedLately() {
  try {
    return Date.now() - Number(readFileSync(failedAt, 'utf8')) < day
  } catch {
    return false
  }
}

/** Electron's binary, fetched by its own installer if need be; undefined where it cannot be had. */
export async function findOrFetchElectron() {
  const found = findElectron()
  if (found || failedLately() || !existsSync(electronPackage)) return found
  say({
    ar: 'يُجلب Electron (مرة واحدة، نحو ١٠٠ ميغابايت)…',
    en: 'Fetching Electron (once; about 100 MB)…',
  })
  await runProcess(process.execPath, [join(electronPackage, 'install.js')], {
    quiet: true,
    timeout: 10 * 60 * 1000,
  })
  const fetched = findElectron()
  if (!fetched) writeFileSync(failedAt, String(Date.now()))
  return fetched
}
