import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { adjudicationReport } from '../../annotations/api/reviewing.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { findSets } from '../../src-main/storage/find-sets.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { appFor, tempFolder } from './temp-project.ts'

// Built before these tests are run (`tests/build-program.mjs`).
const root = join(import.meta.dirname, '../..')
const cli = join(root, 'out/main/cli.js')

async function isnad(...args: string[]) {
  const env = { ...process.env, LC_ALL: '', ISNAD_LANG: 'en', ISNAD_HOME: await tempFolder() }
  return new Promise<{ code: number; out: string; err: string }>(resolve =>
    execFile(
      process.execPath,
      [cli, 'adjudicate', ...args],
      { env, maxBuffer: 1 << 26 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )
}

/** The bundled sample where nobody has adjudicated yet. */
async function copied(): Promise<string> {
  const folder = join(await tempFolder(), 'project')
  await cp(join(root, 'samples/coalition-talks'), folder, {
    recursive: true,
    filter: path => !path.includes(join('annotations', 'gold')),
  })
  return folder
}

async function goldOf(folder: string): Promise<AnnotationSet[]> {
  const paths = projectPaths(folder)
  const ids = (await findSets(paths, () => {})).get('gold') ?? []
  const sets = await Promise.all(ids.map(id => readSet(paths, 'gold', id)))
  return sets.filter(set => set !== undefined)
}

test('isnad adjudicate writes gold sets, says what is left, and does nothing the second time', async () => {
  const folder = await copied()
  const { code, out } = await isnad(folder, '--annotators', 'ليلى,عمر', '--json')
  expect(code).toBe(0)
  const report = adjudicationReport.parse(JSON.parse(out))
  expect(report).toMatchObject({ strategy: 'agreed', rejected: [] })
  expect(report.documents).toBeGreaterThan(0)
  expect(report.open).toBeGreaterThan(0)
  const gold = await goldOf(folder)
  expect(gold).toHaveLength(report.documents)
  const bytes = gold.map(storedSet.stringify)
  expect(
    gold.flatMap(({ decisions }) => decisions ?? []).every(({ way }) => way === 'agreed'),
  ).toBe(true)
  const again = await isnad(folder, '--annotators', 'عمر,ليلى')
  expect(again.out).toContain('of them changed: 0')
  expect((await goldOf(folder)).map(storedSet.stringify)).toEqual(bytes)
})

test('a wider strategy takes more; wrong usage ends with 2, nothing to compare with 1', async () => {
  const folder = await copied()
  const { done } = appFor(await tempFolder())
  const counts: number[] = []
  for (const strategy of ['agreed', 'majority', 'union'] as const) {
    const report = await done('review.adjudicate', { project: folder, job: 'test', strategy })
    counts.push(report.annotations)
  }
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  expect(counts.at(-1)).toBeGreaterThan(counts[0] as number)
  expect((await isnad()).code).toBe(2)
  expect((await isnad(folder, '--strategy', 'dictate')).code).toBe(2)
  const unknown = await isnad(folder, '--annotators', 'عمر,زيد')
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('زيد')
})

test('a set of another text and one that cannot be read are said, and stop no other document', async () => {
  const folder = await copied()
  const paths = projectPaths(folder)
  const found = await findSets(paths, () => {})
  const both = (found.get('ليلى') ?? []).filter(id => found.get('عمر')?.includes(id))
  const [first, second] = both as [string, string]
  await writeFile(paths.set('عمر', first), '{ "format": "isnad-set/1", ')
  const other = await readSet(paths, 'عمر', second)
  await writeFile(
    paths.set('عمر', second),
    storedSet.stringify({ ...(other as AnnotationSet), textDigest: `sha256:${'0'.repeat(64)}` }),
  )
  const broken = await readFile(paths.set('عمر', first), 'utf8')
  const { code, out, err } = await isnad(folder, '--annotators', 'ليلى,عمر', '--json')
  expect(code).toBe(1)
  const report = adjudicationReport.parse(JSON.parse(out))
  expect(report.rejected.map(({ failure }) => failure.code).sort()).toEqual([
    'not-json',
    'text-changed',
  ])
  expect(report.documents).toBe(both.length - 2)
  expect(err).toContain('عمر')
  expect(await readFile(paths.set('عمر', first), 'utf8')).toBe(broken)
})

test('sets are opened for comparison with gold apart, and tallied by kind', async () => {
  const folder = await copied()
  const { done, refused } = appFor(await tempFolder())
  const project = await done('project.open', { folder })
  const shared = project.documents.find(({ sets }) => Object.keys(sets).length > 1)
  if (!shared) throw new Error('the sample has no document with two sets')
  const opened = await done('review.open', { project: folder, documentId: shared.id })
  expect(opened.sets.map(({ annotator }) => annotator).sort()).toEqual(
    Object.keys(shared.sets).sort(),
  )
  expect(opened.gold).toBeUndefined()
  const { tallies } = await done('review.tally', {
    project: folder,
    documentIds: project.documents.map(({ id }) => id),
  })
  expect(tallies.find(({ documentId }) => documentId === shared.id)?.tally.open).toBeGreaterThan(0)
  expect((await refused('review.open', { project: folder, documentId: '0'.repeat(16) })).code).toBe(
    'no-document',
  )
  const { reasons } = await done('review.save-reasons', {
    project: folder,
    reasons: ['الصفة جزء من الفاعل', 'الصفة جزء من الفاعل'],
  })
  expect(reasons).toEqual(['الصفة جزء من الفاعل'])
  expect((await done('project.open', { folder })).project.reasons).toEqual(reasons)
})
