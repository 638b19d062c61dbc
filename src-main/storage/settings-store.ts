import { realpath, rename } from 'node:fs/promises'
import {
  defaultSettings,
  type Settings,
  settings as settingsSchema,
} from '../../annotations/api/settings.ts'
import { parseBy } from '../../annotations/model/parse-by.ts'
import { firstIssue, type Stored } from '../../annotations/model/stored-format.ts'
import { failureOf } from '../app-error.ts'
import { readStored, writeStored } from './json-file.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { settingsFile } from './user-data.ts'

const storedSettings: Stored<Settings> = {
  format: 'isnad-settings/1',
  parse(text) {
    try {
      // Settings added by a later version are not lost on the way: unknown keys are refused, missing ones filled.
      const { format: _, ...rest } = JSON.parse(text) as Record<string, unknown>
      const parsed = parseBy(settingsSchema, { ...defaultSettings, ...rest })
      if (parsed.success) return { ok: true, value: parsed.data }
      return { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
    } catch (error) {
      return { ok: false, reason: { kind: 'not-json', detail: (error as Error).message } }
    }
  },
  stringify: value =>
    `${JSON.stringify({ format: 'isnad-settings/1', ...settingsSchema.parse(value) }, null, 2)}\n`,
}

const broken: ReadonlySet<string> = new Set([
  'not-json',
  'wrong-shape',
  'newer-format',
  'conflict-markers',
])

export type SettingsStore = ReturnType<typeof settingsStore>

/** The user's settings. A broken file is set aside under its own name and the defaults are used. */
export function settingsStore(userData: string, now: () => Date) {
  const path = settingsFile(userData)
  const inTurn = oneAtATime()

  /** Settings may be kept elsewhere and linked to, as people do who carry them from machine to machine. */
  const place = () => realpath(path).catch(() => path)

  async function readThere(): Promise<Settings> {
    try {
      return (await readStored(await place(), storedSettings)) ?? defaultSettings
    } catch (error) {
      // What the disk does not give now it may give later: only what is known to be broken goes aside.
      if (!broken.has(failureOf(error).code)) throw error
      await rename(path, `${path}.broken-${now().toISOString().replaceAll(':', '-')}`).catch(
        () => {},
      )
      return defaultSettings
    }
  }

  /** The defaults, where they cannot be read now. */
  const read = () => readThere().catch(() => defaultSettings)

  const change = (edit: (settings: Settings) => Settings) =>
    inTurn(path, async () => {
      const next = edit(await readThere())
      await writeStored(await place(), storedSettings, next)
      return next
    })

  return { read, change }
}
