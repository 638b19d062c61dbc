import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Action } from '../../annotations/model/action.ts'
import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { annotated, appFor, at, failureFrom, news, tempProject, textOf } from './temp-project.ts'

const edit = (changes: Change[]): Action[] => [{ kind: 'edit', changes }]
const submitted = edit([{ kind: 'set-status', status: 'submitted' }])
const approved = edit([{ kind: 'set-status', status: 'approved' }])

async function setting() {
  const project = await tempProject()
  const { paths, first } = project
  const path = paths.set('ليلى', first.id)
  const saving = { document: first, scheme: defaultScheme, annotator: 'ليلى', at }
  return { ...project, path, saving, before: await textOf(path) }
}

test('what is saved is on the disk when the save is answered', async () => {
  const { path, paths, saving } = await setting()
  const saved = await annotationStore(paths).save({ ...saving, revision: 1, actions: submitted })
  expect(saved).toMatchObject({ revision: 2, status: 'submitted', updated: at.toISOString() })
  expect(await textOf(path)).toBe(storedSet.stringify(saved))
  expect(await readdir(dirname(path))).toHaveLength(1)
})

test('a stale revision is refused with what is on the disk, and the file stays', async () => {
  const { path, paths, saving } = await setting()
  const store = annotationStore(paths)
  const saved = await store.save({ ...saving, revision: 1, actions: submitted })
  const failure = await failureFrom(store.save({ ...saving, revision: 1, actions: approved }))
  expect(failure).toEqual({
    code: 'stale-revision',
    params: { saved: 2, yours: 1 },
    details: saved,
  })
  expect(await textOf(path)).toBe(storedSet.stringify(saved))
})

test('of two saves at once on one revision, one is done and one is refused', async () => {
  const { path, paths, saving } = await setting()
  const store = annotationStore(paths)
  const answers = await Promise.allSettled([
    store.save({ ...saving, revision: 1, actions: submitted }),
    store.save({ ...saving, revision: 1, actions: approved }),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(storedSet.parse(await textOf(path))).toMatchObject({
    value: { revision: 2, status: 'submitted' },
  })
})

test('many saves one after another are all there', async () => {
  const { paths, saving } = await setting()
  const store = annotationStore(paths)
  const changes = (id: string): Change[] => [
    {
      kind: 'put-annotation',
      annotation: { id, label: 'cue', spans: [{ start: 3, end: 5, quote: 'قا' }], attributes: {} },
    },
  ]
  await Promise.all(
    Array.from({ length: 15 }, (_, n) =>
      store.save({ ...saving, revision: n + 1, actions: edit(changes(`x${n}`)) }),
    ),
  )
  const set = await store.find('ليلى', saving.document.id)
  expect(set?.revision).toBe(16)
  expect(set?.annotations.filter(({ id }) => id.startsWith('x'))).toHaveLength(15)
})

test('another program’s save is seen, not overwritten', async () => {
  const { paths, saving } = await setting()
  const [here, there] = [annotationStore(paths), annotationStore(paths)]
  await here.find('ليلى', saving.document.id)
  await there.save({ ...saving, revision: 1, actions: submitted })
  expect(await failureFrom(here.save({ ...saving, revision: 1, actions: approved }))).toMatchObject(
    {
      code: 'stale-revision',
      details: { revision: 2, status: 'submitted' },
    },
  )
  expect(await here.save({ ...saving, revision: 2, actions: approved })).toMatchObject({
    revision: 3,
  })
  expect(await there.find('ليلى', saving.document.id)).toMatchObject({ revision: 3 })
})

test('a save that would break the set is refused, and names what is wrong', async () => {
  const { path, paths, saving, before } = await setting()
  const changes: Change[] = [
    {
      kind: 'put-annotation',
      annotation: {
        id: 'bad',
        label: 'place',
        spans: [{ start: 0, end: 2, quote: 'xx' }],
        attributes: {},
      },
    },
  ]
  const failure = await failureFrom(
    annotationStore(paths).save({ ...saving, revision: 1, actions: edit(changes) }),
  )
  expect(failure).toMatchObject({
    code: 'bad-set',
    params: { problems: 2, first: 'quote-differs bad' },
  })
  expect(await textOf(path)).toBe(before)
})

test('a fault that was there before does not stand in the way of new work', async () => {
  const { paths, saving } = await setting()
  const store = annotationStore(paths)
  const set = await store.find('ليلى', saving.document.id)
  if (!set) throw new Error('no set')
  const relations = [...set.relations, { id: 'r9', type: 'about', from: 'c1', to: 'gone' }]
  await writeStored(paths.set('ليلى', set.documentId), storedSet, { ...set, relations })
  expect(await store.save({ ...saving, revision: 1, actions: submitted })).toMatchObject({
    revision: 2,
  })
})

test.each([
  ['cut off', (good: string) => good.slice(0, -40), 'not-json'],
  ['empty', () => '', 'not-json'],
  ['null', () => 'null', 'wrong-shape'],
  ['newer', (good: string) => good.replace('isnad-set/1', 'isnad-set/7'), 'newer-format'],
  ['someone else’s', (good: string) => good.replace('ليلى', 'عمر'), 'wrong-shape'],
])('a set file that is %s is neither read nor written over', async (_, spoil, code) => {
  const { path, paths, saving, before } = await setting()
  const spoilt = spoil(before)
  await writeFile(path, spoilt)
  const store = annotationStore(paths)
  expect(await failureFrom(store.find('ليلى', saving.document.id))).toMatchObject({
    code,
    params: { file: path },
  })
  const save = store.save({ ...saving, revision: 1, actions: submitted })
  expect(await failureFrom(save)).toMatchObject({ code })
  expect(await textOf(path)).toBe(spoilt)
})

test('a folder in the place of a set is said to be one', async () => {
  const { paths, third } = await setting()
  await mkdir(paths.set('عمر', third.id), { recursive: true })
  expect(await failureFrom(annotationStore(paths).find('عمر', third.id))).toMatchObject({
    code: 'is-a-folder',
  })
})

test('through the door: read, save, and the row of the corpus list follows', async () => {
  const { folder, paths, third } = await setting()
  const { done, refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: third.id, annotator: 'سعاد' }
  expect(await done('sets.read', about)).toMatchObject({
    set: { revision: 0 },
    moved: [],
    lost: [],
  })
  const changes = annotated(news[2], 'لا', 'اليوم', 'خبر').slice(0, 1)
  const saved = await done('sets.save', { ...about, revision: 0, actions: edit(changes) })
  expect(saved).toMatchObject({
    revision: 1,
    entry: { id: third.id, sets: { سعاد: { revision: 1, labels: { cue: 1 } } } },
  })
  expect(
    await refused('sets.save', {
      ...about,
      annotator: '../x',
      revision: 0,
      actions: edit(changes),
    }),
  ).toMatchObject({
    code: 'bad-input',
  })
  expect(await refused('sets.read', { ...about, documentId: 'f'.repeat(16) })).toMatchObject({
    code: 'no-document',
  })
})
