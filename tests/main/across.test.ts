import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acrossProject } from '../../src-main/across/across-project.ts'
import { disk } from '../../src-main/across/disk.ts'
import { actorStore } from '../../src-main/storage/actor-store.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { appFor, tempFolder } from './temp-project.ts'

async function sample() {
  const app = appFor(await tempFolder())
  const { folder } = await app.done('project.sample', {})
  return { ...app, project: folder, job: 'across' }
}

test('contradictions of the sample are those of a list made by hand', async () => {
  const { done, project, job } = await sample()
  const { contradictions } = await done('across.board', { project, job })
  const coded = contradictions
    .filter(({ code }) => code !== null)
    .map(({ kind, code, party }) => [kind, code, party?.key ?? ''].join(' ').trim())
  expect(coded.sort()).toEqual(
    [
      // One source says both.
      'dates 8 river-brigades',
      'opposed 9 abu-yaqdhan-al-karkhi',
      // September 2025 and the end of 2026; an ultimatum of August and one of October.
      'dates 1',
      'dates 8',
      'opposed 1.1',
      'opposed 1.2',
      'opposed 10',
      'opposed 3',
      'opposed 7',
      'opposed 8',
      'opposed 9',
    ].sort(),
  )
})

test('a claim two people annotated is counted once, and who asks for one annotator gets hers', async () => {
  const { done, project, job } = await sample()
  const all = await done('across.statistics', { project, job })
  const hers = await done('across.statistics', { project, job, filter: { annotator: 'ليلى' } })
  const his = await done('across.statistics', { project, job, filter: { annotator: 'عمر' } })
  expect(all.claims.all).toBeLessThan(hers.claims.all + his.claims.all)
  expect(all.documents).toMatchObject({ all: 10, annotated: 9 })
  expect(all.labels.reduce((sum, { count }) => sum + count, 0)).toBe(all.annotations)
})

test('what is saved is seen at once, and statements behind a cell are as many as it says', async () => {
  const { done, project, job } = await sample()
  const by = { by: 'outlet', end: 'inner' } as const
  const board = await done('across.board', { project, job, ...by })
  const cell = board.cells.find(({ row }) => row === 'p:all-leave-2025')
  if (!cell) throw new Error('no cell')
  const filter = { subject: cell.row }
  const asked = { project, job, ...by, filter, column: cell.column }
  const { total, lines } = await done('across.lines', asked)
  expect(total).toBe(cell.for + cell.against + cell.neutral)
  const [line] = lines
  if (!line) throw new Error('no line')
  const { text } = await done('documents.read', { project, id: line.document })
  expect(text).toContain(line.before + line.quote + line.after)

  const where = { project, documentId: line.document, annotator: line.annotator }
  const { set } = await done('sets.read', where)
  const claim = set.annotations.find(({ id }) => id === line.claim)
  if (!claim) throw new Error('no claim')
  const { proposition: _, towards: __, ...attributes } = claim.attributes
  await done('sets.save', {
    ...where,
    revision: set.revision,
    actions: [{ changes: [{ kind: 'put-annotation', annotation: { ...claim, attributes } }] }],
  })
  expect((await done('across.lines', asked)).total).toBe(total - 1)
})

test('views are saved as files, never over another without being told to', async () => {
  const { call, done, project, job } = await sample()
  const network = { kind: 'network', format: 'graphml', asked: {} } as const
  const out = join(await tempFolder(), 'net.graphml')
  const asked = { project, job, language: 'ar', out } as const
  await done('across.save', { ...asked, view: network })
  expect(await readFile(out, 'utf8')).toContain('edgedefault="undirected"')
  expect(await call('across.save', { ...asked, view: { kind: 'profile' } })).toMatchObject({
    ok: false,
    failure: { code: 'file-exists' },
  })
})

test('what others do to files meanwhile is seen with the next question: a set broken, mended, deleted', async () => {
  const { done, project, job } = await sample()
  const all = await done('across.facets', { project, job })
  const { lines } = await done('across.lines', { project, job, limit: 1 })
  const [line] = lines
  if (!line) throw new Error('no line')
  const file = projectPaths(project).set(line.annotator, line.document)
  const whole = await readFile(file)
  const facets = async () => {
    const { unreadable, statements } = await done('across.facets', { project, job })
    return [unreadable, statements]
  }
  await writeFile(file, whole.subarray(0, whole.length / 2))
  const [unreadable, left] = await facets()
  expect(unreadable).toBe(1)
  expect(left).not.toBe(all.statements)
  // Asked again, nothing is as if it had never been there.
  expect(await facets()).toEqual([1, left])
  await writeFile(file, whole)
  expect(await facets()).toEqual([0, all.statements])
  await unlink(file)
  expect(await facets()).toEqual([0, left])
})

test('an actor renamed and a claim’s proposition deleted are seen with the next question', async () => {
  const { done, project, job } = await sample()
  const before = await done('across.facets', { project, job })
  const [first] = before.actors
  if (!first) throw new Error('no actor')
  const actors = actorStore(projectPaths(project))
  await actors.change(first.key, now => now && { ...now, name: { ar: 'اسم جديد' } })
  const { actors: after } = await done('across.facets', { project, job })
  expect(after.find(({ key }) => key === first.key)?.name.ar).toBe('اسم جديد')

  const board = await done('across.board', { project, job })
  expect(board.rows.some(({ key }) => key === 'p:all-leave-2025')).toBe(true)
  await unlink(projectPaths(project).proposition('all-leave-2025'))
  const { rows, coded } = await done('across.board', { project, job })
  expect(rows.some(({ key }) => key === 'p:all-leave-2025')).toBe(false)
  expect(coded).toBeLessThan(board.coded)
})

test('a project on a disk that is far is read as one that is near', async () => {
  const { done, project } = await sample()
  const { documents, project: own } = await done('project.open', { folder: project })
  const known = { documents, scheme: own.scheme }
  const question = {
    kind: 'board',
    asked: { filter: {}, by: 'outlet', end: 'inner' },
  } as const
  const [near, far] = await Promise.all(
    [disk(), disk(0)].map(disk =>
      acrossProject(projectPaths(project), disk).ask(
        known,
        question,
        () => {},
        () => {},
      ),
    ),
  )
  expect(far).toEqual(near)
  expect(near).toMatchObject({ allRows: expect.any(Number), statements: expect.any(Number) })
})
