import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../src-main/storage/document-store.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { appFor, tempFolder } from './temp-project.ts'

const sample = join(import.meta.dirname, '../../samples/coalition-talks')

/** A copy, as the app makes it: opening a project writes its cache, and what ships has none. */
async function opened() {
  const app = appFor(await tempFolder())
  const { folder } = await app.done('project.sample', {})
  return { ...app, view: await app.done('project.open', { folder }) }
}

const countOf = (labels: Record<string, number>) =>
  Object.values(labels).reduce((sum, count) => sum + count, 0)

test('the sample as shipped has no errors and no warnings', async () => {
  const report = await appFor('/nowhere').done('project.check', { path: sample })
  expect(report).toMatchObject({ documents: 10, sets: 14, findings: [] })
})

test('the sample is enough to learn on: documents, annotations, two annotators', async () => {
  const { view } = await opened()
  expect(view.unreadable).toEqual([])
  expect(view.documents.length).toBeGreaterThanOrEqual(8)
  const annotations = view.documents.flatMap(({ sets }) =>
    Object.values(sets).map(({ labels }) => countOf(labels)),
  )
  expect(annotations.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(300)
  const byTwo = view.documents.filter(({ sets }) => Object.keys(sets).length >= 2)
  expect(byTwo.length).toBeGreaterThanOrEqual(view.documents.length / 2)
  const untouched = view.documents.filter(({ sets }) => Object.keys(sets).length === 0)
  expect(untouched.length).toBeGreaterThanOrEqual(1)
})

test('every article of the sample is of a length that news has', async () => {
  const { view } = await opened()
  for (const { id, title, published } of view.documents) {
    const { text } = await readDocument(projectPaths(sample), id)
    const words = text.split(/\s+/u).filter(word => word !== '').length
    expect(words, title).toBeGreaterThanOrEqual(300)
    expect(words, title).toBeLessThanOrEqual(700)
    expect(published, title).toMatch(/^2024-\d\d-\d\d$/)
  }
})

test('the sample shows every label, chains of several sources, and denials', async () => {
  const { view, done } = await opened()
  const labels = new Set<string>()
  const orders = new Set<number>()
  const stances = new Set<unknown>()
  for (const { id, sets } of view.documents)
    for (const annotator of Object.keys(sets)) {
      const about = { project: view.folder, documentId: id, annotator }
      const { set, moved, lost } = await done('sets.read', about)
      expect([moved, lost]).toEqual([[], []])
      for (const { label, attributes } of set.annotations) {
        labels.add(label)
        stances.add(attributes.stance)
      }
      for (const { type, order } of set.relations) if (type === 'source') orders.add(order ?? 0)
    }
  expect([...labels].sort()).toEqual(view.project.scheme.labels.map(({ id }) => id).sort())
  expect([...orders].sort()).toEqual([1, 2, 3])
  expect(stances).toContain('denies')
})
