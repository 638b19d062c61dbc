import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Call } from '../../annotations/api/client.ts'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { createApp } from '../../src-main/app.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'

export const article = `سعاد النعيمي: «لا موعد» للجلسة

قالت النائبة سعاد النعيمي لوكالة «الضفتين» إن الجلسة ستُعقد في أيلول 2024.
ونقل مراسل عن مصدر في اللجنة نفيَه ذلك، وأضاف: لم يُحدَّد شيء بعد 📷.

الثلاثاء 10 أيلول 2024
`

/** The main side as a command line would have it; what is thrown in it and is no expected failure is kept. */
export function mainSide(home: string, sample = join(home, 'no-sample')) {
  const bugs: unknown[] = []
  const dispatch = createApp(
    { kind: 'web', version: '0', userData: home, sample, emit() {}, now: () => new Date() },
    (_method, error) => bugs.push(error),
  )
  async function done<M extends Method>(method: M, input: Asked<M>): Promise<Output<M>> {
    const result = await (dispatch as Call)(method, input)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  return { dispatch, done, bugs, close: dispatch.close }
}

export type SmallProject = Awaited<ReturnType<typeof smallProject>>

/** A project of one article with an actor and a set of two annotations and a relation, made by the app itself. */
export async function smallProject(folder: string) {
  const home = join(folder, 'home')
  const project = join(folder, 'project')
  const inbox = join(folder, 'inbox')
  await mkdir(inbox, { recursive: true })
  await mkdir(home, { recursive: true })
  await writeFile(join(inbox, 'article.txt'), article)
  const { dispatch, done, bugs } = mainSide(home)
  await done('project.create', { folder: project, title: 'جلسة' })
  const { imported } = await done('import.run', { project, paths: [inbox], job: 'begin' })
  const id = imported[0]?.id as string
  await done('actors.save', {
    project,
    actor: {
      id: 'suad',
      name: { ar: 'سعاد النعيمي', en: 'Suad' },
      kind: 'person',
      aliases: ['النعيمي'],
      titles: ['النائبة'],
      notes: '',
      externalIds: { wikidata: 'Q1' },
    },
  })
  const { text } = await done('documents.read', { project, id })
  const spans = (words: string) => {
    const start = text.indexOf(words)
    return [spanOf(text, start, start + words.length)]
  }
  await done('sets.save', {
    project,
    documentId: id,
    annotator: 'ليلى',
    revision: 0,
    actions: [
      {
        changes: [
          {
            kind: 'put-annotation',
            annotation: {
              id: 'a1',
              label: 'actor',
              spans: spans('سعاد النعيمي'),
              attributes: { kind: 'person', actor: 'suad' },
            },
          },
          {
            kind: 'put-annotation',
            annotation: {
              id: 'c1',
              label: 'claim',
              spans: spans('الجلسة ستُعقد'),
              attributes: { stance: 'asserts' },
            },
          },
          {
            kind: 'put-relation',
            relation: { id: 'r1', type: 'source', from: 'c1', to: 'a1', order: 1 },
          },
        ],
      },
    ],
  })
  const paths = projectPaths(project)
  const bytesOf = (path: string): Promise<Uint8Array> => readFile(path)
  return { folder, home, project, inbox, id, paths, dispatch, done, bugs, bytesOf }
}
