import { readFile } from 'node:fs/promises'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import type { Job } from '../jobs.ts'
import { findSets } from '../storage/find-sets.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'

/** Files read at once. */
const width = 16

type SetFile = { annotator: string; documentId: string; text: string }

/** Every set's file as it lies on the disk. What cannot be read is named where it is opened. */
async function eachSetFile(
  paths: ProjectPaths,
  job: Pick<Job, 'check' | 'progress'> | undefined,
  look: (file: SetFile) => void | Promise<void>,
): Promise<void> {
  const files = [...(await findSets(paths, () => {}))].flatMap(([annotator, ids]) =>
    ids.map(documentId => ({ annotator, documentId })),
  )
  let done = 0
  await inParallel(files, width, async file => {
    job?.check()
    const path = paths.set(file.annotator, file.documentId)
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) await look({ ...file, text })
    job?.progress(++done, files.length)
  })
}

/** Sets whose file says one of some strings. */
export async function setsSaying(
  paths: ProjectPaths,
  strings: readonly string[],
  job?: Pick<Job, 'check' | 'progress'>,
): Promise<AnnotationSet[]> {
  const found: AnnotationSet[] = []
  await eachSetFile(paths, job, ({ text }) => {
    if (!strings.some(string => text.includes(string))) return
    const parsed = storedSet.parse(text)
    if (parsed.ok) found.push(parsed.value)
  })
  return found
}

/** How often the sets of a project give an attribute each of its values, which are ids. */
export async function countValues(
  paths: ProjectPaths,
  attributes: readonly string[],
  job?: Pick<Job, 'check' | 'progress'>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (attributes.length === 0) return counts
  const said = new RegExp(`"(?:${attributes.join('|')})":"([a-z0-9][a-z0-9-]{0,63})"`, 'g')
  await eachSetFile(paths, job, ({ text }) => {
    for (const [, id] of text.matchAll(said))
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  })
  return counts
}
