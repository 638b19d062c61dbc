import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Call } from '../../annotations/api/client.ts'
import type { Asked, Method, Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedProject } from '../../annotations/model/stored.ts'
import { createApp } from '../../src-main/app.ts'
import type { Workers } from '../../src-main/services.ts'
import { actorStore } from '../../src-main/storage/actor-store.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { documentStore } from '../../src-main/storage/document-store.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { documentOf } from '../arabic-news.ts'

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The whole main side, as a shell would have it. */
export function appFor(
  userData: string,
  emit: (event: AppEvent) => void = () => {},
  workers?: Workers,
) {
  const bugs: unknown[] = []
  const dispatch = createApp(
    {
      kind: 'cli',
      version: '0.0.0',
      userData,
      sample: join(import.meta.dirname, '../../samples/coalition-talks'),
      workers,
      emit,
      now: () => new Date(),
    },
    (_, error) => bugs.push(error),
  )
  const call = dispatch as Call

  async function done<M extends Method>(method: M, input: Asked<M>): Promise<Output<M>> {
    const result = await call(method, input)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return result.value
  }

  async function refused<M extends Method>(method: M, input: Asked<M>): Promise<Failure> {
    const result = await call(method, input)
    if (result.ok) throw new Error(`${method} was not refused`)
    return result.failure
  }

  return { call, done, refused, bugs }
}

export const at = new Date('2024-10-12T09:30:00.000Z')
export const news = [
  '📷 قالَ الوزير إن التحالف سيغادر في أيلول 2025.\n',
  'نفى النائب 👨‍👩‍👧 ذلك، وقال لـ«الضفتين»: لا موعد.\n',
  'لا خبر اليوم.\n',
] as const

/** A cue, an actor and a claim joined, in a text that has these words. */
export function annotated(text: string, cue: string, actor: string, claim: string): Change[] {
  const spans = (words: string) => {
    const start = text.indexOf(words)
    return [spanOf(text, start, start + words.length)]
  }
  const relation = { from: 'c1', order: 1 }
  return [
    {
      kind: 'put-annotation',
      annotation: { id: 'q1', label: 'cue', spans: spans(cue), attributes: {} },
    },
    {
      kind: 'put-annotation',
      annotation: {
        id: 'a1',
        label: 'actor',
        spans: spans(actor),
        attributes: { kind: 'person', actor: 'minister' },
      },
    },
    {
      kind: 'put-annotation',
      annotation: {
        id: 'c1',
        label: 'claim',
        spans: spans(claim),
        attributes: { stance: 'asserts' },
      },
    },
    { kind: 'put-relation', relation: { ...relation, id: 'r1', type: 'source', to: 'a1' } },
    { kind: 'put-relation', relation: { ...relation, id: 'r2', type: 'cue', to: 'q1' } },
  ]
}

const minister: Actor = {
  id: 'minister',
  name: { ar: 'وزير الدفاع' },
  kind: 'person',
  aliases: ['الوزير'],
  titles: [],
  notes: '',
  externalIds: {},
}

/** A project of three documents; ليلى has annotated two, عمر one, the third has gold without annotations. */
export async function tempProject() {
  const folder = await tempFolder()
  const paths = projectPaths(join(folder, 'project'))
  const documents = news.map(
    (text): Document => ({ ...documentOf(text), title: text.slice(0, 12).trim() }),
  )
  const [first, second, third] = documents as [Document, Document, Document]
  await writeStored(paths.project, storedProject, {
    id: 'p-test',
    title: 'تجربة',
    created: at.toISOString(),
    scheme: defaultScheme,
  })
  for (const document of documents) await documentStore(paths).add(document)
  await actorStore(paths).save(minister)

  const save = async (document: Document, annotator: string, changes: Change[], revision = 0) => {
    const sets = annotationStore(paths)
    const actions = [{ kind: 'edit' as const, changes }]
    const scheme = defaultScheme
    const saved = await sets.save({ document, scheme, annotator, revision, actions, at })
    // Kept as a backup now, and not in the middle of whatever is looked at next.
    await sets.close()
    return saved
  }
  await save(first, 'ليلى', annotated(first.text, 'قالَ', 'الوزير', 'التحالف سيغادر'))
  await save(first, 'عمر', annotated(first.text, 'قالَ', 'الوزير', 'سيغادر'))
  await save(second, 'ليلى', annotated(second.text, 'نفى', 'النائب', 'ذلك'))
  await save(third, 'gold', [{ kind: 'set-status', status: 'approved' }])
  return { folder, paths, first, second, third, save }
}

/** The failure an operation of the storage is refused with. */
export async function failureFrom(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => new Error('it was not refused'),
    error => error,
  )
  if (!('failure' in error)) throw error
  return error.failure
}

export const textOf = (path: string) => readFile(path, 'utf8')
