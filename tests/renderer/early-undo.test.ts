import { beforeEach, expect, test, vi } from 'vitest'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'

const project = '/مشروع'
const annotator = 'ليلى'
const id = '1'.repeat(16)
const text = 'أعلن الوزير موعدًا'
const textDigest = `sha256:${'1'.repeat(64)}`
const at = '2026-01-01T00:00:00.000Z'

const cue = (n: number) => ({
  id: `a${n}`,
  label: 'cue',
  spans: [{ start: 0, end: 4, quote: 'أعلن' }],
  attributes: {},
})
const set = {
  ...emptySet(id, textDigest, annotator),
  revision: 2,
  updated: at,
  annotations: [cue(1), cue(2)],
}
const entries = [1, 2].map(revision => ({
  revision,
  at,
  kind: 'edit',
  changes: [{ kind: 'put-annotation', annotation: cue(revision) }],
  inverse: [{ kind: 'remove-annotation', id: `a${revision}` }],
}))

beforeEach(() => {
  vi.resetModules()
})

test('a step back that is asked for before earlier steps are known is heard at once and made once, when they are', async () => {
  let tell = () => {}
  const told = new Promise<void>(resolve => {
    tell = resolve
  })
  const call = async (method: string) => {
    if (method === 'sets.history') {
      await told
      return { ok: true, value: { entries } }
    }
    const content =
      method === 'sets.file'
        ? storedSet.stringify(set)
        : `${JSON.stringify({ id, title: 'خبر', textDigest })}\n${text}`
    return { ok: true, value: new TextEncoder().encode(content) }
  }
  vi.stubGlobal('window', { isnad: { call, onEvent: () => () => {} } })
  const { useEditor } = await import('../../src-renderer/state/editor.ts')
  const { openInEditor } = await import('../../src-renderer/state/open-in-editor.ts')
  const { stepsKnown } = await import('../../src-renderer/state/history.ts')
  const { stepWhereDone } = await import('../../src-renderer/state/steps.ts')
  const left = () => useEditor.getState().open?.set.annotations.map(one => one.id)
  await openInEditor(project, id, annotator)
  expect(stepWhereDone('back', 1)).toBe(true)
  expect(left()).toEqual(['a1', 'a2'])
  tell()
  await stepsKnown()
  expect(left()).toEqual(['a1'])
  expect(stepWhereDone('back', 1)).toBe(true)
  expect(left()).toEqual([])
  expect(stepWhereDone('back', 1)).toBe(false)
})
