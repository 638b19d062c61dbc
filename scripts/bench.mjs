// npm run bench [-- open|corpus|save|export|agreement|search|review|register|across|suggest|dates]: how fast, beside what else there is; written to docs/benchmarks.md.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { findChromium } from './find-chromium.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { runNpm } from './run-process.mjs'
import { say } from './say.mjs'

const all = [
  'save',
  'export',
  'agreement',
  'search',
  'review',
  'register',
  'across',
  'dates',
  'suggest',
  'corpus',
  'open',
]
const here = join(root, 'tests', 'bench')
const asked = process.argv.slice(2)
const unknown = asked.find(part => !all.includes(part))
if (unknown !== undefined) {
  console.error(`npm run bench -- [${all.join('|')}]: ${unknown}?`)
  process.exit(2)
}
const parts = asked.length > 0 ? asked : all

/** What Isnad is measured beside; never among the app's own packages. */
async function installPeers() {
  const stamp = join(here, 'node_modules', '.isnad-lock')
  const lock = readFileSync(join(here, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say({
    ar: 'تُثبَّت المحرّرات الأخرى للمقارنة…',
    en: 'Installing the other annotators, to compare with…',
  })
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  const { code, output } = await runNpm(args, { quiet: true, cwd: here })
  if (code !== 0) {
    console.error(output.trim())
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** The bench in one file that this Node can run, the app's own sources inside. */
async function bundle() {
  const { build: bundled } = await import('vite')
  const outDir = join(here, 'build', 'bench')
  await bundled({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(here, 'bench.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
    },
  })
  return pathToFileURL(join(outDir, 'bench.mjs')).href
}

await install()
await build()
let chromium
if (parts.includes('open') || parts.includes('dates')) await installPeers()
if (parts.some(part => ['open', 'corpus', 'review', 'across'].includes(part))) {
  chromium = await findChromium()
}
const { bench } = await import(await bundle())
await bench({ root, parts, chromium })
