import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { onPath, runNpm, runProcess } from './run-process.mjs'
import { say } from './say.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

const { ProgramFiles, 'ProgramFiles(x86)': ProgramFilesX86, LOCALAPPDATA } = process.env
const installed = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [ProgramFiles, ProgramFilesX86, LOCALAPPDATA]
    .filter(Boolean)
    .flatMap(folder => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
}

/** A name on the path may be a stub that only tells how to install the real one. */
async function runs(path) {
  if (process.platform === 'win32') return existsSync(path)
  const { code } = await runProcess(path, ['--version'], { quiet: true, timeout: 15_000 })
  return code === 0
}

/** The one Playwright downloaded for itself, if someone let it. */
async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function found() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  for (const path of installed[process.platform] ?? []) if (existsSync(path)) return path
  if (process.platform === 'linux')
    for (const name of names) {
      const path = await onPath(name)
      if (path && (await runs(path))) return path
    }
  return ofPlaywright()
}

async function fromDebian() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  say({ ar: 'يُثبَّت Chromium بـ apt-get…', en: 'Installing Chromium with apt-get…' })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runProcess('apt-get', ['update', '-q'], { quiet: true, env })
  const args = ['install', '-y', '--no-install-recommends', 'chromium']
  await runProcess('apt-get', args, { quiet: true, env })
  const path = await onPath('chromium')
  return path && (await runs(path)) ? path : undefined
}

/** A Chromium that comes as a package; for Linux alone. */
async function fromNpm() {
  if (process.platform !== 'linux') return
  const folder = join(root, 'node_modules', '.cache', 'isnad-chromium')
  say({ ar: 'يُجلب Chromium بـ npm…', en: 'Fetching Chromium with npm…' })
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
  await runNpm(['install', ...options, '@sparticuz/chromium@147.0.0'], { quiet: true, cwd: root })
  try {
    const entry = createRequire(join(folder, 'here.js')).resolve('@sparticuz/chromium')
    const { default: packed } = await import(pathToFileURL(entry).href)
    const path = await packed.executablePath()
    return (await runs(path)) ? path : undefined
  } catch {
    return undefined
  }
}

/** A Chromium to test in: one that is there, or one that can be had; undefined where neither. */
export async function findChromium() {
  return (await found()) ?? (await fromDebian()) ?? (await fromNpm())
}
