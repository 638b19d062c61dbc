import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Asked } from '../../annotations/api/contract.ts'
import { formats } from '../../annotations/formats/formats.ts'
import { isnadLine } from '../../annotations/formats/isnad-line.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

async function setting(emit?: (event: AppEvent) => void) {
  const project = await tempProject()
  const out = join(project.folder, 'out.jsonl')
  const app = appFor(join(project.folder, 'home'), emit)
  const input = { project: project.paths.folder, job: 'job', format: 'isnad', out } as const
  const run = (more: Partial<Asked<'export.run'>> = {}) =>
    app.done('export.run', { ...input, ...more })
  const refused = (more: Partial<Asked<'export.run'>> = {}) =>
    app.refused('export.run', { ...input, ...more })
  return { ...project, ...app, out, run, refused }
}

const linesOf = async (path: string) =>
  (await textOf(path))
    .trimEnd()
    .split('\n')
    .map(line => isnadLine.parse(JSON.parse(line)))

test('every set is a line, by document, then by annotator, gold last', async () => {
  const { run, out, first, second, third } = await setting()
  const report = await run()
  const lines = await linesOf(out)
  const sets: [string, string][] = [
    [first.id, 'عمر'],
    [first.id, 'ليلى'],
    [second.id, 'ليلى'],
    [third.id, 'gold'],
  ]
  expect(lines.map(({ document, set }) => [document.id, set.annotator])).toEqual(
    sets.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )
  expect(report).toEqual({
    file: out,
    lines: 4,
    annotations: 9,
    bytes: Buffer.byteLength(await textOf(out)),
    offsets: 'utf-16 and code points',
  })
  expect(lines.find(({ set }) => set.annotator === 'gold')?.annotations).toEqual([])
})

test('the same project is the same bytes, whatever was edited in between', async () => {
  const { run, out, done, paths, first } = await setting()
  await run()
  const before = await textOf(out)
  const edit = (metadata: { title: string; published?: string }) =>
    done('documents.edit', { project: paths.folder, id: first.id, metadata })
  await edit({ title: 'آخر', published: '1999' })
  await edit({ title: first.title })
  await run({ overwrite: true })
  expect(await textOf(out)).toBe(before)
})

test('only the annotators asked for are exported', async () => {
  const { run, out } = await setting()
  await run({ annotators: ['gold', 'عمر'] })
  expect((await linesOf(out)).map(({ set }) => set.annotator).sort()).toEqual(['gold', 'عمر'])
})

test('actors are named from the register', async () => {
  const { run, out } = await setting()
  await run({ annotators: ['عمر'] })
  const [line] = await linesOf(out)
  expect(line?.annotations.find(({ id }) => id === 'a1')?.actor).toEqual({
    id: 'minister',
    name: 'وزير الدفاع',
    kind: 'person',
  })
  expect(line?.claims[0]?.sources[0]).toMatchObject({
    actor: 'minister',
    name: 'وزير الدفاع',
    cue: 'قالَ',
  })
})

test('progress is told to the end', async () => {
  const events: AppEvent[] = []
  const { run } = await setting(event => events.push(event))
  await run()
  expect(events.at(-1)).toMatchObject({ kind: 'progress', job: 'job', done: 3, total: 3 })
})

test('a cancelled export leaves the older file as it was and nothing beside it', async () => {
  const asked: Promise<unknown>[] = []
  const { refused, call, out, folder } = await setting(() =>
    asked.push(call('jobs.cancel', { job: 'job' })),
  )
  await writeFile(out, 'قديم')
  expect(await refused({ overwrite: true })).toMatchObject({ code: 'cancelled' })
  expect(await textOf(out)).toBe('قديم')
  expect((await readdir(folder)).sort()).toEqual(['out.jsonl', 'project'])
})

test('a set that cannot be read fails the export by name, and the older file stays', async () => {
  const { refused, out, paths, first, folder } = await setting()
  await writeFile(out, 'قديم')
  await writeFile(paths.set('عمر', first.id), '{')
  expect(await refused({ overwrite: true })).toMatchObject({
    code: 'not-json',
    params: { file: paths.set('عمر', first.id) },
  })
  expect(await textOf(out)).toBe('قديم')
  expect((await readdir(folder)).sort()).toEqual(['out.jsonl', 'project'])
})

