import { readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import { change } from '../../annotations/model/change.ts'
import { migration } from '../../annotations/model/migrate-scheme.ts'
import { labelScheme } from '../../annotations/model/scheme.ts'
import { firstIssue, parseFormat, type Stored } from '../../annotations/model/stored-format.ts'
import { readStored, writeStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'

/** A change of the scheme as it is written down before it is made: what it takes to finish it, and to undo it. */
const schemeChange = z.strictObject({
  at: z.iso.datetime(),
  before: labelScheme,
  after: labelScheme,
  migration,
  sets: z.array(
    z.strictObject({
      annotator,
      documentId,
      revision: z.int().nonnegative(),
      changes: z.array(change),
      inverse: z.array(change),
    }),
  ),
})
export type SchemeChange = z.infer<typeof schemeChange>

const format = 'isnad-scheme-change/1'
const stored: Stored<SchemeChange> = {
  format,
  parse(text) {
    const raw = parseFormat(text, format)
    if (!raw.ok) return raw
    const parsed = schemeChange.safeParse(raw.value)
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
  },
  stringify: value => `${JSON.stringify({ format, ...value })}\n`,
}

/** How many changes can be undone, one after another. */
const kept = 10

const underWay = '.under-way.json'

/** File names that end so, the last change last. */
async function names({ schemeChanges }: ProjectPaths, ending: string): Promise<string[]> {
  const found = await readdir(schemeChanges).catch((): string[] => [])
  return found
    .filter(name => name.endsWith(ending) && /^[0-9TZ.-]+$/.test(name.slice(0, -ending.length)))
    .sort()
}

const fileOf = (paths: ProjectPaths, at: string, ending: string) =>
  join(paths.schemeChanges, at.replaceAll(':', '-') + ending)

async function lastOf(paths: ProjectPaths, ending: string): Promise<SchemeChange | undefined> {
  const last = (await names(paths, ending)).at(-1)
  return last === undefined ? undefined : readStored(join(paths.schemeChanges, last), stored)
}

/** The change that was begun and not ended. */
export const changeUnderWay = (paths: ProjectPaths) => lastOf(paths, underWay)

/** The last change that was made. */
export const lastChange = (paths: ProjectPaths) => lastOf(paths, '.json')

export async function writeDown(paths: ProjectPaths, change: SchemeChange): Promise<void> {
  await writeStored(fileOf(paths, change.at, underWay), stored, change)
}

/** It is made. Should this be lost with the power, it is made once more, and changes nothing. */
export async function crossOff(paths: ProjectPaths, { at }: SchemeChange): Promise<void> {
  await rename(fileOf(paths, at, underWay), fileOf(paths, at, '.json'))
  for (const old of (await names(paths, '.json')).slice(0, -kept))
    await unlink(join(paths.schemeChanges, old)).catch(() => {})
}

export const forgetChange = (paths: ProjectPaths, { at }: SchemeChange) =>
  unlink(fileOf(paths, at, '.json'))
