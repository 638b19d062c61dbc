import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { noHeirs } from '../../annotations/model/migrate-scheme.ts'
import { readySchemes } from '../../annotations/model/ready-schemes.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { annotated, appFor, tempFolder, tempProject, textOf } from './temp-project.ts'

const without = (gone: string): LabelScheme => ({
  ...defaultScheme,
  labels: defaultScheme.labels.filter(({ id }) => id !== gone),
  relationTypes: defaultScheme.relationTypes.filter(
    ({ from, to }) => !from.includes(gone) && !to.includes(gone),
  ),
})

async function opened() {
  const made = await tempProject()
  const app = appFor(await tempFolder())
  const project = made.paths.folder
  const save = (scheme: LabelScheme, labels = {}) =>
    app.call('scheme.save', {
      project,
      scheme,
      basedOn: defaultScheme,
      migration: { ...noHeirs, labels },
      job: 'j',
    })
  const read = async (annotator: string, documentId: string) =>
    (await app.done('sets.read', { project, documentId, annotator })).set
  const sets = () =>
    Promise.all(['ليلى', 'عمر'].map(name => textOf(made.paths.set(name, made.first.id))))
  return { ...made, ...app, project, saveScheme: save, read, sets }
}

test('what a change would touch is said before it is made, and nothing is changed by asking', async () => {
  const { done, project, sets } = await opened()
  const before = await sets()
  const { problems, touched } = await done('scheme.preview', {
    project,
    scheme: without('cue'),
    migration: noHeirs,
  })
  expect(problems).toEqual([])
  expect(touched).toEqual({
    documents: 2,
    annotators: ['عمر', 'ليلى'].sort(),
    counts: [
      { kind: 'annotation-removed', what: 'cue', count: 3 },
      { kind: 'relation-removed', what: 'cue', count: 3 },
    ],
  })
  expect(await sets()).toEqual(before)
})

test('a label deleted while it is used: its sets are migrated, and undoing brings every byte of work back', async () => {
  const { saveScheme, read, done, project, first } = await opened()
  const before = await read('ليلى', first.id)
  expect((await saveScheme(without('cue'))).ok).toBe(true)
  const after = await read('ليلى', first.id)
  expect(after.annotations.map(({ label }) => label).sort()).toEqual(['actor', 'claim'])
  expect(after.relations.map(({ type }) => type)).toEqual(['source'])
  expect(after.revision).toBe(before.revision + 1)
  expect((await done('project.open', { folder: project })).project.scheme.labels).toHaveLength(3)
  expect((await done('project.check', { path: project })).findings).toEqual([])

  await done('scheme.undo', { project })
  const back = await read('ليلى', first.id)
  expect(back.annotations).toEqual(before.annotations)
  expect(back.relations).toEqual(before.relations)
  expect((await done('project.open', { folder: project })).project.scheme).toEqual(defaultScheme)
})

test('annotations of a label that goes can be given to another', async () => {
  const { saveScheme, read, first } = await opened()
  const saved = await saveScheme(without('cue'), { cue: 'date' })
  expect(saved).toMatchObject({
    value: { counts: [{ kind: 'relabelled', count: 3 }, {}, { kind: 'now-incomplete' }] },
  })
  const { annotations } = await read('عمر', first.id)
  expect(annotations.map(({ label }) => label).sort()).toEqual(['actor', 'claim', 'date'])
})

test('work done since a change stays when the change is undone', async () => {
  const { saveScheme, read, done, project, first } = await opened()
  await saveScheme(without('cue'))
  const { revision, annotations } = await read('ليلى', first.id)
  const claim = annotations.find(({ label }) => label === 'claim')
  if (!claim) throw new Error('no claim')
  await done('sets.save', {
    project,
    documentId: first.id,
    annotator: 'ليلى',
    revision,
    actions: [
      {
        changes: [
          { kind: 'put-annotation', annotation: { ...claim, attributes: { stance: 'denies' } } },
        ],
      },
    ],
  })
  await done('scheme.undo', { project })
  const { annotations: back, relations } = await read('ليلى', first.id)
  expect(back.find(({ id }) => id === claim.id)?.attributes).toEqual({ stance: 'denies' })
  expect(back.map(({ label }) => label).sort()).toEqual(['actor', 'claim', 'cue'])
  expect(relations.map(({ type }) => type).sort()).toEqual(['cue', 'source'])
})

test('an undo that would leave what the earlier scheme does not know is refused, and changes nothing', async () => {
  const { saveScheme, done, refused, project, second } = await opened()
  const rumour = { ...readySchemes.entities.scheme.labels[3], id: 'rumour', keys: ['KeyX'] }
  const wider = { ...defaultScheme, labels: [...defaultScheme.labels, rumour] } as LabelScheme
  expect((await saveScheme(wider)).ok).toBe(true)
  const { text } = await done('documents.read', { project, id: second.id })
  const [, actor] = annotated(text, 'نفى', 'النائب', 'ذلك')
  if (actor?.kind !== 'put-annotation') throw new Error('no actor')
  await done('sets.save', {
    project,
    documentId: second.id,
    annotator: 'سلمى',
    revision: 0,
    actions: [
      {
        changes: [
          {
            kind: 'put-annotation',
            annotation: { ...actor.annotation, label: 'rumour', attributes: {} },
          },
        ],
      },
    ],
  })
  expect(await refused('scheme.undo', { project })).toMatchObject({
    code: 'scheme-undo-stale',
    params: { annotator: 'سلمى' },
  })
  expect((await done('project.open', { folder: project })).project.scheme.labels).toHaveLength(5)
})

