import type { Output } from '../../annotations/api/contract.ts'
import { extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import { sentenceAt } from '../../annotations/text/sentences.ts'
import { findSets } from '../storage/find-sets.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readSet } from '../storage/read-set.ts'

type Examples = Output<'guidelines.examples'>['examples']

/** So many documents are looked at: an example is wanted, not all of them. */
const looked = 200

/** Sentences of the gold set that each label is put on, from as many documents as there are before two from one. */
export async function goldExamples(open: OpenProject, limit: number): Promise<Examples> {
  const { paths, project, documents } = open
  const ids = (await findSets(paths, () => {})).get('gold') ?? []
  const byLabel = new Map<string, Examples>(project.scheme.labels.map(({ id }) => [id, []]))
  for (const id of ids.slice(0, looked)) {
    if ([...byLabel.values()].every(list => list.length >= limit)) break
    const set = await readSet(paths, 'gold', id).catch(() => undefined)
    const document = set && (await documents.read(id).catch(() => undefined))
    if (!set || !document) continue
    const taken = new Set<string>()
    for (const annotation of set.annotations) {
      const list = byLabel.get(annotation.label)
      if (!list || list.length >= limit || taken.has(annotation.label)) continue
      const { start, end } = extentOf(annotation)
      const words = quoteOf(annotation)
      const [first, last] = [start, end - 1].map(offset => sentenceAt(document.text, offset))
      const text = document.text.slice(first?.start, last?.end).trim()
      if (!text.includes(words)) continue
      taken.add(annotation.label)
      const { title } = document
      list.push({
        label: annotation.label,
        documentId: id,
        annotation: annotation.id,
        title,
        text,
        words,
      })
    }
  }
  return [...byLabel.values()].flat()
}
