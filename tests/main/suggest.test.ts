import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isnadLine } from '../../annotations/formats/isnad-line.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { suggestionKey } from '../../annotations/suggest/suggestion-key.ts'
import { appFor, tempProject, textOf } from './temp-project.ts'

async function setting() {
  const project = await tempProject()
  const app = appFor(join(project.folder, 'home'))
  const input = { project: project.paths.folder, annotator: 'machine', job: 'job' }
  return { ...project, ...app, input }
}

test('suggestions become a set of their own name, which an export tells as claims with their chains', async () => {
  const { done, input, folder, second } = await setting()
  const report = await done('suggest.run', input)
  expect(report).toMatchObject({ documents: 3, rejected: [], cancelled: false })
  expect(report.added.claims).toBeGreaterThanOrEqual(2)
  const out = join(folder, 'out.jsonl')
  const { project, job } = input
  await done('export.run', { project, job, format: 'isnad', out, annotators: ['machine'] })
  const lines = (await textOf(out)).trimEnd().split('\n')
  const line = lines
    .map(one => isnadLine.parse(JSON.parse(one)))
    .find(({ document }) => document.id === second.id)
  expect(
    line?.claims.map(({ quote, sources }) => [quote, sources.map(source => source.quote)]),
  ).toContainEqual(['لا موعد', ['الضفتين', 'النائب']])
  const check = await done('project.check', { path: project })
  expect(check.findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('asked for again, nothing is written; what others annotated is not touched', async () => {
  const { done, input, paths, first } = await setting()
  const others = await textOf(paths.set('ليلى', first.id))
  await done('suggest.run', input)
  const written = await textOf(paths.set('machine', first.id))
  const again = await done('suggest.run', input)
  expect(again.added).toEqual({ actors: 0, dates: 0, claims: 0, relations: 0 })
  expect(await textOf(paths.set('machine', first.id))).toBe(written)
  expect(await textOf(paths.set('ليلى', first.id))).toBe(others)
})

test('only the kinds that were asked for are suggested; the register’s actors are linked', async () => {
  const { done, input, paths, first } = await setting()
  await done('suggest.run', { ...input, kinds: ['actors'] })
  const set = storedSet.parse(await textOf(paths.set('machine', first.id)))
  const annotations = set.ok ? set.value.annotations : []
  expect(new Set(annotations.map(({ label }) => label))).toEqual(new Set(['actor']))
  expect(annotations.map(({ attributes }) => attributes.actor)).toContain('minister')
})

test('an article that cannot be read is named, and the others are done', async () => {
  const { done, input, paths, first } = await setting()
  const { writeFile } = await import('node:fs/promises')
  await done('project.open', { folder: input.project })
  await writeFile(paths.documentText(first.id), 'غير ما كان')
  const report = await done('suggest.run', input)
  expect(report.documents).toBe(2)
  expect(report.rejected).toMatchObject([{ id: first.id, failure: { code: 'text-changed' } }])
})

test('what an annotator has rejected is not suggested to them again, however often it is asked for; others are', async () => {
  const { done, input, paths, first } = await setting()
  await done('suggest.run', input)
  const before = storedSet.parse(await textOf(paths.set('machine', first.id)))
  const mention = before.ok && before.value.annotations.find(({ label }) => label === 'actor')
  if (!mention) throw new Error('no actor was suggested')
  const key = suggestionKey(mention)
  const about = { project: input.project, documentId: first.id, annotator: 'second' }
  expect(await done('suggest.reject', { ...about, add: [key] })).toEqual({ rejected: [key] })
  await done('suggest.run', { ...input, annotator: 'second' })
  const after = storedSet.parse(await textOf(paths.set('second', first.id)))
  expect(after.ok && after.value.annotations.map(suggestionKey)).not.toContain(key)
  expect(after.ok && after.value.annotations.length).toBeGreaterThan(0)
  // Taken back, it is suggested again; every one that was accepted says by which rule it was found.
  expect(await done('suggest.reject', { ...about, remove: [key] })).toEqual({ rejected: [] })
  expect(await done('suggest.rejected', about)).toEqual({ rejected: [] })
  await done('suggest.run', { ...input, annotator: 'second' })
  const again = storedSet.parse(await textOf(paths.set('second', first.id)))
  const back = again.ok && again.value.annotations.find(one => suggestionKey(one) === key)
  expect(typeof back === 'object' ? back.rule : undefined).toEqual(expect.any(String))
})

test('all suggestions of one actor in the other articles are counted, then taken, and taken back by what the answer holds', async () => {
  const { done, input, paths, first, second } = await setting()
  const { project, job } = input
  const annotator = 'هند'
  const asked = { project, job, annotator, like: { label: 'claim' }, except: first.id }
  const counted = await done('suggest.across', { ...asked, accept: false })
  expect(counted.suggestions).toBeGreaterThan(0)
  expect(counted.edits).toEqual([])
  await expect(textOf(paths.set(annotator, second.id))).rejects.toThrow()
  const taken = await done('suggest.across', { ...asked, accept: true })
  expect([taken.documents, taken.suggestions]).toEqual([counted.documents, counted.suggestions])
  expect(taken.edits.map(({ documentId }) => documentId)).not.toContain(first.id)
  const again = await done('suggest.across', { ...asked, accept: true })
  expect([again.suggestions, again.edits]).toEqual([0, []])
  for (const { documentId, revision, inverse } of taken.edits) {
    const actions = [{ kind: 'undo' as const, changes: inverse }]
    await done('sets.save', { project, documentId, annotator, revision, actions })
    const set = storedSet.parse(await textOf(paths.set(annotator, documentId)))
    expect(set.ok && [set.value.annotations, set.value.relations]).toEqual([[], []])
  }
  const check = await done('project.check', { path: project })
  expect(check.findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('of a set that was handed in nothing is counted and nothing changed', async () => {
  const { done, input, second } = await setting()
  const { project, job } = input
  const annotator = 'هند'
  await done('sets.set-status', {
    ...{ project, annotator },
    edits: [{ documentId: second.id, status: 'submitted' }],
  })
  const report = await done('suggest.across', {
    ...{ project, job, annotator, like: { label: 'claim' }, accept: true },
  })
  expect(report.edits.map(({ documentId }) => documentId)).not.toContain(second.id)
})
