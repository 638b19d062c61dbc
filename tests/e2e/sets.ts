import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'

/** What is on the disk of one annotator's work on the document that holds some words. */
export async function setOf(
  project: string,
  annotator: string,
  words: string,
): Promise<AnnotationSet> {
  const documents = join(project, 'documents')
  for (const shard of await readdir(documents))
    for (const name of await readdir(join(documents, shard))) {
      if (!name.endsWith('.txt')) continue
      const text = await readFile(join(documents, shard, name), 'utf8')
      if (!text.includes(words)) continue
      const path = join(project, 'annotations', annotator, shard, name.replace('.txt', '.json'))
      return JSON.parse(await readFile(path, 'utf8'))
    }
  throw new Error(`no document says ${words}`)
}
