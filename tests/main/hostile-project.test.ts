import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actorId } from '../../annotations/model/actor.ts'
import { annotator, clashing } from '../../annotations/model/annotator.ts'
import { readLines, sumOf } from '../../src-main/storage/log-lines.ts'
import { hostileStrings } from '../faults/hostile-values.ts'
import { appFor, tempProject } from './temp-project.ts'

const onUnix = process.platform === 'win32' ? test.skip : test

async function opened() {
  const project = await tempProject()
  const home = join(project.folder, 'home')
  const outside = join(project.folder, 'outside')
  await mkdir(outside)
  return { ...project, outside, ...appFor(home), project: project.paths.folder }
}

onUnix(
  'a project whose rooms are links to elsewhere is refused, and nothing is written there',
  async () => {
    const { paths, outside, refused, project, first } = await opened()
    for (const room of [
      paths.documents,
      paths.actors,
      join(paths.annotations, 'ليلى'),
      join(paths.annotations, 'ليلى', first.id.slice(0, 2)),
      join(paths.annotations, 'زائر'),
    ]) {
      const kept = `${room}-kept`
      await rename(room, kept).catch(() => {})
      await symlink(outside, room)
      expect(await refused('project.open', { folder: project })).toEqual({
        code: 'link-in-project',
        params: { file: room },
      })
      expect(
        (
          await refused('export.run', {
            project,
            job: 'x',
            format: 'isnad',
            out: join(outside, 'x'),
          })
        ).code,
      ).toBe('link-in-project')
      await rm(room)
      await rename(kept, room).catch(() => {})
    }
    expect(await readdir(outside)).toEqual([])
  },
)

onUnix(
  'a link in the place of a file of a project is not read, and not written through',
  async () => {
    const { paths, outside, done, project, first } = await opened()
    const set = paths.set('ليلى', first.id)
    const secret = join(outside, 'secret.json')
    await rename(set, secret)
    await symlink(secret, set)
    const before = await readFile(secret, 'utf8')
    const { unreadable } = await done('project.open', { folder: project })
    expect(unreadable).toEqual([{ code: 'link-in-project', params: { file: set } }])
    await done('actors.save', {
      project,
      actor: {
        id: 'new',
        name: { ar: 'جديد' },
        kind: 'person',
        aliases: [],
        titles: [],
        notes: '',
        externalIds: {},
      },
    })
    expect(await readFile(secret, 'utf8')).toBe(before)
  },
)

onUnix('pipes and devices in the place of files are refused, not waited for', async () => {
  const { paths, done, refused, project, first, second } = await opened()
  await rm(paths.set('ليلى', first.id))
  execFileSync('mkfifo', [paths.set('ليلى', first.id)])
  await rm(paths.documentText(second.id))
  execFileSync('mkfifo', [paths.documentText(second.id)])
  const { unreadable } = await done('project.open', { folder: project })
  expect(unreadable.map(({ code }) => code)).toContain('io')
  expect((await refused('documents.read', { project, id: second.id })).code).toBe('io')
  await rm(paths.project)
  await symlink('/dev/zero', paths.project)
  expect((await refused('project.open', { folder: project })).code).toBe('link-in-project')
})

test('no name of an annotator, an actor or a document is a way out of the project', async () => {
  const { call, project, paths, first } = await opened()
  const before = (await readdir(paths.folder, { recursive: true })).sort()
  const wayOut = hostileStrings.filter(name => /[/\\]|^\.|\0/.test(name))
  for (const name of wayOut) {
    const asked = [
      await call('sets.read', { project, documentId: first.id, annotator: name }),
      await call('sets.read', { project, documentId: name, annotator: 'ليلى' }),
      await call('documents.read', { project, id: name }),
      await call('sets.save', {
        project,
        documentId: first.id,
        annotator: name,
        revision: 0,
        actions: [{ changes: [{ kind: 'set-status', status: 'submitted' }] }],
      }),
      await call('actors.save', {
        project,
        actor: {
          id: name,
          name: { ar: 'س' },
          kind: 'person',
          aliases: [],
          titles: [],
          notes: '',
          externalIds: {},
        },
      }),
    ]
    for (const result of asked)
      expect(result).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
  }
  expect((await readdir(paths.folder, { recursive: true })).sort()).toEqual(before)
})

test('names that Windows keeps for itself name no file', () => {
  for (const name of ['con', 'nul', 'aux', 'prn', 'com1', 'lpt9'])
    expect([actorId.safeParse(name).success, annotator.safeParse(name).success]).toEqual([
      false,
      false,
    ])
  expect(actorId.safeParse('console').success).toBe(true)
})

test('two annotators are never one folder on a system that does not tell capitals apart', async () => {
  const { done, refused, project, first } = await opened()
  const save = {
    project,
    documentId: first.id,
    revision: 0,
    actions: [{ changes: [{ kind: 'set-status' as const, status: 'submitted' as const }] }],
  }
  await done('sets.save', { ...save, annotator: 'Layla' })
  expect(await refused('sets.save', { ...save, annotator: 'layla' })).toEqual({
    code: 'annotator-clash',
    params: { name: 'layla', known: 'Layla' },
  })
  expect((await refused('project.annotate-as', { project, annotator: 'LAYLA' })).code).toBe(
    'annotator-clash',
  )
  expect(clashing('ليلى', ['ليلى', 'عمر'])).toBeUndefined()
})

test('a folder whose name macOS took apart is pointed out, not passed over', async () => {
  const { paths, done, project } = await opened()
  const apart = 'أحمد'.normalize('NFD')
  await mkdir(join(paths.annotations, apart))
  const { unreadable } = await done('project.open', { folder: project })
  expect(unreadable).toEqual([
    { code: 'misnamed-folder', params: { file: join(paths.annotations, apart), name: 'أحمد' } },
  ])
})

test('a path with NUL in it is refused as input', async () => {
  const { refused } = await opened()
  expect((await refused('project.open', { folder: 'a\0b' })).code).toBe('bad-input')
})

test('a line of the log that has the right sum and is no JSON is passed over', async () => {
  const body = '{no json'
  const read = readLines(Buffer.from(`${body},"sum":"${sumOf(body)}"}\n`))
  expect(read.entries).toEqual([])
})

test('a settings file that is a link stays one', async () => {
  const { folder, done } = await opened()
  const home = join(folder, 'home')
  const kept = join(folder, 'outside', 'kept.json')
  await done('settings.save', { language: 'en' })
  await rename(join(home, 'settings.json'), kept)
  await symlink(kept, join(home, 'settings.json'))
  await done('settings.save', { theme: 'dark' })
  expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({ language: 'en', theme: 'dark' })
})