test('a change cut short is ended when the project is opened, and can still be undone', async () => {
  const { saveScheme, paths, project, first, read } = await opened()
  const before = await read('ليلى', first.id)
  await saveScheme(without('cue'))
  // As the power would leave it: written down, one set not yet migrated, the project's file still the old one.
  const [name] = await readdir(paths.schemeChanges)
  const file = join(paths.schemeChanges, String(name))
  await rename(file, file.replace('.json', '.under-way.json'))
  const about = JSON.parse(await textOf(paths.project))
  await writeFile(paths.project, JSON.stringify({ ...about, scheme: defaultScheme }))
  const app = appFor(await tempFolder())
  const view = await app.done('project.open', { folder: project })
  expect(view.unreadable).toEqual([])
  expect(view.project.scheme.labels.map(({ id }) => id)).toEqual(['actor', 'date', 'claim'])
  await app.done('scheme.undo', { project })
  const { set } = await app.done('sets.read', {
    project,
    documentId: first.id,
    annotator: 'ليلى',
  })
  expect(set.annotations).toEqual(before.annotations)
})

test('a scheme someone else changed meanwhile is not written over', async () => {
  const { saveScheme } = await opened()
  await saveScheme(without('cue'))
  expect(await saveScheme(without('date'))).toMatchObject({ failure: { code: 'scheme-changed' } })
})

test('a set that cannot be read stops a change before it begins', async () => {
  const { saveScheme, paths, first, project, done } = await opened()
  await writeFile(paths.set('عمر', first.id), '{ half')
  expect(await saveScheme(without('cue'))).toMatchObject({ failure: { code: 'not-json' } })
  const { project: about } = await done('project.open', { folder: project })
  expect(about.scheme).toEqual(defaultScheme)
})

test('a scheme goes out and comes back the same', async () => {
  const { done, refused, folder } = await opened()
  const out = join(folder, 'خطة.json')
  for (const { scheme } of Object.values(readySchemes)) {
    await done('scheme.write-file', { scheme, out, overwrite: true })
    expect(await done('scheme.read-file', { path: out })).toEqual(scheme)
  }
  expect(await refused('scheme.write-file', { scheme: defaultScheme, out })).toMatchObject({
    code: 'file-exists',
  })
})

test('a scheme may be taken from another project', async () => {
  const { done, paths } = await opened()
  expect(await done('scheme.read-file', { path: paths.project })).toEqual(defaultScheme)
})

const [firstLabel] = defaultScheme.labels
const files: [string, string, object][] = [
  ['not JSON', '{ "labels": [', { code: 'not-json' }],
  ['no scheme', '{ "format": "isnad-actor/1" }', { code: 'wrong-shape' }],
  ['of a newer Isnad', '{ "format": "isnad-scheme/9" }', { code: 'newer-format' }],
  [
    'of two labels with one id',
    JSON.stringify({ ...defaultScheme, labels: [firstLabel, firstLabel, ...defaultScheme.labels] }),
    { code: 'bad-scheme', params: { first: 'duplicate-id: labels.actor' } },
  ],
  [
    'with a circle of parents',
    JSON.stringify({
      ...defaultScheme,
      labels: defaultScheme.labels.map(label => ({ ...label, parent: label.id })),
    }),
    { code: 'bad-scheme', params: { problems: 4 } },
  ],
  [
    'with a name missing',
    JSON.stringify({
      ...defaultScheme,
      labels: defaultScheme.labels.map(label => ({ ...label, name: { ar: label.name.ar } })),
    }),
    { code: 'bad-scheme', params: { first: 'missing-name: labels.actor.name.en' } },
  ],
]

test.each(files)('a scheme file that is %s is refused by name', async (_, content, failure) => {
  const { refused, folder } = await opened()
  const path = join(folder, 'رديئة.json')
  const text = content.includes('"format"')
    ? content
    : content.replace('{', '{ "format": "isnad-scheme/1",')
  await writeFile(path, text)
  const found = await refused('scheme.read-file', { path })
  expect(found).toMatchObject(failure)
  expect(JSON.stringify(found.params)).toContain('رديئة.json')
})

test('a new project begins with the scheme that was chosen', async () => {
  const { done, folder } = await opened()
  const made = await done('project.create', {
    folder: join(folder, 'n'),
    title: 'أعلام',
    scheme: 'entities',
  })
  expect(made.project.scheme).toEqual(readySchemes.entities.scheme)
})
