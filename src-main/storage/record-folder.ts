import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Stored } from '../../annotations/model/stored-format.ts'
import { failureOf } from '../app-error.ts'
import { readStored } from './json-file.ts'

/** Every record of a folder that holds one a file, in the order of their names, and why the rest could not be read. */
export async function recordsIn<T>(
  folder: string,
  stored: Stored<T>,
  isName: (stem: string) => boolean,
): Promise<{ records: T[]; unreadable: Failure[] }> {
  const unreadable: Failure[] = []
  const records: T[] = []
  const names = (await readdir(folder).catch((): string[] => [])).sort()
  for (const name of names.filter(name => name.endsWith('.json') && isName(name.slice(0, -5))))
    try {
      const record = await readStored(join(folder, name), stored)
      if (record) records.push(record)
    } catch (error) {
      unreadable.push(failureOf(error))
    }
  return { records, unreadable }
}
