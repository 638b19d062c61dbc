import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { newestGood } from '../../src-main/storage/newest-good.ts'
import { setBackups } from '../../src-main/storage/set-backups.ts'
import {
  backupName,
  backupOf,
  newestFirst,
  rotatedOut,
} from '../../src-main/storage/which-backups.ts'
import { setting } from './backup-setting.ts'

const hour = 3_600_000

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

test('whoever closes the store waits for a state that is just being kept', async () => {
  const { store, first, path, paths } = await setting()
  const stored = (await store.find('ليلى', first.id)) as AnnotationSet
  const set = { ...stored, revision: 7 }
  let begin = () => {}
  const begun = new Promise<void>(resolve => {
    begin = resolve
  })
  const kept = setBackups(
    paths,
    () => {},
    async (_, keep) => {
      const keeping = keep(set)
      begin()
      await keeping
    },
  )
  kept.keepSoon(path)
  await begun
  await kept.close()
  expect((await kept.list('ليلى', first.id)).map(({ revision }) => revision)).toContain(7)
})
