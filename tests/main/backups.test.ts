import { open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { newestGood } from '../../src-main/storage/newest-good.ts'
import {
  backupName,
  backupOf,
  newestFirst,
  rotatedOut,
} from '../../src-main/storage/which-backups.ts'
import { appFor, at, tempProject, textOf } from './temp-project.ts'

const hour = 3_600_000

/** One of seven letters that stand alone. */
function letter(text: string, n: number) {
  const start = text.indexOf('التحالف') + (n % 7)
  return spanOf(text, start, start + 1)
}

const backups = fc
  .array(fc.record({ step: fc.nat(5 * hour), n: fc.nat(900), aside: fc.boolean() }), {
    minLength: 1,
    maxLength: 300,
  })
  .map(steps => {
    let time = Date.parse('2026-01-01T00:00:00Z')
    return steps.map(({ step, n, aside }, revision) => {
      time += step
      const what = {
        saved: new Date(time).toISOString(),
        revision,
        annotations: n,
        aside: aside && n % 9 === 0,
      }
      return { ...what, name: backupName(what) }
    })
  })

test('a backup’s name says what it holds', () => {
  fc.assert(
    fc.property(backups, list => {
      for (const backup of list) expect(backupOf(backup.name)).toEqual(backup)
    }),
  )
})

test('the last twenty stay, one an hour of a day, one a day of a month, and what was set apart', () => {
  fc.assert(
    fc.property(backups, list => {
      const gone = new Set(rotatedOut(list))
      const kept = list.filter(backup => !gone.has(backup)).sort(newestFirst)
      expect(kept.slice(0, 20)).toEqual([...list].sort(newestFirst).slice(0, 20))
      expect(list.filter(({ aside }) => aside).every(backup => !gone.has(backup))).toBe(true)
      const hours = (some: typeof list) => [...new Set(some.map(b => b.saved.slice(0, 13)))].sort()
      const days = (some: typeof list) => [...new Set(some.map(b => b.saved.slice(0, 10)))].sort()
      expect(hours(kept)).toEqual(expect.arrayContaining(hours(list).slice(-24)))
      expect(days(kept)).toEqual(expect.arrayContaining(days(list).slice(-31)))
      expect(kept.filter(({ aside }) => !aside).length).toBeLessThanOrEqual(20 + 24 + 31)
    }),
  )
})

test('a clock that was set back removes no newer backup', () => {
  const of = (revision: number, saved: string) => {
    const what = { saved, revision, annotations: 1, aside: false }
    return { ...what, name: backupName(what) }
  }
  const before = Array.from({ length: 30 }, (_, n) => of(n, `2026-05-01T10:00:${10 + n}.000Z`))
  const after = Array.from({ length: 10 }, (_, n) => of(30 + n, `2020-01-01T00:00:0${n}.000Z`))
  const gone = rotatedOut([...before, ...after])
  expect(gone.every(({ revision }) => revision < 20)).toBe(true)
})

async function setting() {
  const project = await tempProject()
  const { paths, first } = project
  const store = annotationStore(paths)
  const about = { document: first, scheme: defaultScheme, annotator: 'ليلى' }
  const many = (count: number, from = 0): Change[] =>
    Array.from({ length: count }, (_, n) => ({
      kind: 'put-annotation',
      annotation: {
        id: `m${from + n}`,
        label: 'cue',
        spans: [letter(first.text, n)],
        attributes: {},
      },
    }))
  let revision = 1
  const save = async (changes: Change[], kind: 'edit' | 'undo' = 'edit') => {
    const time = new Date(at.getTime() + revision * 1000)
    const set = await store.save({ ...about, revision, actions: [{ kind, changes }], at: time })
    revision = set.revision
    return set
  }
  const removed = (count: number): Change[] =>
    Array.from({ length: count }, (_, n) => ({ kind: 'remove-annotation', id: `m${n}` }))
  return { ...project, store, save, many, removed, path: paths.set('ليلى', first.id) }
}

test('a saved state is kept, and a later save does not reach it', async () => {
  const { store, save, paths, first, path } = await setting()
  const kept = await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  const [backup] = await store.backups('ليلى', first.id)
  expect(backup).toMatchObject({ revision: kept.revision, aside: false })
  await save([{ kind: 'set-status', status: 'approved' }])
  const file = join(paths.backups(path), backup?.name ?? '')
  expect(await readFile(file, 'utf8')).toBe(storedSet.stringify(kept))
  await store.close()
})

test('a program that writes into the file where it lies does not reach what was kept', async () => {
  const { store, save, first, path, paths } = await setting()
  const kept = await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  const spoilt = await open(path, 'r+')
  await spoilt.write('XXXXXXXX', 0)
  await spoilt.close()
  expect((await newestGood(paths, 'ليلى', first.id))?.set).toEqual(kept)
})

test('before a save that takes most away, what there is is kept aside and said', async () => {
  const project = await tempProject()
  const { done } = appFor(join(project.folder, 'home'), event => events.push(event))
  const events: AppEvent[] = []
  const { paths, first } = project
  const about = { project: paths.folder, documentId: first.id, annotator: 'سعاد' }
  const put: Change[] = Array.from({ length: 30 }, (_, n) => ({
    kind: 'put-annotation',
    annotation: {
      id: `m${n}`,
      label: 'cue',
      spans: [letter(first.text, n)],
      attributes: {},
    },
  }))
  const { revision } = await done('sets.save', {
    ...about,
    revision: 0,
    actions: [{ changes: put }],
  })
  const gone: Change[] = put
    .slice(0, 25)
    .map((_, n) => ({ kind: 'remove-annotation', id: `m${n}` }))
  await done('sets.save', { ...about, revision, actions: [{ changes: gone }] })
  expect(events).toContainEqual({
    kind: 'shrunk',
    project: paths.folder,
    annotator: 'سعاد',
    documentId: first.id,
    was: 30,
    now: 5,
  })
  const { versions } = await done('sets.versions', about)
  const aside = versions.find(version => version.aside)
  expect(aside).toMatchObject({ annotations: 30 })
  const set = await done('sets.version', { ...about, name: aside?.name ?? '' })
  expect(set.annotations).toHaveLength(30)
})

test('an undo that takes much away is no mishap', async () => {
  const { store, save, many, removed, first } = await setting()
  await save(many(30))
  await save(removed(30), 'undo')
  await store.close()
  expect((await store.backups('ليلى', first.id)).some(({ aside }) => aside)).toBe(false)
})

test('a set that somebody else made small is noticed, and what was kept is set apart', async () => {
  const { store, save, many, paths, first, path } = await setting()
  const large = await save(many(30))
  await store.close()
  const small = { ...large, revision: 9, updated: at.toISOString(), annotations: [], relations: [] }
  await writeFile(path, storedSet.stringify(small))
  const said: unknown[] = []
  const again = annotationStore(paths, shrunk => said.push(shrunk))
  expect((await again.find('ليلى', first.id))?.annotations).toHaveLength(0)
  expect(said).toEqual([{ annotator: 'ليلى', documentId: first.id, was: 33, now: 0 }])
  expect((await again.backups('ليلى', first.id))[0]).toMatchObject({ aside: true, annotations: 33 })
})

test('a set whose file somebody took away is noticed once, and what was kept is set apart', async () => {
  const { store, save, paths, first, path } = await setting()
  await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  await rm(path)
  const said: unknown[] = []
  const looking = () => annotationStore(paths, shrunk => said.push(shrunk))
  const again = looking()
  expect(await again.find('ليلى', first.id)).toBeUndefined()
  expect(await looking().find('ليلى', first.id)).toBeUndefined()
  expect(await again.find('سعاد', first.id)).toBeUndefined()
  expect(said).toEqual([{ annotator: 'ليلى', documentId: first.id, was: 3, now: 0 }])
  expect((await again.backups('ليلى', first.id))[0]).toMatchObject({ aside: true, annotations: 3 })
})

test('from a backup and the log comes the last acknowledged state', async () => {
  const { store, save, many, removed, paths, first, path } = await setting()
  await save(many(12))
  await store.close()
  await save(removed(2))
  const last = await save([{ kind: 'set-status', status: 'submitted' }])
  // Of a slow disk's saves each may have been kept: here the log is to bring the last two.
  for (const name of await readdir(paths.backups(path)))
    if (Number(/-r(\d+)-/.exec(name)?.[1]) > last.revision - 2)
      await rm(join(paths.backups(path), name))
  await writeFile(path, '{"half')
  expect(await newestGood(paths, 'ليلى', first.id)).toMatchObject({ set: last, actions: 2 })
  await store.close()
})

test('a broken set is set aside by its own name, and its last state put in its place', async () => {
  const { save, store, folder, first, path, paths } = await setting()
  const last = await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  const { done, refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: first.id, annotator: 'ليلى' }
  for (const spoilt of ['', 'null', '{"half', '[]', '{"format":"isnad-set/1"}']) {
    await writeFile(path, spoilt)
    const failure = await refused('sets.read', about)
    expect(['not-json', 'wrong-shape']).toContain(failure.code)
    expect(failure.details).toEqual({
      good: { saved: last.updated, revision: last.revision, annotations: 3 },
    })
    const { aside, recovered } = await done('sets.recover', about)
    expect(recovered).toMatchObject({ revision: last.revision })
    expect(aside).toMatch(/\.json\.broken-/)
    expect(await textOf(aside as string)).toBe(spoilt)
    expect(await textOf(path)).toBe(storedSet.stringify(last))
    await rm(aside as string)
  }
})

test('a set of a newer Isnad is not set aside: it is somebody’s good work', async () => {
  const { folder, first, path, paths } = await setting()
  await writeFile(path, (await textOf(path)).replace('isnad-set/1', 'isnad-set/7'))
  const { refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: first.id, annotator: 'ليلى' }
  expect(await refused('sets.read', about)).toMatchObject({ code: 'newer-format' })
})

test('a set’s file that vanishes under somebody’s hands is there again after her next save', async () => {
  const { save, store, path } = await setting()
  await save([{ kind: 'set-status', status: 'submitted' }])
  await store.close()
  await rm(path)
  const set = await save([{ kind: 'set-status', status: 'approved' }])
  expect(set).toMatchObject({ revision: 3, status: 'approved' })
  expect(set.annotations).toHaveLength(3)
  expect((await stat(path)).size).toBeGreaterThan(0)
  await store.close()
})
