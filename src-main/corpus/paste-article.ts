import type { DocumentMetadata } from '../../annotations/model/document.ts'
import type { OpenProject } from '../storage/projects.ts'
import { dimAfterImport } from './dim-recurring.ts'
import { isStored, store } from './import-articles.ts'
import { foldLineEnds } from './line-ends.ts'
import { articleFrom, asItCame, documentOf } from './read-article.ts'

/** How a pasted text is named where files are. */
const name = 'pasted'

/** Put a text into a project as an article. One that is there already is said to be, and left as it is. */
export async function pasteArticle(
  project: OpenProject,
  pasted: string,
  metadata: Partial<DocumentMetadata>,
  at: Date,
) {
  const { text, lineEnds } = foldLineEnds(pasted)
  const origin = { file: name, kind: 'pasted' as const, lineEnds, decision: asItCame }
  const article = articleFrom(text, metadata, origin, name)
  const { id } = article
  const document = documentOf(article, {}, at)
  if (await isStored(project, id)) return { id, title: document.title, duplicate: true }
  await store(project, document)
  await project.index.writeCache()
  await dimAfterImport(project, [id])
  return { id, title: document.title, duplicate: false }
}
