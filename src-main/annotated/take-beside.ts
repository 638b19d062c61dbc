import type { NativeBeside } from '../../annotations/formats/native-beside.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import type { Remark } from '../../annotations/model/remark.ts'
import type { OpenProject } from '../storage/projects.ts'
import { writingAs } from '../storage/writing-as.ts'

/** An annotation that has another id here is meant by that. */
function meant(remark: Remark, of: string, renamed: ReadonlyMap<string, string>): Remark {
  if (remark.kind !== 'comment' || remark.on?.annotator === undefined) return remark
  const { annotation } = remark.on
  const own = annotation === undefined ? undefined : (renamed.get(annotation) ?? annotation)
  return { ...remark, on: { ...remark.on, annotator: of, ...(own && { annotation: own }) } }
}

/**
 * What a native file says beside annotations, put where it is not known yet: an actor of this id, and a remark that was
 * made already, stay as they are. The answer is whose locks were taken for it.
 */
export async function takeBeside(
  project: OpenProject,
  documentId: string,
  { actors, remarks }: NativeBeside,
  name: string,
  renamed: ReadonlyMap<string, string>,
): Promise<string[]> {
  for (const actor of actors) await project.actors.change(actor.id, now => now ?? actor)
  const there = remarks.length > 0 ? await project.remarks.on(documentId) : []
  const known = new Set(there.flatMap(({ remarks }) => remarks.map(({ id }) => id)))
  const held: string[] = []
  for (const { author, remark } of remarks) {
    if (known.has(remark.id) || !annotator.safeParse(author).success) continue
    if (!project.locks.isOurs(author)) held.push(author)
    await writingAs(project, author, () =>
      project.remarks.add(author, documentId, meant(remark, name, renamed)),
    )
  }
  if (there.length > 0 || remarks.length > 0)
    project.index.putRemarks(documentId, await project.remarks.on(documentId))
  return held
}
