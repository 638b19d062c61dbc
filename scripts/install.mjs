import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runNpm } from './run-process.mjs'
import { say } from './say.mjs'

const lockFile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.isnad-lock')

const digest = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

/** Did npm itself, run by hand, put there what the lock file asks for? */
function asLocked() {
  try {
    const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'))
    const there = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'))
    return Object.entries(packages).every(
      ([path, { version, optional }]) =>
        path === '' || optional || there.packages[path]?.version === version,
    )
  } catch {
    return false
  }
}

/** Every package the lock file names, in node_modules. Ends the process where that cannot be had. */
export async function install() {
  const wanted = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!asLocked()) {
    say({
      ar: 'تُثبَّت الحزم (مرة واحدة، دقيقة تقريبًا)…',
      en: 'Installing packages (once; about a minute)…',
    })
    // No package here needs its install script; Electron's binary is fetched on its own, where it is wanted.
    const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']
    const { code, output } = await runNpm(args, { quiet: true, cwd: root })
    if (code !== 0) {
      console.error(output.trim())
      say({
        ar: 'تعذّر تثبيت الحزم (انظر أعلاه). تحقّق من الاتصال بالشبكة ثم أعد المحاولة.',
        en: 'The packages could not be installed (see above). Check the network and try again.',
      })
      process.exit(1)
    }
  }
  writeFileSync(stamp, wanted)
}
