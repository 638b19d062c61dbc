import { rm } from 'node:fs/promises'
import { byPlace } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import { byEnds } from '../../annotations/model/relation.ts'
import { storedProject, storedSet } from '../../annotations/model/stored.ts'
import { digestOf, documentStore, idOfDigest } from '../../src-main/storage/document-store.ts'
import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { annotationsOn, article, relationsAmong } from './article.ts'

/** Who annotated everything here; also the name the app is started under. */
export const annotator = 'قارئ'
const written = '2026-01-01T00:00:00.000Z'

export type Content = { document: Document; set: AnnotationSet }
export type Size = { bytes: number; annotations: number }

/** A document and a set on it, the same for the same seed. */
export function content(
  { bytes, annotations: count }: Size,
  seed: number,
  published = '2024-09-23',
): Content {
  const text = article(bytes, seed)
  const textDigest = digestOf(text)
  const id = idOfDigest(textDigest)
  const annotations = annotationsOn(text, count, seed + 1).sort(byPlace)
  return {
    document: {
      id,
      title: `مقال ${seed}`,
      outlet: 'وكالة الاختبار',
      published,
      textDigest,
      length: text.length,
      regions: [],
      origin: {
        file: `${seed}.txt`,
        kind: 'txt',
        encoding: 'utf-8',
        bom: false,
        lineEnds: 'lf',
        imported: written,
      },
      text,
    },
    set: {
      documentId: id,
      textDigest,
      annotator,
      status: 'in-progress',
      revision: 1,
      updated: written,
      annotations,
      relations: relationsAmong(annotations).sort(byEnds),
    },
  }
}

/** A set as it was generated, whatever has been added to it since. */
export async function writeSet(folder: string, { document, set }: Content): Promise<void> {
  await writeStored(projectPaths(folder).set(set.annotator, document.id), storedSet, set)
}

/** A project folder by the stored formats, made anew. */
export async function writeProject(folder: string, contents: readonly Content[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const paths = projectPaths(folder)
  const project = { id: 'p-bench', title: 'قياس', created: written, scheme: defaultScheme }
  await writeStored(paths.project, storedProject, project)
  const documents = documentStore(paths)
  await inParallel(contents, 8, async content => {
    await documents.add(content.document)
    await writeSet(folder, content)
  })
}
