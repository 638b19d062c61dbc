import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { AppError, appError } from '../app-error.ts'
import { findSets } from '../storage/find-sets.ts'
import type { ProjectPaths } from '../storage/paths.ts'

/** A document and whose sets on it to write. */
export type DocumentSets = { id: string; annotators: string[] }

const goldLast = (a: string, b: string) =>
  Number(a === 'gold') - Number(b === 'gold') || byCodePoint(a, b)

/**
 * What an export will hold, in its order: documents by id, which no edit of metadata changes; of each the annotators'
 * sets by name, gold last.
 */
export async function setsToExport(
  paths: ProjectPaths,
  asked: 'all' | readonly string[],
): Promise<DocumentSets[]> {
  const found = await findSets(paths, failure => {
    throw new AppError(failure)
  })
  const unknown = asked === 'all' ? undefined : asked.find(name => !found.has(name))
  if (unknown !== undefined) throw appError('no-annotator', { name: unknown })
  const annotators = [...found.keys()].filter(name => asked === 'all' || asked.includes(name))
  const byDocument = new Map<string, string[]>()
  for (const name of annotators.sort(goldLast))
    for (const id of found.get(name) ?? [])
      byDocument.set(id, [...(byDocument.get(id) ?? []), name])
  return [...byDocument]
    .map(([id, annotators]) => ({ id, annotators }))
    .sort((a, b) => byCodePoint(a.id, b.id))
}
