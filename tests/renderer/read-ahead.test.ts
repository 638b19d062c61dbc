import { beforeEach, expect, test, vi } from 'vitest'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'

const project = '/مشروع'
const annotator = 'ليلى'
const asked = { project, documentId: '1'.repeat(16), annotator }

/** A main side of one article, whose files say which they are. */
function mainSide() {
  const calls: string[] = []
  const side = { calls, stamp: 'a', title: 'الأول' }
  const call = async (method: string) => {
    calls.push(method)
    if (method === 'sets.stamps')
      return { ok: true, value: { document: side.stamp, set: side.stamp } }
    if (method === 'sets.file') return { ok: true, value: new Uint8Array() }
    if (method === 'documents.file')
      return { ok: true, value: new TextEncoder().encode(`{"title":"${side.title}"}\nنص`) }
    return { ok: false, failure: { code: 'no-connection', params: {} } }
  }
  vi.stubGlobal('window', { isnad: { call, onEvent: () => () => {} } })
  return side
}

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

/** The desk on one article, with a second one after it in the list. */
async function desk() {
  const side = mainSide()
  const { useSession } = await import('../../src-renderer/state/session.ts')
  const { askForArticle, readNext, readPointedAt, readPressed } = await import(
    '../../src-renderer/state/read-ahead.ts'
  )
  useSession.setState({
    project: {
      folder: project,
      project: { id: 'p', title: 'م', created: '', scheme: defaultScheme },
      annotators: [],
      actors: [],
      propositions: [],
      exceptions: [],
      documents: [],
      unreadable: [],
    },
    annotator,
    documentId: '0'.repeat(16),
    order: ['0'.repeat(16), asked.documentId],
    place: 'desk',
  })
  const title = async () => {
    const document = await (await askForArticle(asked)).document
    return document.ok ? document.value.title : undefined
  }
  return { side, readNext, readPointedAt, readPressed, title }
}

test('the article after the one that is looked at is read before it is asked for, and read once', async () => {
  const { side, readNext, title } = await desk()
  readNext()
  await vi.advanceTimersByTimeAsync(1000)
  expect(side.calls.sort()).toEqual(['documents.file', 'sets.file', 'sets.stamps'])
  side.calls.length = 0
  expect(await title()).toBe('الأول')
  expect(side.calls).toEqual(['sets.stamps'])
})

test('what was changed after it was read ahead is read again', async () => {
  const { side, readPointedAt, title } = await desk()
  readPointedAt(asked.documentId)
  await vi.advanceTimersByTimeAsync(1000)
  side.stamp = 'b'
  side.title = 'عنوان آخر'
  expect(await title()).toBe('عنوان آخر')
})

test('what was read ahead is given once: the second time it is asked for', async () => {
  const { side, readNext, title } = await desk()
  readNext()
  await vi.advanceTimersByTimeAsync(1000)
  await title()
  side.calls.length = 0
  await title()
  expect(side.calls.sort()).toEqual(['documents.file', 'sets.file'])
})

test('a row that the hand only passes over is not read', async () => {
  const { side, readPointedAt } = await desk()
  readPointedAt(asked.documentId)
  await vi.advanceTimersByTimeAsync(20)
  readPointedAt('0'.repeat(16))
  await vi.advanceTimersByTimeAsync(1000)
  expect(side.calls).toEqual([])
})

test('what a button goes down on is asked for then, and not again when it comes up', async () => {
  const { side, readPressed, title } = await desk()
  readPressed(asked.documentId)
  await vi.advanceTimersByTimeAsync(90)
  expect(side.calls.sort()).toEqual(['documents.file', 'sets.file'])
  expect(await title()).toBe('الأول')
  expect(side.calls).toHaveLength(2)
})

test('a button held down for long opens the article as it is when it comes up', async () => {
  const { side, readPressed, title } = await desk()
  readPressed(asked.documentId)
  await vi.advanceTimersByTimeAsync(1500)
  side.title = 'عنوان آخر'
  expect(await title()).toBe('عنوان آخر')
})

test('what was read ahead is held against the disk when a button goes down on it', async () => {
  const { side, readPointedAt, readPressed, title } = await desk()
  readPointedAt(asked.documentId)
  await vi.advanceTimersByTimeAsync(1000)
  side.stamp = 'b'
  side.title = 'عنوان آخر'
  readPressed(asked.documentId)
  expect(await title()).toBe('عنوان آخر')
})
