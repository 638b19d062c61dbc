import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** How many are kept; the oldest go. */
const kept = 20
const isReport = (name: string) => /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.txt$/.test(name)

export type CrashReport = { name: string; text: string }

/** Reports of faults: text files in a folder of the user's own, which she may read and delete; they are sent nowhere. */
export function crashReports(userData: string, now: () => Date) {
  const folder = join(userData, 'crash-reports')
  const written = new Set<string>()

  /** At once and to the end: the process may have no other moment. The same fault is written once. */
  function write(text: string): string | undefined {
    if (written.has(text)) return undefined
    written.add(text)
    const at = now().toISOString()
    const name = `${at.replace(/[:.]/g, '-')}.txt`
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(join(folder, name), `${at}\n${text}`, { mode: 0o600 })
      const old = readdirSync(folder).filter(isReport).sort().slice(0, -kept)
      for (const one of old) rmSync(join(folder, one), { force: true })
      return name
    } catch {
      // No place for it: what happened is on the standard error output all the same.
      return undefined
    }
  }

  /** The newest first. */
  async function all(): Promise<CrashReport[]> {
    const names = (await readdir(folder).catch((): string[] => []))
      .filter(isReport)
      .sort()
      .reverse()
    return Promise.all(
      names.map(async name => ({
        name,
        text: await readFile(join(folder, name), 'utf8').catch(() => ''),
      })),
    )
  }

  const remove = async (name: string) => {
    if (isReport(name)) await rm(join(folder, name), { force: true })
  }

  return { write, all, remove }
}