test('annotations that moved are exported where they are', async () => {
  const { run, out, paths, second } = await setting()
  const set = await readSet(paths, 'ليلى', second.id)
  if (!set) throw new Error('no set')
  const annotations = set.annotations.map(annotation => ({
    ...annotation,
    spans: annotation.spans.map(span => ({ ...span, start: span.start + 5, end: span.end + 5 })),
  }))
  await writeStored(paths.set('ليلى', second.id), storedSet, { ...set, annotations })
  await run({ annotators: ['ليلى'] })
  for (const line of (await textOf(out)).trimEnd().split('\n'))
    expect(formats.isnad.read(line)).toMatchObject({ ok: true, value: { problems: [] } })
})

test('lost annotations fail the export with the document and their number', async () => {
  const { refused, out, paths, first } = await setting()
  const set = await readSet(paths, 'ليلى', first.id)
  if (!set) throw new Error('no set')
  const annotations = set.annotations.map(annotation => ({
    ...annotation,
    spans: annotation.spans.map(span => ({ ...span, quote: 'x'.repeat(span.quote.length) })),
  }))
  await writeStored(paths.set('ليلى', first.id), storedSet, { ...set, annotations })
  expect(await refused()).toEqual({
    code: 'lost-annotations',
    params: { title: first.title, annotator: 'ليلى', id: first.id, count: 3 },
  })
  await expect(textOf(out)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an actor that cannot be read fails the export rather than leaving names out', async () => {
  const { refused, paths } = await setting()
  await writeFile(paths.actor('minister'), 'null')
  expect(await refused()).toMatchObject({ code: 'wrong-shape' })
})

test('an existing file is not replaced unasked', async () => {
  const { refused, run, out } = await setting()
  await writeFile(out, 'قديم')
  expect(await refused()).toEqual({ code: 'file-exists', params: { file: out } })
  expect(await textOf(out)).toBe('قديم')
  expect((await run({ overwrite: true })).lines).toBe(4)
})

test('what an export may not be written to is refused before anything is read', async () => {
  const { refused, folder, paths, first, out } = await setting()
  expect(await refused({ out: folder, overwrite: true })).toMatchObject({ code: 'is-a-folder' })
  expect(await refused({ out: join(folder, 'gone', 'x.jsonl') })).toEqual({
    code: 'not-found',
    params: { file: join(folder, 'gone') },
  })
  await writeFile(out, '')
  expect(await refused({ out: join(out, 'x.jsonl') })).toMatchObject({ code: 'not-a-folder' })
  expect(await refused({ out: '/dev/null', overwrite: true })).toMatchObject({ code: 'io' })
  for (const own of [
    paths.project,
    paths.documentText(first.id),
    paths.set('ليلى', 'x'),
    paths.index,
  ])
    expect((await refused({ out: own, overwrite: true })).code).toMatch(/inside-project|not-found/)
})

test('a link is followed, and stays a link', async () => {
  const { run, folder, out } = await setting()
  await mkdir(join(folder, 'far'))
  await writeFile(join(folder, 'far', 'real.jsonl'), 'قديم')
  await symlink(join(folder, 'far', 'real.jsonl'), out)
  expect((await run({ overwrite: true })).file).toBe(join(folder, 'far', 'real.jsonl'))
  expect(await textOf(out)).toBe(await textOf(join(folder, 'far', 'real.jsonl')))
})

test('annotators who are not there, and projects without annotations, are said to be so', async () => {
  const { refused, paths } = await setting()
  expect(await refused({ annotators: ['ليلى', 'سعاد'] })).toEqual({
    code: 'no-annotator',
    params: { name: 'سعاد' },
  })
  await rm(paths.annotations, { recursive: true })
  expect(await refused()).toMatchObject({ code: 'nothing-to-export' })
  await rm(paths.project)
  expect(await refused()).toMatchObject({ code: 'not-a-project' })
})

test('what stands in dimmed furniture stays out of an export unless it is asked for, and is counted', async () => {
  const { run, out, done, paths, first } = await setting()
  const all = (await run()).annotations
  // The whole first article is dimmed: nothing tagged in it is of the text any more.
  await done('documents.mark', {
    project: paths.folder,
    id: first.id,
    regions: [{ kind: 'boilerplate', start: 0, end: first.length }],
  })
  const report = await run({ overwrite: true })
  expect(report.leftOut).toBeGreaterThan(0)
  expect(report.annotations + (report.leftOut ?? 0)).toBe(all)
  const lines = await linesOf(out)
  for (const { document, annotations, relations } of lines)
    if (document.id === first.id) expect([annotations, relations]).toEqual([[], []])
  const whole = await run({ overwrite: true, furniture: true })
  expect(whole.annotations).toBe(all)
  expect(whole).not.toHaveProperty('leftOut')
})
