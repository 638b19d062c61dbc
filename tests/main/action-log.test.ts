import { appendFile, chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type LogEntry, replay } from '../../annotations/model/action.ts'
import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { actionLog, readLog } from '../../src-main/storage/action-log.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { at, failureFrom, tempProject, textOf } from './temp-project.ts'

const status = (n: number): Change[] => [
  { kind: 'set-status', status: n % 2 ? 'submitted' : 'in-progress' },
]

async function setting() {
  const { paths, first } = await tempProject()
  const store = annotationStore(paths)
  const save = (revision: number, changes = status(revision)) =>
    store.save({
      document: first,
      scheme: defaultScheme,
      annotator: 'ليلى',
      revision,
      actions: [{ kind: 'edit', changes }],
      at: new Date(at.getTime() + revision * 1000),
    })
  const log = paths.log('ليلى', first.id)
  const read = () => readLog(paths, 'ليلى', first.id)
  return { paths, store, first, save, log, read, path: paths.set('ليلى', first.id) }
}

const revisions = (entries: LogEntry[]) => entries.map(({ revision }) => revision)

test('every saved action is in the log when the save is answered, and leads to the set', async () => {
  const { save, read, path } = await setting()
  const before = storedSet.parse(await textOf(path))
  await save(1)
  await save(2)
  const last = await save(3)
  const { entries, spoiled } = await read()
  expect(revisions(entries)).toEqual([1, 2, 3, 4])
  expect(spoiled).toEqual([])
  if (!before.ok) throw new Error('no set')
  expect(storedSet.stringify(replay(before.value, entries))).toBe(storedSet.stringify(last))
})

test.each([
  ['without its end', '{"revision":9,"at":"2024-'],
  ['of zeros', '\0\0\0\0\0\0\0\0\n'],
  ['with a wrong sum', '{"revision":9,"sum":"00000000"}\n'],
])(
  'a last line %s is dropped, nothing else, and the next action takes its place',
  async (_, torn) => {
    const { paths, save, log, read, first } = await setting()
    await save(1)
    const good = await textOf(log)
    await appendFile(log, torn)
    expect(revisions((await read()).entries)).toEqual([1, 2])
    // As after a crash: another process goes on.
    await annotationStore(paths).save({
      document: first,
      scheme: defaultScheme,
      annotator: 'ليلى',
      revision: 2,
      actions: [{ kind: 'edit', changes: status(0) }],
      at,
    })
    const now = await textOf(log)
    expect(now.startsWith(good)).toBe(true)
    expect(now.slice(good.length).split('\n')).toHaveLength(2)
    expect(revisions((await read()).entries)).toEqual([1, 2, 3])
  },
)

test('a spoiled line in the middle is named; the log is set aside and goes on with the rest', async () => {
  const { paths, save, log, read, store } = await setting()
  await save(1)
  await save(2)
  await store.close()
  await writeFile(log, (await textOf(log)).replace('"revision":2', '"revision":7'))
  expect(await read()).toMatchObject({ spoiled: [3] })
  await save(3)
  expect(revisions((await read()).entries)).toEqual([1, 3, 4])
  const names = await readdir(dirname(log))
  expect(names.filter(name => name.includes('.broken-'))).toHaveLength(1)
  expect(await readdir(paths.logs)).toEqual(expect.arrayContaining(['ليلى']))
})

test('a save that is refused is not in the log', async () => {
  const { save, read, log } = await setting()
  await save(1)
  const before = await textOf(log)
  const bad: Change[] = [
    { kind: 'put-relation', relation: { id: 'r9', type: 'about', from: 'gone', to: 'a1' } },
  ]
  expect(await failureFrom(save(2, bad))).toMatchObject({ code: 'bad-set' })
  expect(await textOf(log)).toBe(before)
  expect(revisions((await read()).entries)).toEqual([1, 2])
})

test('a save whose file could not be written is not in the log either', async () => {
  const { save, read, path, log, store } = await setting()
  await save(1)
  const before = await textOf(log)
  const set = await readFile(path)
  await rm(path)
  await mkdir(path)
  await expect(save(2)).rejects.toThrow()
  expect(await textOf(log)).toBe(before)
  await rm(path, { recursive: true })
  await writeFile(path, set)
  expect(await save(2)).toMatchObject({ revision: 3 })
  expect(revisions((await read()).entries)).toEqual([1, 2, 3])
  await store.close()
})

test('a log that cannot be written refuses the save, and the set stays as it was', async () => {
  const { save, path, log, store } = await setting()
  await store.close()
  const before = await textOf(path)
  await rm(log)
  await mkdir(log)
  expect(await failureFrom(save(1))).toMatchObject({ params: { file: log } })
  expect(await textOf(path)).toBe(before)
  await chmod(log, 0o755)
})

test('a log that has grown long is cut to its newest half when it is opened again', async () => {
  const { paths, log, first, read } = await setting()
  const writer = actionLog(paths)
  const entry = (revision: number): LogEntry => ({
    revision,
    at: at.toISOString(),
    kind: 'edit',
    changes: [{ kind: 'remove-annotation', id: 'x'.repeat(60) }],
    inverse: [],
  })
  const many = Array.from({ length: 50_000 }, (_, n) => entry(n + 2))
  await writer.append('ليلى', first.id, many)
  await writer.close()
  const { size } = await stat(log)
  expect(size).toBeGreaterThan(8_000_000)
  await writer.append('ليلى', first.id, [entry(50_002)])
  await writer.close()
  expect((await stat(log)).size).toBeLessThan(size / 2 + 10_000)
  const { entries, spoiled } = await read()
  expect(spoiled).toEqual([])
  expect(entries.at(-1)?.revision).toBe(50_002)
  expect(entries[0]?.revision).toBe(50_003 - entries.length)
})

test('a log is not put away while it is being written on', async () => {
  const { paths, first, read } = await setting()
  const writer = actionLog(paths)
  const entry = (revision: number): LogEntry => ({
    revision,
    at: at.toISOString(),
    kind: 'edit',
    changes: [{ kind: 'remove-annotation', id: 'x' }],
    inverse: [],
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await writer.append('ليلى', first.id, [entry(2)])
  const second = writer.append('ليلى', first.id, [entry(3)])
  // Its time is up while the disk is asked whether the log is as it was left.
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  vi.advanceTimersByTime(60_000)
  await second
  await writer.close()
  const { entries, spoiled } = await read()
  expect([entries.at(-1)?.revision, spoiled]).toEqual([3, []])
})

test('logs that are let go of while one is about to be written on stay open for it', async () => {
  const { paths, first } = await tempProject()
  const writer = actionLog(paths)
  let revision = 0
  const append = () =>
    writer.append('سعاد', first.id, [
      {
        revision: ++revision,
        at: at.toISOString(),
        kind: 'edit',
        changes: status(revision),
        inverse: [],
      },
    ])
  for (let ticks = 0; ticks < 12; ticks++) {
    // Left open behind its last line, and let go of as the next is about to be written.
    await append()
    const writing = append()
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
    await Promise.all([writing, writer.close()])
  }
  expect((await readLog(paths, 'سعاد', first.id)).entries).toHaveLength(24)
})
