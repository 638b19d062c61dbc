import { beforeEach, expect, test, vi } from 'vitest'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import type { Change } from '../../annotations/model/change.ts'
import { storedSet } from '../../annotations/model/stored.ts'

const project = '/مشروع'
const annotator = 'ليلى'
const id = '1'.repeat(16)
const text = 'أعلن الوزير موعدًا'
const textDigest = `sha256:${'1'.repeat(64)}`

/** A main side of one article, which answers with what lay on its disk when it was asked, as late as it is told to. */
function mainSide() {
  let set = emptySet(id, textDigest, annotator)
  const waiting: (() => void)[] = []
  const side = { late: false, letGo: () => waiting.splice(0).forEach(go => void go()) }
  const call = async (
    method: string,
    input: { revision: number; actions: { changes: Change[] }[] },
  ) => {
    if (method === 'sets.save') {
      if (input.revision !== set.revision)
        return { ok: false, failure: { code: 'stale-revision', params: {}, details: set } }
      set = { ...set, revision: set.revision + 1, updated: '2026-01-01T00:00:00.000Z' }
      return { ok: true, value: { revision: set.revision, updated: set.updated, entry: { id } } }
    }
    if (method === 'sets.history') return { ok: true, value: { entries: [] } }
    const bytes = new TextEncoder().encode(
      method === 'sets.file'
        ? storedSet.stringify(set)
        : `${JSON.stringify({ id, title: 'خبر', textDigest })}\n${text}`,
    )
    if (side.late) await new Promise<void>(go => waiting.push(go))
    return { ok: true, value: bytes }
  }
  vi.stubGlobal('window', { isnad: { call, onEvent: () => () => {} } })
  vi.stubGlobal('requestAnimationFrame', () => 0)
  return side
}

beforeEach(() => {
  vi.resetModules()
})

test('an article that is opened again while it is worked on keeps what was done meanwhile, and goes on', async () => {
  const side = mainSide()
  const { useSession } = await import('../../src-renderer/state/session.ts')
  const { useEditor, make } = await import('../../src-renderer/state/editor.ts')
  const { flush } = await import('../../src-renderer/state/autosave.ts')
  const { openInEditor } = await import('../../src-renderer/state/open-in-editor.ts')
  useSession.setState({ annotator })
  const cue = (n: number): Change => ({
    kind: 'put-annotation',
    annotation: {
      id: `a${n}`,
      label: 'cue',
      spans: [{ start: 0, end: 4, quote: 'أعلن' }],
      attributes: {},
    },
  })
  await openInEditor(project, id, annotator)
  side.late = true
  const again = openInEditor(project, id, annotator)
  make([cue(1)])
  side.late = false
  side.letGo()
  await again
  make([cue(2)])
  expect(await flush()).toBe(true)
  expect(useEditor.getState().save.kind).toBe('saved')
  expect(useEditor.getState().open?.set.revision).toBe(2)
})
