import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Change } from '../../annotations/model/change.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { letter, setting } from './backup-setting.ts'
import { appFor, at, tempProject } from './temp-project.ts'

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
