import { describe, expect, test } from 'vitest'
import { readSet } from '../../src-main/storage/read-set.ts'
import { inProject } from './people-project.ts'

describe('the guideline', () => {
  test('has versions; the same again is none; a set says under which it was begun and handed in', async () => {
    const { app, project, paths, second, handIn } = await inProject()
    const publish = (ar: string) =>
      app.done('guidelines.publish', { project, by: 'سامر', text: { ar, en: '' }, note: '' })
    const [one] = (await publish('# الادعاء\nما يُنسب إلى قائل.')).versions
    expect((await publish('# الادعاء\nما يُنسب إلى قائل.')).versions).toHaveLength(1)
    await handIn('زيد', second.id)
    expect((await readSet(paths, 'زيد', second.id))?.guideline).toBe(one?.id)
    const [, two] = (await publish('# الادعاء\nما يُنسب إلى قائل، ولو نفيًا.')).versions
    expect(two?.from).toBe(one?.id)
    expect((await readSet(paths, 'زيد', second.id))?.guideline).toBe(one?.id)
    await handIn('زيد', second.id)
    expect((await readSet(paths, 'زيد', second.id))?.guideline).toBe(two?.id)
  })

  test('shows sentences of the gold set', async () => {
    const { app, project, first } = await inProject()
    const { set } = await app.done('sets.read', {
      project,
      documentId: first.id,
      annotator: 'ليلى',
    })
    await app.done('sets.save', {
      project,
      documentId: first.id,
      annotator: 'gold',
      revision: 0,
      actions: [
        { changes: set.annotations.map(annotation => ({ kind: 'put-annotation', annotation })) },
      ],
    })
    const { examples } = await app.done('guidelines.examples', { project })
    expect(examples.find(({ label }) => label === 'actor')).toMatchObject({
      words: 'الوزير',
      text: expect.stringContaining('الوزير'),
    })
  })

  test('shows first what somebody decided, and why', async () => {
    const { app, project, first } = await inProject()
    const { text } = first
    const tag = (id: string, words: string) => {
      const start = text.indexOf(words)
      const spans = [{ start, end: start + words.length, quote: words }]
      return {
        kind: 'put-annotation' as const,
        annotation: { id, label: 'actor', spans, attributes: {} },
      }
    }
    const decision = {
      id: 'd1',
      about: 'annotation' as const,
      way: 'take' as const,
      by: 'سامر',
      at: '2026-01-05T08:00:00.000Z',
      reason: 'اللقب من الاسم',
      from: [{ annotator: 'ليلى', revision: 1, elements: [], digest: '0123456789abcdef' }],
      took: ['ليلى'],
      made: ['g2'],
    }
    await app.done('sets.save', {
      project,
      documentId: first.id,
      annotator: 'gold',
      revision: 0,
      actions: [
        {
          changes: [tag('g1', 'الوزير'), tag('g2', 'التحالف'), { kind: 'put-decision', decision }],
        },
      ],
    })
    const { examples } = await app.done('guidelines.examples', { project, limit: 1 })
    expect(examples).toMatchObject([{ words: 'التحالف', reason: 'اللقب من الاسم', by: 'سامر' }])
  })
})
