import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFor, tempFolder, tempProject, textOf } from './temp-project.ts'

test('the list of documents is the same when its cache is deleted, broken or of another version', async () => {
  const { folder, paths } = await tempProject()
  const app = appFor(join(folder, 'home'))
  const open = () => app.done('project.open', { folder: paths.folder })
  const before = await open()
  expect(before.documents).toHaveLength(3)
  expect(before.annotators).toEqual(expect.arrayContaining(['ليلى', 'عمر', 'gold']))
  expect(await open()).toEqual(before)
  for (const content of [
    '',
    'null',
    '[]',
    '{"version":1}',
    '{"version":2,"documents":{},"sets":{}}',
  ]) {
    await writeFile(paths.index, content)
    expect(await open()).toEqual(before)
  }
  await rm(paths.state, { recursive: true })
  expect(await open()).toEqual(before)
})

test('what someone else saved meanwhile is in the list at the next opening', async () => {
  const { folder, paths, third, save } = await tempProject()
  const app = appFor(join(folder, 'home'))
  await app.done('project.open', { folder: paths.folder })
  await save(third, 'سعاد', [{ kind: 'set-status', status: 'submitted' }])
  await rm(paths.set('gold', third.id))
  const { documents, annotators } = await app.done('project.open', { folder: paths.folder })
  expect(documents.find(({ id }) => id === third.id)?.sets).toEqual({
    سعاد: expect.objectContaining({ status: 'submitted', revision: 1 }),
  })
  expect(annotators).not.toContain('gold')
})

test('a project opens with a broken file in it, and names it', async () => {
  const { folder, paths, first, second, third } = await tempProject()
  await writeFile(paths.set('ليلى', first.id), '{"format": "isnad-set/1", ')
  await writeFile(paths.documentRecord(third.id), 'null')
  await rm(paths.documentText(second.id))
  await writeFile(paths.actor('broken'), '')
  const { done } = appFor(join(folder, 'home'))
  const view = await done('project.open', { folder: paths.folder })
  expect(view.documents.map(({ id }) => id)).toEqual([first.id])
  expect(Object.keys(view.documents[0]?.sets ?? {})).toEqual(['عمر'])
  expect(
    view.unreadable.map(({ code, params }) => [code, 'file' in params && params.file]).sort(),
  ).toEqual(
    [
      ['not-json', paths.set('ليلى', first.id)],
      ['wrong-shape', paths.documentRecord(third.id)],
      ['not-found', paths.documentText(second.id)],
      ['not-json', paths.actor('broken')],
    ].sort(),
  )
})

test('a set in another annotator’s folder is not taken for theirs', async () => {
  const { folder, paths, first } = await tempProject()
  const path = paths.set('عمر', first.id)
  await writeFile(path, await textOf(paths.set('ليلى', first.id)))
  const { done } = appFor(join(folder, 'home'))
  const { unreadable } = await done('project.open', { folder: paths.folder })
  expect(unreadable).toMatchObject([{ code: 'wrong-shape', params: { file: path } }])
})

test.each([
  [
    'of a newer version',
    (text: string) => text.replace('isnad-project/1', 'isnad-project/2'),
    'newer-format',
  ],
  ['null', () => 'null', 'wrong-shape'],
  ['a list', () => '[]', 'wrong-shape'],
  ['cut off', (text: string) => text.slice(0, 100), 'not-json'],
  [
    'with a key nobody knows',
    (text: string) => text.replace('"title"', '"x": 1,\n  "title"'),
    'wrong-shape',
  ],
])(
  'a project file that is %s is refused, and nothing in the folder is touched',
  async (_, spoil, code) => {
    const { folder, paths } = await tempProject()
    const spoilt = spoil(await textOf(paths.project))
    await writeFile(paths.project, spoilt)
    const { refused } = appFor(join(folder, 'home'))
    expect(await refused('project.open', { folder: paths.folder })).toMatchObject({
      code,
      params: { file: paths.project },
    })
    expect(await textOf(paths.project)).toBe(spoilt)
    await expect(textOf(paths.index)).rejects.toMatchObject({ code: 'ENOENT' })
  },
)

test('a folder without a project, a file, and nothing at all are each called what they are', async () => {
  const folder = await tempFolder()
  const { refused } = appFor(join(folder, 'home'))
  await writeFile(join(folder, 'file'), '')
  const open = (name: string) => refused('project.open', { folder: join(folder, name) })
  expect(await open('.')).toMatchObject({ code: 'not-a-project', params: { file: folder } })
  expect(await open('file')).toMatchObject({ code: 'not-a-folder' })
  expect(await open('gone')).toMatchObject({ code: 'not-found' })
})

test('a project is made where there is room for one, and nowhere else', async () => {
  const folder = await tempFolder()
  const { done, refused } = appFor(join(folder, 'home'))
  const project = join(folder, 'أخبار', 'مشروع')
  const made = await done('project.create', { folder: project, title: 'أخبار' })
  expect(made).toMatchObject({ folder: project, documents: [], project: { title: 'أخبار' } })
  expect(await refused('project.create', { folder: project, title: 'x' })).toMatchObject({
    code: 'project-exists',
  })
  await mkdir(join(folder, 'full', 'x'), { recursive: true })
  expect(
    await refused('project.create', { folder: join(folder, 'full'), title: 'x' }),
  ).toMatchObject({
    code: 'folder-not-empty',
  })
})
