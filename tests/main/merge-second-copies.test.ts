import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { removalOf } from '../../annotations/model/change.ts'
import { actorStore } from '../../src-main/storage/actor-store.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { textOf } from './temp-project.ts'
import { edit, idsOf, tag, twoCopies } from './two-copies.ts'

describe('second copies that other programs leave', () => {
  const names = [
    (id: string) => `${id} (Layla's conflicted copy 2024-10-12).json`,
    (id: string) => `${id} (نسخة متعارضة لدى ليلى 2024-10-12).json`,
    (id: string) => `${id}-LAPTOP-7QJ2.json`,
    (id: string) => `${id}.sync-conflict-20241012-093000-ABCDEFG.json`,
    (id: string) => `${id} (conflicted copy 2024-10-12 093000).json`,
    (id: string) => `${id}_conflict-20241012-093000.json`,
    (id: string) => `${id} (1).json`,
    (id: string) => `${id} 2.json`,
    (id: string) => `${id} copy.json`,
    (id: string) => `${id} - Copy (2).json`,
    (id: string) => `${id}_conf(1).json`,
    (id: string) => `${id} [conflicted].json`,
    (id: string) => `Copy of ${id}.json`,
    (id: string) => `${id}-MacBook-Pro-2.json`,
    (id: string) => `${id}-حاسوب ليلى.json`,
    (id: string) => `${id} (SFConflict layla@example.org 2024-10-12-09-30-00).json`,
    (id: string) => `${id} (Case Conflict).json`,
  ]
  test('are merged into their originals by a repair, whoever left them', async () => {
    const { first, a, b, app } = await twoCopies()
    await edit(a, first, set => [...removalOf(set, 'q1'), tag(first, 'أيلول', 'n1')])
    await edit(b, first, () => [tag(first, 'التحالف', 'n2')])
    const at = a.set('ليلى', first.id)
    for (const name of names) {
      const copy = join(dirname(at), name(first.id))
      await cp(b.set('ليلى', first.id), copy)
      const before = await app.done('project.check', { path: a.folder })
      expect([copy, before.findings.map(({ kind }) => kind)]).toEqual([copy, ['conflict-copy']])
      const after = await app.done('project.check', { path: a.folder, repair: true })
      expect([copy, after.repaired?.map(({ kind }) => kind)]).toEqual([copy, ['merged']])
      expect(after.findings).toEqual([])
      expect(idsOf(await readSet(a, 'ليلى', first.id))).toEqual(['a1', 'c1', 'n1', 'n2'])
      expect(await readdir(dirname(at))).toEqual([`${first.id}.json`])
      const aside = join(a.merged, copy.slice(a.folder.length + 1))
      expect(await textOf(aside)).toBe(await textOf(b.set('ليلى', first.id)))
    }
  })

  test('an actor’s and the project’s own are too', async () => {
    const { a, b, app } = await twoCopies()
    const [actor] = (await actorStore(b).all()).actors
    if (!actor) throw new Error('no actor')
    await actorStore(b).save({ ...actor, titles: ['معالي الوزير'] })
    await rename(b.actor(actor.id), join(a.actors, `${actor.id}-DESKTOP-1A.json`))
    const after = await app.done('project.check', { path: a.folder, repair: true })
    expect(after.repaired?.map(({ kind }) => kind)).toEqual(['merged'])
    expect((await actorStore(a).all()).actors[0]?.titles).toEqual(['معالي الوزير'])
  })

  test('are found and merged in the app, and the open project has what came of it', async () => {
    const { first, a, b, app } = await twoCopies()
    await edit(b, first, () => [tag(first, 'التحالف', 'n2')])
    await app.done('project.open', { folder: a.folder })
    await cp(
      b.set('ليلى', first.id),
      a.set('ليلى', `${first.id} (1)`).replace(/..\/(?=[^/]*$)/, `${first.id.slice(0, 2)}/`),
    )
    expect((await app.done('project.conflicts', { project: a.folder })).files).toHaveLength(1)
    const { resolved } = await app.done('project.resolve', { project: a.folder })
    expect(resolved).toHaveLength(1)
    const { set } = await app.done('sets.read', {
      project: a.folder,
      documentId: first.id,
      annotator: 'ليلى',
    })
    expect(idsOf(set)).toContain('n2')
    expect((await app.done('project.conflicts', { project: a.folder })).files).toEqual([])
  })
})

for (const [style, base] of [
  ['merge', false],
  ['diff3', true],
] as const)
  test(`a set that Git left with both sides in it (${style}) is merged by id`, async () => {
    const { first, a, b, app } = await twoCopies()
    const begun = await textOf(a.set('ليلى', first.id))
    await edit(a, first, () => [tag(first, 'أيلول', 'n1')])
    await edit(b, first, set => [...removalOf(set, 'q1'), tag(first, 'التحالف', 'n2')])
    const [ours, theirs] = [
      await textOf(a.set('ليلى', first.id)),
      await textOf(b.set('ليلى', first.id)),
    ]
    const [head, ...rest] = ours.split('\n')
    const middle = base ? `||||||| 1234567\n${begun.split('\n').slice(1).join('\n')}` : ''
    await writeFile(
      a.set('ليلى', first.id),
      `${head}\n<<<<<<< HEAD\n${rest.join('\n')}${middle}=======\n${theirs.split('\n').slice(1).join('\n')}>>>>>>> other\n`,
    )
    const before = await app.done('project.check', { path: a.folder })
    expect(before.findings.map(({ kind }) => kind)).toContain('conflict-markers')
    const after = await app.done('project.check', { path: a.folder, repair: true })
    expect(after.repaired?.map(({ kind }) => kind)).toEqual(['merged'])
    expect(idsOf(await readSet(a, 'ليلى', first.id))).toEqual(['a1', 'c1', 'n1', 'n2'])
  })

test('what a killed merge has left beside its place goes with the next, and what others put there stays', async () => {
  const { folder, a, b, app } = await twoCopies()
  const out = join(folder, 'c')
  // No system gives a process such a number.
  const left = `${out}.999999999.isnad-merge`
  await mkdir(join(left, 'documents'), { recursive: true })
  const ours = `${out}.notes.isnad-merge`
  await mkdir(ours)
  await app.done('project.merge', { a: a.folder, b: b.folder, out, job: 'merge' })
  const names = await readdir(folder)
  expect(names).toContain('c')
  expect(names).toContain('c.notes.isnad-merge')
  expect(names).not.toContain('c.999999999.isnad-merge')
})
