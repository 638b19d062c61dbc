// npm test: everything that is promised, in order, each step whatever became of the one before it.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './find-chromium.mjs'
import { findElectron } from './find-electron.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { onPath, runProcess } from './run-process.mjs'

const reports = join(root, 'node_modules', '.cache', 'isnad-reports')
const inPackage = path => join(root, 'node_modules', ...path.split('/'))
const results = []
/** A log has no use for colours. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'))
  } catch {
    return undefined
  }
}

/** A step that reports nothing of its own is one test. */
const asOne = code => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })

function ofVitest() {
  const report = readReport('unit.json')
  if (!report) return { passed: 0, failed: 1 }
  // A file that could not even be loaded has no test in it that could fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

function ofPlaywright(name) {
  const report = readReport(name)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length }
}

async function step(name, args, count, { env, wrap = [] } = {}) {
  console.log(`\n== ${name}`)
  const [command, ...rest] = [...wrap, process.execPath, ...args]
  const { code } = await runProcess(command, rest, {
    cwd: root,
    env: { ...process.env, ...plain, ...env },
  })
  const { passed, failed } = count(code)
  // Whatever the counts say, a step that ended badly has not passed.
  results.push({ name, passed, failed: code !== 0 && failed === 0 ? 1 : failed })
}

const skip = (name, why) => results.push({ name, why })

const playwright = project => [inPackage('@playwright/test/cli.js'), 'test', `--project=${project}`]

async function inBrowser() {
  const name = 'end to end, in a browser'
  const chromium = await findChromium()
  if (!chromium)
    return skip(name, 'no Chromium here, and none could be installed; set CHROMIUM_PATH')
  const env = { CHROMIUM_PATH: chromium, ISNAD_E2E_REPORT: join(reports, 'web.json') }
  await step(`${name} (${chromium})`, playwright('web'), () => ofPlaywright('web.json'), { env })
}

async function inWindow() {
  const name = 'end to end, in the window'
  const electron = findElectron({ forTests: true })
  if (!electron)
    return skip(
      name,
      'no Electron here; run `npm start` once with a network, or set ELECTRON_OVERRIDE_DIST_PATH',
    )
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  const xvfb = display ? undefined : await onPath('xvfb-run')
  if (!display && !xvfb) return skip(name, 'no display here and no xvfb-run')
  const env = { ISNAD_ELECTRON: electron, ISNAD_E2E_REPORT: join(reports, 'electron.json') }
  const wrap = xvfb ? [xvfb, '-a'] : []
  const count = () => ofPlaywright('electron.json')
  await step(`${name} (${electron})`, playwright('electron'), count, { env, wrap })
}

await install()
await build()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

await step(
  'format and lint',
  [inPackage('@biomejs/biome/bin/biome'), 'ci', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
  asOne,
)
await step('types', [inPackage('typescript/bin/tsc'), '-b'], asOne)
await step(
  'unit',
  [
    inPackage('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'unit.json')}`,
  ],
  ofVitest,
)
await inBrowser()
await inWindow()

console.log('\n== summary')
for (const { name, passed, failed, why } of results)
  console.log(
    why
      ? `not run  ${name}: ${why}`
      : `${failed ? 'FAILED ' : 'ok     '}  ${name}: ${passed} passed, ${failed} failed`,
  )
const sum = key => results.reduce((total, result) => total + (result[key] ?? 0), 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
