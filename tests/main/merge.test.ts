import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { type Change, removalOf } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Document } from '../../annotations/model/document.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { actorStore } from '../../src-main/storage/actor-store.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { documentStore, readDocument } from '../../src-main/storage/document-store.ts'
import { type ProjectPaths, projectPaths } from '../../src-main/storage/paths.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

/** Two copies of one project, as two people carry them away. */
async function twoCopies() {
  const { folder, paths, first, second } = await tempProject()
  // What every program does before it ends: the state it left is kept.
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  await cp(paths.folder, a, { recursive: true })
  await cp(paths.folder, b, { recursive: true })
  return {
    folder,
    first,
    second,
    a: projectPaths(a),
    b: projectPaths(b),
    app: appFor(join(folder, 'home')),
  }
}

async function edit(
  paths: ProjectPaths,
  document: Document,
  changesOf: (set: AnnotationSet) => Change[],
  annotator = 'ليلى',
  at = new Date('2024-10-13T08:00:00.000Z'),
) {
  const store = annotationStore(paths)
  const set = await store.findOrEmpty(annotator, document)
  const actions = [{ kind: 'edit' as const, changes: changesOf(set) }]
  await store.save({
    document,
    scheme: defaultScheme,
    annotator,
    revision: set.revision,
    actions,
    at,
  })
  await store.close()
}

const tag = ({ text }: Document, words: string, id: string): Change => ({
  kind: 'put-annotation',
  annotation: {
    id,
    label: 'actor',
    spans: [spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)],
    attributes: { kind: 'person' },
  },
})

const put = (set: AnnotationSet, id: string, how: (one: Annotation) => Annotation): Change => {
  const one = set.annotations.find(annotation => annotation.id === id)
  if (!one) throw new Error(`no ${id}`)
  return { kind: 'put-annotation', annotation: how(one) }
}

const idsOf = (set: AnnotationSet | undefined) => set?.annotations.map(({ id }) => id).sort()

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
