import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noHeirs } from '../../annotations/model/migrate-scheme.ts'
import { isGone, tryLock, underTakeover } from '../../src-main/storage/lock-folder.ts'
import { locks } from '../../src-main/storage/locks.ts'
import { appFor, tempProject } from './temp-project.ts'

const now = () => new Date('2026-03-01T12:00:00Z')

/** A lock as another program would hold it. */
async function heldBy(folder: string, holder: { host: string; pid: number }) {
  await mkdir(join(folder, 'ليلى.lock'), { recursive: true })
  const who = { annotator: 'ليلى', since: now().toISOString(), ...holder }
  await writeFile(join(folder, 'ليلى.json'), JSON.stringify(who))
}

async function alive(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child
}

test('a lock is taken, let go, and leaves nothing behind', async () => {
  const { paths } = await tempProject()
  const mine = locks(paths, now)
  expect(await mine.hold('ليلى')).toEqual({ kind: 'ours', afterCrash: false })
  expect(await mine.hold('ليلى')).toEqual({ kind: 'ours', afterCrash: false })
  expect(await mine.hold('عمر')).toEqual({ kind: 'ours', afterCrash: false })
  await mine.releaseAll()
  expect(await readdir(paths.locks)).toEqual([])
})

test('what a living process of this machine holds is not taken, and its holder is named', async () => {
  const { paths } = await tempProject()
  const { pid } = await alive()
  await heldBy(paths.locks, { host: hostname(), pid: pid as number })
  expect(await locks(paths, now).hold('ليلى')).toEqual({
    kind: 'theirs',
    holder: { annotator: 'ليلى', host: hostname(), pid, since: now().toISOString() },
  })
})

test('what a process held that was killed is taken at once, and known for that', async () => {
  const { paths } = await tempProject()
  const child = await alive()
  await heldBy(paths.locks, { host: hostname(), pid: child.pid as number })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const mine = locks(paths, now)
  expect(await mine.hold('ليلى')).toEqual({ kind: 'ours', afterCrash: true })
  await mine.releaseAll()
})

test.each(['1999-01-01', '2099-01-01'])(
  'another machine’s clock of %s does not make its lock stale',
  async year => {
    const { paths } = await tempProject()
    await heldBy(paths.locks, { host: 'جهاز-آخر', pid: 1 })
    await utimes(join(paths.locks, 'ليلى.lock'), new Date(year), new Date(year))
    expect(await locks(paths, now).hold('ليلى')).toMatchObject({
      kind: 'theirs',
      holder: { host: 'جهاز-آخر' },
    })
  },
)

