import { linkedMentions } from '../../annotations/actors/mentions.ts'
import type { Relink } from '../../annotations/actors/steps.ts'
import type { MentionRef } from '../../annotations/api/register.ts'
import type { Change } from '../../annotations/model/change.ts'
import { failureOf } from '../app-error.ts'
import type { OpenProject } from '../storage/projects.ts'
import { holdFor } from '../storage/writing-as.ts'

type Relinked = { done: Relink[]; left: MentionRef[] }

const refOf = ({ annotator, documentId, annotation }: Relink): MentionRef => ({
  annotator,
  documentId,
  annotation,
})

/**
 * Give mentions to another actor, each in its annotator's set, as a step of that set's own history. Those in sets that
 * somebody else is writing now are left as they are, and named; so are those that say something else by now.
 */
export async function relinkMentions(
  open: OpenProject,
  wanted: readonly Relink[],
  at: Date,
): Promise<Relinked> {
  const { documents, sets, index, project } = open
  const found: Relinked = { done: [], left: [] }
  const bySet = new Map<string, Relink[]>()
  for (const one of wanted) {
    const key = `${one.annotator}/${one.documentId}`
    bySet.set(key, [...(bySet.get(key) ?? []), one])
  }
  for (const mine of bySet.values()) {
    const { annotator, documentId } = mine[0] as Relink
    const wasOurs = open.locks.isOurs(annotator)
    try {
      const { held } = await holdFor(open, annotator)
      const set = held.kind === 'ours' ? await sets.find(annotator, documentId) : undefined
      const byId = new Map(
        linkedMentions(set?.annotations ?? [], project.scheme).map(mention => [
          `${mention.annotation.id} ${mention.attribute}`,
          mention,
        ]),
      )
      const changes: Change[] = []
      const done: Relink[] = []
      for (const one of mine) {
        const mention = byId.get(`${one.annotation} ${one.attribute}`)
        if (mention?.actor !== one.from) {
          found.left.push(refOf(one))
          continue
        }
        const { annotation } = mention
        const attributes = { ...annotation.attributes, [one.attribute]: one.to }
        changes.push({ kind: 'put-annotation', annotation: { ...annotation, attributes } })
        done.push(one)
      }
      if (!set || changes.length === 0) continue
      const saved = await sets.save({
        document: await documents.read(documentId),
        scheme: project.scheme,
        annotator,
        revision: set.revision,
        actions: [{ kind: 'edit', changes }],
        at,
      })
      index.putSet(saved)
      found.done.push(...done)
    } catch (error) {
      if (failureOf(error).code === 'internal') throw error
      found.left.push(...mine.map(refOf))
    } finally {
      // Another annotator's sets are theirs again.
      if (!wasOurs) await open.locks.release(annotator)
    }
  }
  return found
}
