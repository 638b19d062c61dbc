import { isRecord, type KeptSet } from '../../annotations/formats/exchange/foreign.ts'
import type { ProjectPaths } from './paths.ts'
import { readWhole } from './read-whole.ts'
import { replaceFile } from './replace-file.ts'

/**
 * What files of other tools said that Isnad has no place for, to be written back to files of the same format. It is
 * not what anybody decided here: where it cannot be read, an export goes without it.
 */
export async function readKept(
  paths: ProjectPaths,
  format: string,
  annotator: string,
  id: string,
): Promise<KeptSet | undefined> {
  try {
    const raw: unknown = JSON.parse(
      (await readWhole(paths.kept(format, annotator, id))).toString('utf8'),
    )
    return isRecord(raw) && raw.format === 'isnad-kept/1' && isRecord(raw.kept)
      ? raw.kept
      : undefined
  } catch {
    return undefined
  }
}

export async function writeKept(
  paths: ProjectPaths,
  format: string,
  annotator: string,
  id: string,
  kept: KeptSet,
): Promise<void> {
  const text = `${JSON.stringify({ format: 'isnad-kept/1', kept }, null, 2)}\n`
  await replaceFile(paths.kept(format, annotator, id), text)
}