test('a save by another than the holder is refused with who it is; when the holder is gone it is made', async () => {
  const { paths, first, folder } = await tempProject()
  const child = await alive()
  await heldBy(paths.locks, { host: hostname(), pid: child.pid as number })
  const { done, refused } = appFor(join(folder, 'home'))
  const about = { project: paths.folder, documentId: first.id, annotator: 'ليلى' }
  const save = {
    ...about,
    revision: 1,
    actions: [{ changes: [{ kind: 'set-status' as const, status: 'submitted' as const }] }],
  }
  expect(await refused('sets.save', save)).toMatchObject({
    code: 'locked',
    params: { annotator: 'ليلى', host: hostname() },
  })
  expect(await done('project.hold', { project: paths.folder, annotator: 'ليلى' })).toMatchObject({
    holder: { host: hostname() },
  })
  // Somebody else's name is free.
  expect(await done('project.hold', { project: paths.folder, annotator: 'سعاد' })).toEqual({
    settled: 0,
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await done('sets.save', save)).toMatchObject({ revision: 2 })
})

test('a lock that was taken away by hand is asked for again', async () => {
  const { paths } = await tempProject()
  const mine = locks(paths, now)
  await mine.hold('ليلى')
  await mine.release('ليلى')
  await rm(paths.locks, { recursive: true })
  expect(await mine.hold('ليلى')).toMatchObject({ kind: 'ours' })
  await mine.releaseAll()
})

test('a lock is not let go while a save under it is under way', async () => {
  const { paths } = await tempProject()
  const mine = locks(paths, now)
  await mine.hold('ليلى')
  const order: string[] = []
  const work = mine.during('ليلى', async () => {
    await new Promise(resolve => setTimeout(resolve, 30))
    order.push('saved')
  })
  const released = mine.release('ليلى').then(() => order.push('let go'))
  expect(mine.isOurs('ليلى')).toBe(true)
  await Promise.all([work, released])
  expect(order).toEqual(['saved', 'let go'])
  expect(mine.during('ليلى', async () => {})).toBeUndefined()
})

test('after a holder that was killed, nobody writes before their sets are brought up to the log', async () => {
  const { paths } = await tempProject()
  await heldBy(paths.locks, { host: hostname(), pid: 2 ** 22 })
  const mine = locks(paths, now)
  const order: string[] = []
  const first = mine.hold('ليلى', async () => {
    expect(mine.during('ليلى', async () => {})).toBeUndefined()
    await new Promise(resolve => setTimeout(resolve, 20))
    order.push('settled')
  })
  const second = mine.hold('ليلى').then(held => order.push(held.kind))
  expect(await first).toEqual({ kind: 'ours', afterCrash: true })
  await second
  expect(order).toEqual(['settled', 'ours'])
  await mine.releaseAll()
})

test('of many that find a holder gone at once, one has the lock', async () => {
  const { paths } = await tempProject()
  await heldBy(paths.locks, { host: hostname(), pid: 2 ** 22 })
  const [lock, holder] = [join(paths.locks, 'ليلى.lock'), join(paths.locks, 'ليلى.json')]
  const lost: string[] = []
  const taken = await Promise.all(
    Array.from({ length: 12 }, () =>
      underTakeover(lock, async takeAway => {
        if (!(await isGone(lock, holder))) return undefined
        await takeAway(holder)
        return tryLock(lock, holder, { annotator: 'ليلى', at: now() }, () => lost.push('one'))
      }),
    ),
  )
  const releases = taken.filter(release => release !== undefined)
  expect(releases).toHaveLength(1)
  await releases[0]?.()
  expect(await readdir(paths.locks)).toEqual([])
})

test('whatever writes sets refuses those that somebody else is writing, names who, and changes nothing', async () => {
  const { paths, first, folder } = await tempProject()
  const child = await alive()
  await heldBy(paths.locks, { host: hostname(), pid: child.pid as number })
  const { done, refused } = appFor(join(folder, 'home'))
  const project = paths.folder
  const before = await readFile(paths.set('ليلى', first.id))
  const opened = await done('project.open', { folder: project })
  const { scheme } = opened.project
  const without = { ...scheme, labels: scheme.labels.filter(({ id }) => id !== 'cue') }
  const relationTypes = scheme.relationTypes.filter(({ to }) => !to.includes('cue'))
  const out = join(folder, 'out.jsonl')
  await done('export.run', { project, job: 'j', format: 'isnad', out, annotators: ['عمر'] })
  const annotator = 'ليلى'
  for (const failure of [
    await refused('scheme.save', {
      project,
      scheme: { ...without, relationTypes },
      basedOn: scheme,
      migration: noHeirs,
      job: 'j',
    }),
    await refused('suggest.run', { project, annotator, job: 'j' }),
    await refused('sets.recover', { project, documentId: first.id, annotator }),
    await refused('annotated.run', { project, paths: [out], format: 'isnad', annotator, job: 'j' }),
  ])
    expect(failure).toMatchObject({ code: 'locked', params: { annotator, host: hostname() } })
  expect((await readFile(paths.set(annotator, first.id))).equals(before)).toBe(true)
  expect((await done('project.open', { folder: project })).project.scheme).toEqual(scheme)
  // Nothing of anybody else's stays held.
  expect((await readdir(paths.locks)).sort()).toEqual(['ليلى.json', 'ليلى.lock'])
})
