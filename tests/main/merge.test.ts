import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { type Change, removalOf } from '../../annotations/model/change.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { actorStore } from '../../src-main/storage/actor-store.ts'
import { documentStore, readDocument } from '../../src-main/storage/document-store.ts'
import { type ProjectPaths, projectPaths } from '../../src-main/storage/paths.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { textOf } from './temp-project.ts'
import { edit, idsOf, tag, twoCopies } from './two-copies.ts'

const put = (set: AnnotationSet, id: string, how: (one: Annotation) => Annotation): Change => {
  const one = set.annotations.find(annotation => annotation.id === id)
  if (!one) throw new Error(`no ${id}`)
  return { kind: 'put-annotation', annotation: how(one) }
}

async function allOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile())
  const all = await Promise.all(
    files.map(async ({ name, parentPath }): Promise<[string, string]> => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1), await readFile(path, 'utf8')]
    }),
  )
  return Object.fromEntries(all.sort(([x], [y]) => (x < y ? -1 : 1)))
}

describe('two copies of a project', () => {
  test('become one in a new folder: what either made is there, what either took away is gone', async () => {
    const { folder, first, second, a, b, app } = await twoCopies()
    await edit(a, first, set => [...removalOf(set, 'q1'), tag(first, 'أيلول', 'n1')])
    await edit(b, first, () => [tag(first, 'التحالف', 'n2')])
    await edit(b, second, () => [tag(second, 'النائب', 'z1')], 'زيد')
    const report = await app.done('project.merge', {
      a: a.folder,
      b: b.folder,
      out: join(folder, 'c'),
      job: 'm',
    })
    const c = projectPaths(join(folder, 'c'))
    expect(idsOf(await readSet(c, 'ليلى', first.id))).toEqual(['a1', 'c1', 'n1', 'n2'])
    expect(idsOf(await readSet(c, 'زيد', second.id))).toEqual(['z1'])
    const merged = report.files.find(
      ({ annotator, documentId }) => annotator === 'ليلى' && documentId === first.id,
    )
    expect(merged).toMatchObject({ kind: 'merged', base: 'log' })
    expect(merged?.fates).toContainEqual({
      kind: 'removed',
      of: 'annotation',
      element: 'q1',
      from: 'a',
    })
    expect(report.files.find(({ annotator }) => annotator === 'زيد')?.kind).toBe('only-b')
    expect(
      (await app.done('project.check', { path: c.folder })).findings.filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([])
    expect(app.bugs).toEqual([])
  })

  test('the same bytes whichever is named first; merged once more with either, nothing changes', async () => {
    const { folder, first, a, b, app } = await twoCopies()
    await edit(a, first, set => [
      put(set, 'c1', one => ({ ...one, attributes: { stance: 'denies' } })),
    ])
    await edit(b, first, set => [
      put(set, 'c1', one => ({ ...one, attributes: { stance: 'doubts' } })),
      tag(first, 'التحالف', 'n2'),
    ])
    await actorStore(a).save({
      id: 'new',
      name: { ar: 'الوفد' },
      kind: 'other',
      aliases: [],
      titles: [],
      notes: '',
      externalIds: {},
    })
    const merge = (a: string, b: string, out: string) =>
      app.done('project.merge', { a, b, out: join(folder, out), job: 'm' })
    const report = await merge(a.folder, b.folder, 'ab')
    await merge(b.folder, a.folder, 'ba')
    expect(await allOf(join(folder, 'ba'))).toEqual(await allOf(join(folder, 'ab')))
    for (const [n, other] of [a.folder, b.folder, join(folder, 'ba')].entries()) {
      await merge(join(folder, 'ab'), other, `again${n}`)
      const without = ({ ...all }: Record<string, string>) =>
        Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('.isnad/')))
      expect(without(await allOf(join(folder, `again${n}`)))).toEqual(
        without(await allOf(join(folder, 'ab'))),
      )
    }
    // Both said something else of one claim: one is kept, the other beside it, and both are named.
    const set = await readSet(projectPaths(join(folder, 'ab')), 'ليلى', first.id)
    const said = [...(set?.annotations ?? []), ...(set?.alternatives ?? [])]
      .filter(({ id }) => id === 'c1')
      .map(({ attributes }) => attributes.stance)
    expect(said.sort()).toEqual(['denies', 'doubts'])
    expect(
      report.files.flatMap(({ fates = [] }) => fates).filter(({ kind }) => kind === 'clash'),
    ).toHaveLength(1)
  })

  test('files that a script has written past the log are merged by the states that were kept', async () => {
    const { folder, first, a, b, app } = await twoCopies()
    const write = async (paths: ProjectPaths, how: (set: AnnotationSet) => AnnotationSet) => {
      const set = await readSet(paths, 'ليلى', first.id)
      if (!set) throw new Error('no set')
      await writeFile(paths.set('ليلى', first.id), storedSet.stringify(how(set)))
    }
    await write(a, set => ({
      ...set,
      revision: 2,
      updated: '2024-11-01T00:00:00.000Z',
      annotations: set.annotations.filter(({ id }) => id !== 'q1'),
      relations: set.relations.filter(({ id }) => id !== 'r2'),
    }))
    await write(b, set => ({
      ...set,
      revision: 2,
      updated: '2024-11-02T00:00:00.000Z',
      annotations: set.annotations.map(one =>
        one.id === 'c1' ? { ...one, attributes: { stance: 'denies' } } : one,
      ),
    }))
    await app.done('project.merge', { a: a.folder, b: b.folder, out: join(folder, 'c'), job: 'm' })
    const set = await readSet(projectPaths(join(folder, 'c')), 'ليلى', first.id)
    expect(idsOf(set)).toEqual(['a1', 'c1'])
    expect(set?.annotations.find(({ id }) => id === 'c1')?.attributes).toEqual({ stance: 'denies' })
    expect(set?.alternatives).toBeUndefined()
  })

  test('an actor two people changed at once has what both said', async () => {
    const { folder, a, b, app } = await twoCopies()
    const change = async (paths: ProjectPaths, how: object) => {
      const { actors } = await actorStore(paths).all()
      const [minister] = actors
      if (minister) await actorStore(paths).save({ ...minister, ...how })
    }
    await change(a, { aliases: ['الوزير', 'وزير الدفاع العراقي'] })
    await change(b, {
      titles: ['معالي الوزير'],
      name: { ar: 'وزير الدفاع', en: 'Minister of Defence' },
    })
    const report = await app.done('project.merge', {
      a: a.folder,
      b: b.folder,
      out: join(folder, 'c'),
      job: 'm',
    })
    const { actors } = await actorStore(projectPaths(join(folder, 'c'))).all()
    expect(actors[0]).toMatchObject({
      name: { ar: 'وزير الدفاع', en: 'Minister of Defence' },
      aliases: ['الوزير', 'وزير الدفاع العراقي'],
      titles: ['معالي الوزير'],
    })
    expect(
      report.files.flatMap(({ fates = [] }) => fates.filter(({ kind }) => kind === 'clash')),
    ).toEqual([])
  })

  test('have the regions that either marked, and letters that both called something else are named', async () => {
    const { folder, first, a, b, app } = await twoCopies()
    await documentStore(a).mark(first.id, [
      { kind: 'title', start: 0, end: 4 },
      { kind: 'caption', start: 10, end: 14 },
    ])
    await documentStore(b).mark(first.id, [
      { kind: 'title', start: 10, end: 14 },
      { kind: 'caption', start: 20, end: 24 },
    ])
    const out = join(folder, 'c')
    const report = await app.done('project.merge', { a: a.folder, b: b.folder, out, job: 'm' })
    const { regions } = await readDocument(projectPaths(out), first.id)
    expect(regions).toEqual([
      { kind: 'title', start: 0, end: 4 },
      { kind: 'caption', start: 10, end: 14 },
      { kind: 'caption', start: 20, end: 24 },
    ])
    expect(report.files.flatMap(({ fates = [] }) => fates)).toEqual([
      {
        kind: 'clash',
        of: 'set',
        from: 'a',
        at: 'regions',
        kept: { kind: 'caption', start: 10, end: 14 },
        other: { kind: 'title', start: 10, end: 14 },
      },
    ])
  })

  test('what does not fit is said, and nothing of it is lost', async () => {
    const { folder, first, second, a, b, app } = await twoCopies()
    await rm(a.documentText(second.id))
    await rm(a.documentRecord(second.id))
    await rm(b.documentText(second.id))
    await rm(b.documentRecord(second.id))
    const later = (await textOf(b.set('ليلى', first.id))).replace(
      '"in-progress"',
      '"archived-by-committee"',
    )
    await writeFile(b.set('ليلى', first.id), later)
    const report = await app.done('project.merge', {
      a: a.folder,
      b: b.folder,
      out: join(folder, 'c'),
      job: 'm',
    })
    expect(report.notes).toContainEqual(
      expect.objectContaining({ kind: 'no-document', detail: second.id }),
    )
    const odd = report.files.find(
      ({ documentId, annotator }) => documentId === first.id && annotator === 'ليلى',
    )
    expect(odd).toMatchObject({ kind: 'unreadable' })
    expect(odd?.detail).toContain('archived-by-committee')
    expect(await textOf(join(folder, 'c', odd?.aside ?? ''))).toBe(later)
    const checked = await app.done('project.check', { path: join(folder, 'c'), repair: true })
    expect(checked.repaired).toEqual([])
  })

  test('is refused where it would write into one of them, or over something', async () => {
    const { folder, a, b, app } = await twoCopies()
    const merge = (out: string) =>
      app.refused('project.merge', { a: a.folder, b: b.folder, out, job: 'm' })
    expect((await merge(a.folder)).code).toBe('inside-project')
    expect((await merge(join(a.folder, 'c'))).code).toBe('inside-project')
    await mkdir(join(folder, 'full'))
    await writeFile(join(folder, 'full', 'x'), 'x')
    expect((await merge(join(folder, 'full'))).code).toBe('folder-not-empty')
    expect(
      (
        await app.refused('project.merge', {
          a: folder,
          b: b.folder,
          out: join(folder, 'c'),
          job: 'm',
        })
      ).code,
    ).toBe('not-a-project')
    expect(await readdir(folder)).not.toContain('c')
  })
})
