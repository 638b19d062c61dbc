import { execFile } from 'node:child_process'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedActor, storedSet } from '../../annotations/model/stored.ts'
import { checkProject } from '../../src-main/check/check-project.ts'
import { repairProject } from '../../src-main/check/repair-project.ts'
import { readStored, writeStored } from '../../src-main/storage/json-file.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { tempProject } from './temp-project.ts'

const cli = join(import.meta.dirname, '../../out/main/cli.js')
const run = promisify(execFile)

/** A project under Git with Isnad's merge driver, as docs/git.md says; `edit` commits one change to ليلى's set. */
async function inGit(withDriver = true) {
  const { paths, first } = await tempProject()
  const { folder } = paths
  const git = async (...args: string[]): Promise<{ code: number; out: string }> => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', LANG: 'C' }
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid']
    try {
      const { stdout, stderr } = await run('git', [...who, ...args], { cwd: folder, env })
      return { code: 0, out: stdout + stderr }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { code, out: stdout + stderr }
    }
  }
  await rm(paths.state, { recursive: true, force: true })
  await writeFile(join(folder, '.gitattributes'), '* -text\n*.json merge=isnad\n')
  await writeFile(join(folder, '.gitignore'), '.isnad/\n')
  await git('init', '-q', '-b', 'main')
  if (withDriver)
    await git(
      'config',
      'merge.isnad.driver',
      `"${process.execPath}" "${cli}" merge-driver %O %A %B %P`,
    )
  await git('add', '-A')
  await git('commit', '-qm', 'begun')

  let saves = 0
  async function edit(message: string, how: (set: AnnotationSet) => Partial<AnnotationSet>) {
    const set = await readSet(paths, 'ليلى', first.id)
    if (!set) throw new Error('no set')
    const updated = new Date(Date.parse('2024-11-01') + saves++ * 1000).toISOString()
    const next = { ...set, revision: set.revision + 1, updated, ...how(set) }
    await writeStored(paths.set('ليلى', first.id), storedSet, next)
    await git('commit', '-qam', message)
  }
  const tag =
    (id: string, words: string) =>
    ({ annotations }: AnnotationSet) => {
      const start = first.text.indexOf(words)
      const spans = [spanOf(first.text, start, start + words.length)]
      return { annotations: [...annotations, { id, label: 'actor', spans, attributes: {} }] }
    }
  const without =
    (id: string) =>
    ({ annotations, relations }: AnnotationSet) => ({
      annotations: annotations.filter(one => one.id !== id),
      relations: relations.filter(({ from, to }) => from !== id && to !== id),
    })
  const stance =
    (value: string) =>
    ({ annotations }: AnnotationSet) => ({
      annotations: annotations.map(one =>
        one.id === 'c1' ? { ...one, attributes: { stance: value } } : one,
      ),
    })
  const now = async () => {
    const set = await readSet(paths, 'ليلى', first.id)
    return {
      ids: set?.annotations.map(({ id }) => id).sort(),
      claims: [...(set?.annotations ?? []), ...(set?.alternatives ?? [])]
        .filter(({ id }) => id === 'c1')
        .map(({ attributes }) => attributes.stance)
        .sort(),
    }
  }
  const clean = async () => (await git('status', '--porcelain')).out === ''
  return { paths, first, git, edit, tag, without, stance, now, clean }
}

test('two branches are merged: both sides’ annotations, a removal kept, two values of one thing both kept', async () => {
  const { git, edit, tag, without, stance, now, clean } = await inGit()
  await git('checkout', '-qb', 'laptop')
  await edit('on the laptop', tag('n1', 'أيلول'))
  await edit('and this', stance('denies'))
  await git('checkout', '-q', 'main')
  await edit('at the desk', without('q1'))
  await edit('and there', stance('doubts'))
  const { code, out } = await git('merge', '--no-edit', 'laptop')
  expect([code, out]).toEqual([0, expect.stringContaining('c1')])
  expect(await now()).toEqual({ ids: ['a1', 'c1', 'n1'], claims: ['denies', 'doubts'] })
  expect(await clean()).toBe(true)
  // Merged the other way round it is the same project, byte for byte.
  const one = (await git('rev-parse', 'HEAD^{tree}')).out
  await git('checkout', '-q', 'laptop')
  expect((await git('merge', '--no-edit', 'main~1')).code).toBe(0)
  expect((await git('rev-parse', 'HEAD^{tree}')).out).toBe(one)
})

