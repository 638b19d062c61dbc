import type { Change } from '../../annotations/model/change.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { annotationStore } from '../../src-main/storage/annotation-store.ts'
import { at, tempProject } from './temp-project.ts'

/** One of seven letters that stand alone. */
export function letter(text: string, n: number) {
  const start = text.indexOf('التحالف') + (n % 7)
  return spanOf(text, start, start + 1)
}

export async function setting() {
  const project = await tempProject()
  const { paths, first } = project
  const store = annotationStore(paths)
  const about = { document: first, scheme: defaultScheme, annotator: 'ليلى' }
  const many = (count: number, from = 0): Change[] =>
    Array.from({ length: count }, (_, n) => ({
      kind: 'put-annotation',
      annotation: {
        id: `m${from + n}`,
        label: 'cue',
        spans: [letter(first.text, n)],
        attributes: {},
      },
    }))
  let revision = 1
  const save = async (changes: Change[], kind: 'edit' | 'undo' = 'edit') => {
    const time = new Date(at.getTime() + revision * 1000)
    const set = await store.save({ ...about, revision, actions: [{ kind, changes }], at: time })
    revision = set.revision
    return set
  }
  const removed = (count: number): Change[] =>
    Array.from({ length: count }, (_, n) => ({ kind: 'remove-annotation', id: `m${n}` }))
  return { ...project, store, save, many, removed, path: paths.set('ليلى', first.id) }
}
