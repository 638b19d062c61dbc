import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Loaded into a program before it: the clock it reads is as far off as a file says, and its time zone is that one. */
const script = `import { readFileSync } from 'node:fs'
const Real = Date
const real = Real.now.bind(Real)
function away() {
  const [off, zone] = readFileSync(process.env.ISNAD_CLOCK, 'utf8').split(' ')
  if (zone && process.env.TZ !== zone) process.env.TZ = zone
  return Number(off)
}
globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length === 0) super(real() + away())
    else super(...given)
  }
  static now() {
    return real() + away()
  }
}
`

/** A clock for a program of its own, that can be set while it runs. */
export async function movedClock(folder: string) {
  const [module, file] = [join(folder, 'clock.mjs'), join(folder, 'clock.txt')]
  await writeFile(module, script)
  /** Milliseconds away from the true time, and a zone of the system's. */
  const set = (off: number, zone: string) => writeFile(file, `${off} ${zone}`)
  await set(0, 'UTC')
  const env = { NODE_OPTIONS: `--import ${pathToFileURL(module)}`, ISNAD_CLOCK: file }
  return { set, env }
}
