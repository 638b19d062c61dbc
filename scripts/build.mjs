import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { runProcess } from './run-process.mjs'
import { say } from './say.mjs'

const sources = ['annotations', 'src-main', 'src-renderer']
const files = [
  'electron.vite.config.ts',
  'scripts/build-workers.mjs',
  'package.json',
  'package-lock.json',
]
const stamp = join(root, 'out', '.stamp')

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/** Of every byte that goes into the build. */
function sourceDigest() {
  const hash = createHash('sha256')
  for (const path of [...sources.flatMap(filesBelow), ...files].sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** `out/` as the sources are now; built anew only where they changed. */
export async function build() {
  const wanted = sourceDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say({ ar: 'يُبنى التطبيق…', en: 'Building…' })
  // A build cut short must not look like one that was finished.
  rmSync(stamp, { force: true })
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  for (const args of [[vite, 'build'], [join(root, 'scripts', 'build-workers.mjs')]]) {
    const { code, output } = await runProcess(process.execPath, args, {
      quiet: true,
      cwd: root,
      // Otherwise it looks for an Electron binary, which may not be there.
      env: {
        ELECTRON_MAJOR_VER: devDependencies.electron.split('.')[0],
        ...process.env,
        // A test that asks for it gets the program its users get.
        NODE_ENV: 'production',
        NO_COLOR: '1',
      },
    })
    if (code === 0) continue
    console.error(output.trim())
    say({ ar: 'تعذّر بناء التطبيق (انظر أعلاه).', en: 'The app could not be built (see above).' })
    process.exit(1)
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install()
  await build()
}
