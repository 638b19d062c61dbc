// npm start [-- DIR]: Isnad in its own window, or in the browser where there can be no window.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from './build.mjs'
import { findOrFetchElectron } from './find-electron.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { say, word } from './say.mjs'

const linux = process.platform === 'linux'
const display = !linux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
/** npm starts scripts in the repository; a path is meant from where the analyst stands. */
const asked = process.argv.slice(2).find(word => !word.startsWith('-'))
const folder = asked && resolve(process.env.INIT_CWD ?? process.cwd(), asked)

/** Chromium's own remarks about buses and graphics; they mean nothing to an analyst. */
const noise = /^\[\d+:\d+\/\d+\.\d+:(ERROR|WARNING|INFO|VERBOSE\d*):/

let stopping = false
let running
// A terminal's Ctrl+C reaches the child by itself; the child saves and ends, and so do we.
process.on('SIGINT', () => {
  stopping = true
  if (!process.stdin.isTTY) running?.kill('SIGTERM')
})
for (const signal of ['SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    stopping = true
    running?.kill('SIGTERM')
  })

// npm ends the shell it started us in, and forgets us: an orphan of npm's stops, too.
const parent = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid === parent || stopping) return
    stopping = true
    running?.kill('SIGTERM')
  }, 500).unref()

const ended = child =>
  new Promise(resolve => {
    child.on('error', error => resolve({ code: 1, why: error.message }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, why: signal ?? `exit ${code}` }))
  })

/** Why no window can be opened here, or undefined. */
async function inWindow() {
  if (!display) return word({ ar: 'لا شاشة هنا', en: 'there is no display here' })
  if (linux && process.getuid?.() === 0)
    return word({ ar: 'لا تُفتح نافذة للمستخدم root', en: 'a window is not opened for root' })
  const electron = await findOrFetchElectron()
  if (!electron) return word({ ar: 'تعذّر جلب Electron', en: 'Electron could not be fetched' })

  const child = spawn(electron, [root, folder ?? '--sample'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  let ready = false
  let lastWords = ''
  createInterface({ input: child.stdout }).on('line', line => {
    if (line === 'isnad: ready' || line === 'isnad: already open') ready = true
    else console.log(line)
  })
  createInterface({ input: child.stderr }).on('line', line => {
    if (noise.test(line) || !line.trim()) return
    if (ready) console.error(line)
    else lastWords = line.trim()
  })
  const { code, why } = await ended(child)
  if (ready || stopping) process.exit(stopping ? 0 : code)
  return word({
    ar: `لم يبدأ Electron (${lastWords || why})`,
    en: `Electron did not start (${lastWords || why})`,
  })
}

async function inBrowser(why) {
  say({ ar: `يُفتح إسناد في المتصفح: ${why}.`, en: `Isnad opens in the browser: ${why}.` })
  const open = display && !process.env.CI ? ['--open'] : []
  const cli = join(root, 'out', 'main', 'cli.js')
  const child = spawn(process.execPath, [cli, 'serve', ...(folder ? [folder] : []), ...open], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  running = child
  createInterface({ input: child.stdout }).on('line', line => {
    console.log(line.startsWith('{') ? JSON.parse(line).url : line)
  })
  if (process.stdin.isTTY)
    say({
      ar: 'Enter لرابط جديد (كل رابط يعمل مرة واحدة)، Ctrl+C للإنهاء.',
      en: 'Enter for a new link (each works once), Ctrl+C to stop.',
    })
  const { code } = await ended(child)
  process.exit(stopping ? 0 : code)
}

await install()
await build()
await inBrowser(await inWindow())
