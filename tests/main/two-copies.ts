import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { type ProjectPaths, projectPaths } from '../../src-main/storage/paths.ts'
import { appFor, tempProject } from './temp-project.ts'

/** Two copies of one project, as two people carry them away. */
export async function twoCopies() {
  const { folder, paths, first, second } = await tempProject()
  // What every program does before it ends: the state it left is kept.
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  await cp(paths.folder, a, { recursive: true })
  await cp(paths.folder, b, { recursive: true })
  return {
    folder,
    first,
    second,
    a: projectPaths(a),
    b: projectPaths(b),
    app: appFor(join(folder, 'home')),
  }
}

export async function edit(
  paths: ProjectPaths,
  document: Document,
  changesOf: (set: AnnotationSet) => Change[],
  annotator = 'ليلى',
  at = new Date('2024-10-13T08:00:00.000Z'),
) {
  const store = annotationStore(paths)
  const set = await store.findOrEmpty(annotator, document)
  const actions = [{ kind: 'edit' as const, changes: changesOf(set) }]
  await store.save({
    document,
    scheme: defaultScheme,
    annotator,
    revision: set.revision,
    actions,
    at,
  })
  await store.close()
}

export const tag = ({ text }: Document, words: string, id: string): Change => ({
  kind: 'put-annotation',
  annotation: {
    id,
    label: 'actor',
    spans: [spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)],
    attributes: { kind: 'person' },
  },
})

export const idsOf = (set: AnnotationSet | undefined) => set?.annotations.map(({ id }) => id).sort()
