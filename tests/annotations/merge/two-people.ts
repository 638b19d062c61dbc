import fc from 'fast-check'
import { type Action, type LogEntry, perform } from '../../../annotations/model/action.ts'
import type { Annotation } from '../../../annotations/model/annotation.ts'
import { type AnnotationSet, emptySet } from '../../../annotations/model/annotation-set.ts'
import { applyChanges, type Change, removalOf } from '../../../annotations/model/change.ts'
import { stepsOf } from '../../../annotations/model/history.ts'
import { spanOf } from '../../../annotations/model/span.ts'
import { documentOf } from '../../arabic-news.ts'

type Person = { set: AnnotationSet; log: LogEntry[] }

const time = (n: number) => new Date(1_700_000_000_000 + n * 1000).toISOString()

/** What a person may do next, and to which annotation (counted round). */
export const deed = fc.record({
  what: fc.constantFrom(
    'tag',
    'tag',
    'relabel',
    'value',
    'value',
    'move',
    'remove',
    'remove',
    'link',
    'unlink',
    'hand in',
    'undo',
    'redo',
  ),
  at: fc.nat(12),
  value: fc.constantFrom('asserts', 'denies', 'doubts'),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

function changesOf(person: Person, text: string, { what, at, value }: Deed, id: string): Change[] {
  const { set, log } = person
  const one = set.annotations[at % Math.max(1, set.annotations.length)]
  const other = set.annotations[(at + 1) % Math.max(1, set.annotations.length)]
  const { undo, redo } = stepsOf(log)
  const put = (annotation: Annotation): Change[] => [{ kind: 'put-annotation', annotation }]
  if (what === 'undo') return undo.at(-1)?.inverse ?? []
  if (what === 'redo') return redo.at(-1)?.changes ?? []
  if (what === 'hand in') return [{ kind: 'set-status', status: at % 2 ? 'submitted' : 'approved' }]
  if (what === 'tag' || !one) {
    const start = at % text.length
    const spans = [spanOf(text, start, start + 1)]
    return put({ id, label: at % 2 ? 'actor' : 'claim', spans, attributes: {} })
  }
  switch (what) {
    case 'relabel':
      return put({ ...one, label: one.label === 'claim' ? 'actor' : 'claim', attributes: {} })
    case 'value':
      return put({
        ...one,
        attributes: { ...one.attributes, [at % 2 ? 'stance' : 'voice']: value },
      })
    case 'move': {
      const start = at % text.length
      return put({ ...one, spans: [spanOf(text, start, start + 1)] })
    }
    case 'remove':
      return removalOf(set, one.id)
    case 'link':
      if (!other || other === one) return []
      return [
        {
          kind: 'put-relation',
          relation: { id: `r${id}`, type: 'about', from: one.id, to: other.id },
        },
      ]
    default: {
      const relation = set.relations[at % Math.max(1, set.relations.length)]
      return relation ? [{ kind: 'remove-relation', id: relation.id }] : []
    }
  }
}

/** One works on: `who` makes ids and times that are nobody else's. */
export function worksOn(person: Person, text: string, deeds: readonly Deed[], who: number): Person {
  let { set } = person
  const log = [...person.log]
  deeds.forEach((one, n) => {
    const changes = changesOf({ set, log }, text, one, `w${who}n${set.revision}`)
    if (changes.length === 0 || JSON.stringify(applyChanges(set, changes)) === JSON.stringify(set))
      return
    const kind = one.what === 'undo' || one.what === 'redo' ? one.what : 'edit'
    const action: Action = { kind, changes }
    const done = perform(set, action, time(set.revision * 1000 + who * 100 + (n % 90)))
    set = done.set
    log.push(done.entry)
  })
  return { set, log }
}

const deeds = (least: number) => fc.array(deed, { minLength: least, maxLength: 12 })

const text = 'قال وزيرُ الدفاع 📷 إنّ التحالف سيغادر في أيلول ٢٠٢٥، ونفى النائبُ ذلك.'

/** Two people, or one on two machines, who began together and went on each in a copy of their own. */
export const twoPeople = fc.tuple(deeds(0), deeds(1), deeds(1)).map(([together, left, right]) => {
  const { id, textDigest } = documentOf(text)
  const begun: Person = { set: emptySet(id, textDigest, 'ليلى'), log: [] }
  const tags = together.map((one): Deed => ({ ...one, what: 'tag' }))
  const base = worksOn(begun, text, [...tags, ...together], 1)
  return { text, base, a: worksOn(base, text, left, 2), b: worksOn(base, text, right, 3) }
})
