import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registerOf } from '../../annotations/actors/register.ts'
import { fitScheme, nothingGrown } from '../../annotations/formats/exchange/fit-scheme.ts'
import { fitSet } from '../../annotations/formats/exchange/fit-set.ts'
import { plainMapping } from '../../annotations/formats/exchange/labels.ts'
import { settle } from '../../annotations/formats/exchange/settle.ts'
import { isnadJsonl } from '../../annotations/formats/isnad-jsonl.ts'
import { writeIsnadLine } from '../../annotations/formats/write-isnad.ts'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import { setStatus } from '../../annotations/model/annotation-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { noRemarks, type Remark, type Remarks } from '../../annotations/model/remark.ts'
import { type AnnotatedNews, annotatedNews } from '../arabic-news.ts'

const when = (minute: number) => `2024-10-12T09:${String(minute).padStart(2, '0')}:00.000Z` as const

/** What is generated beside a set: which actor each annotation is of, forms, and threads about it or its document. */
const beside = fc.record({
  actors: fc.array(fc.option(fc.nat(4), { nil: undefined }), { maxLength: 12 }),
  merged: fc.boolean(),
  kinds: fc.array(fc.constantFrom(...actorKinds), { minLength: 5, maxLength: 5 }),
  forms: fc.array(fc.boolean(), { maxLength: 12 }),
  status: fc.constantFrom(...setStatus.options),
  threads: fc.array(
    fc.record({
      author: fc.constantFrom('سلمى', 'عمر', 'reviewer-2'),
      about: fc.nat(12),
      passage: fc.boolean(),
      answers: fc.nat(2),
      resolved: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
})

type Beside = typeof beside extends fc.Arbitrary<infer T> ? T : never

function dressed({ document, set }: AnnotatedNews, more: Beside) {
  const actors = more.kinds.map(
    (kind, at): Actor => ({
      ...{ id: `actor-${at}`, name: { ar: `فاعل ${at}` }, kind, aliases: ['لقب'], titles: [] },
      ...{ notes: 'سرّ', externalIds: {} },
      ...(at === 4 && more.merged && { mergedInto: 'actor-3' }),
    }),
  )
  const annotations = set.annotations.map((annotation, at) => {
    const of = annotation.label === 'actor' ? more.actors[at] : undefined
    const attributes = {
      ...annotation.attributes,
      ...(of !== undefined && { actor: `actor-${of}`, kind: more.kinds[of] as string }),
    }
    const form = more.forms[at] ? { form: { normalised: 'الحشد', clitics: 'ل' } } : {}
    return { ...annotation, attributes, ...form }
  })
  const byAuthor = new Map<string, Remark[]>()
  for (const [at, { author, about, passage, answers, resolved }] of more.threads.entries()) {
    const list = byAuthor.get(author) ?? []
    byAuthor.set(author, list)
    const annotation = annotations[about]
    const on = annotation
      ? {
          ...{ annotator: set.annotator, annotation: annotation.id },
          ...(passage && { span: annotation.spans[0] }),
        }
      : undefined
    const id = `t${at}`
    list.push({ kind: 'comment', id, at: when(at * 5), text: `رأي ${at}`, ...(on && { on }) })
    for (let n = 1; n <= answers; n++)
      list.push({
        kind: 'comment',
        id: `t${at}-${n}`,
        at: when(at * 5 + n),
        thread: id,
        text: 'ردّ',
      })
    if (resolved) list.push({ kind: 'resolve', id: `t${at}-x`, at: when(at * 5 + 4), thread: id })
  }
  const remarks: Remarks[] = [...byAuthor].map(([author, list]) => ({
    ...noRemarks(document.id, author),
    remarks: list,
  }))
  return { document, set: { ...set, status: more.status, annotations }, actors, remarks }
}

test('whatever a line says comes back: who the actors are, what was said, forms, chains and states', () => {
  fc.assert(
    fc.property(annotatedNews, beside, (news, more) => {
      const { document, set, actors, remarks } = dressed(news, more)
      const line = writeIsnadLine(document, set, registerOf(actors), remarks)
      if (isnadJsonl.reader?.by !== 'line') throw new Error('lines')
      const [found] = isnadJsonl.reader.read(line)
      if (!found || !('document' in found)) throw new Error(JSON.stringify(found))
      const { metadata, beside: said } = found.document
      const settled = settle(found.document, found.document.text ?? '')
      expect(settled.problems).toEqual([])
      const [only] = settled.sets
      if (!only || !said) throw new Error('no set')
      const fitted = fitScheme(settled.sets, defaultScheme, plainMapping, nothingGrown())
      expect(fitted.scheme).toBe(defaultScheme)
      const { annotations, relations, problems } = fitSet(only, fitted)
      expect(problems).toEqual([])
      const byAuthor = new Map<string, typeof said.remarks>()
      for (const one of said.remarks)
        byAuthor.set(one.author, [...(byAuthor.get(one.author) ?? []), one])
      const again = writeIsnadLine(
        { ...document, ...metadata },
        { ...set, status: setStatus.parse(only.status), annotations, relations },
        registerOf(said.actors),
        [...byAuthor].map(([author, list]) => ({
          ...noRemarks(document.id, author),
          remarks: list.map(({ remark }) => remark),
        })),
      )
      expect(JSON.parse(again)).toEqual(JSON.parse(line))
    }),
    { numRuns: 200 },
  )
})
