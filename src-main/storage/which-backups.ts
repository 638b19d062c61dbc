/** One earlier state of a file, by its name alone. */
export type Backup = {
  name: string
  /** When the state was saved (ISO 8601, UTC). */
  saved: string
  revision: number
  annotations: number
  /** Set apart because much was gone in what came after: never rotated out. */
  aside: boolean
}

const newest = 20
const hours = 24
const days = 31

const pattern = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z-r(\d+)-n(\d+)(-aside)?\.json$/

export function backupName({ saved, revision, annotations, aside }: Omit<Backup, 'name'>): string {
  const time = saved.replaceAll(/[:.]/g, '-')
  return `${time}-r${revision}-n${annotations}${aside ? '-aside' : ''}.json`
}

/** What a backup's name says; undefined for the name of anything else. */
export function backupOf(name: string): Backup | undefined {
  const found = pattern.exec(name)
  if (!found) return undefined
  const [, hour, minute, second, ms, revision, annotations, aside] = found
  return {
    name,
    saved: `${hour}:${minute}:${second}.${ms}Z`,
    revision: Number(revision),
    annotations: Number(annotations),
    aside: aside !== undefined,
  }
}

/** Newest first. By revision before time: a clock may have been set back. */
export const newestFirst = (a: Backup, b: Backup) =>
  b.revision - a.revision || (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : 0)

/**
 * The backups that may go: all but the last twenty, the newest of each of the last 24 hours and of the last 31 days in
 * which something was saved, and those set apart. No clock is asked, so that one that is wrong removes nothing.
 */
export function rotatedOut(backups: readonly Backup[]): Backup[] {
  const ordered = [...backups].sort(newestFirst)
  const kept = new Set(ordered.slice(0, newest))
  for (const [length, count] of [
    [13, hours],
    [10, days],
  ] as const) {
    const seen = new Set<string>()
    for (const backup of ordered) {
      const stretch = backup.saved.slice(0, length)
      if (seen.has(stretch)) continue
      if (seen.size === count) break
      seen.add(stretch)
      kept.add(backup)
    }
  }
  return ordered.filter(backup => !kept.has(backup) && !backup.aside)
}