test('commits are rebased one by one', async () => {
  const { git, edit, tag, without, now, clean } = await inGit()
  await git('checkout', '-qb', 'laptop')
  await edit('one', tag('n1', 'أيلول'))
  await edit('two', tag('n2', 'التحالف'))
  await edit('three', without('n1'))
  await git('checkout', '-q', 'main')
  await edit('other', without('q1'))
  await edit('more', tag('m1', 'الوزير'))
  await git('checkout', '-q', 'laptop')
  const rebased = await git('rebase', 'main')
  expect([rebased.code, rebased.out]).toEqual([0, expect.any(String)])
  expect((await now()).ids).toEqual(['a1', 'c1', 'm1', 'n2'])
  expect(await clean()).toBe(true)
  expect((await git('log', '--format=%s', 'main..HEAD')).out.split('\n').filter(Boolean)).toEqual([
    'three',
    'two',
    'one',
  ])
})

test('one commit is picked, and what it was not about stays behind', async () => {
  const { git, edit, tag, now } = await inGit()
  await git('checkout', '-qb', 'laptop')
  await edit('one', tag('n1', 'أيلول'))
  await edit('two', tag('n2', 'التحالف'))
  await git('checkout', '-q', 'main')
  await edit('other', tag('m1', 'الوزير'))
  const picked = await git('cherry-pick', 'laptop')
  expect([picked.code, picked.out]).toEqual([0, expect.any(String)])
  expect((await now()).ids).toEqual(['a1', 'c1', 'm1', 'n2', 'q1'])
})

test('an actor both changed is merged by field; two names for one stop Git, and both are in its index', async () => {
  const { paths, git } = await inGit()
  const file = paths.actor('minister')
  const change = async (message: string, how: object) => {
    const actor = await readStored(file, storedActor)
    if (actor) await writeStored(file, storedActor, { ...actor, ...how })
    await git('commit', '-qam', message)
  }
  await git('checkout', '-qb', 'laptop')
  await change('titles', { titles: ['معالي الوزير'] })
  await git('checkout', '-q', 'main')
  await change('aliases', { aliases: ['الوزير', 'وزير الدفاع العراقي'] })
  expect((await git('merge', '--no-edit', 'laptop')).code).toBe(0)
  expect(await readStored(file, storedActor)).toMatchObject({
    titles: ['معالي الوزير'],
    aliases: ['الوزير', 'وزير الدفاع العراقي'],
  })
  await git('checkout', '-qb', 'other')
  await change('name', { name: { ar: 'الوزير العبيدي' } })
  await git('checkout', '-q', 'main')
  await change('name', { name: { ar: 'وزير الدفاع السابق' } })
  const stopped = await git('merge', '--no-edit', 'other')
  expect([stopped.code, stopped.out]).toEqual([1, expect.stringContaining('CONFLICT')])
  expect(stopped.out).toContain('الوزير العبيدي')
  expect((await git('show', ':3:actors/minister.json')).out).toContain('الوزير العبيدي')
  expect(await readStored(file, storedActor)).toBeDefined()
})

test('without the driver, the markers that Git leaves are found, and a repair merges by id', async () => {
  const { paths, git, edit, tag, stance, now } = await inGit(false)
  await git('config', 'merge.conflictStyle', 'diff3')
  await git('checkout', '-qb', 'laptop')
  await edit('one', tag('n1', 'أيلول'))
  await git('checkout', '-q', 'main')
  await edit('other', stance('denies'))
  expect((await git('merge', '--no-edit', 'laptop')).code).toBe(1)
  const before = await checkProject(paths.folder)
  expect(before.findings.map(({ kind }) => kind)).toContain('conflict-markers')
  expect((await repairProject(paths.folder, new Date())).map(({ kind }) => kind)).toEqual([
    'merged',
  ])
  expect(await now()).toEqual({ ids: ['a1', 'c1', 'n1', 'q1'], claims: ['denies'] })
})

test('what is no file of ours is left to Git as it is', async () => {
  const { paths, git } = await inGit()
  const file = join(paths.folder, 'notes.json')
  await writeFile(file, '[1]\n')
  await git('add', '-A')
  await git('commit', '-qm', 'notes')
  await git('checkout', '-qb', 'laptop')
  await writeFile(file, '[1, 2]\n')
  await git('commit', '-qam', 'two')
  await git('checkout', '-q', 'main')
  await appendFile(file, '[3]\n')
  await git('commit', '-qam', 'three')
  const { code, out } = await git('merge', '--no-edit', 'laptop')
  expect([code, out]).toEqual([1, expect.stringContaining('notes.json')])
})
