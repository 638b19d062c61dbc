import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { threadsOf } from '../../annotations/review/threads.ts'
import { inProject, now } from './people-project.ts'

describe('what is said', () => {
  test('is a thread: answered, resolved, opened again, taken back by its author alone', async () => {
    const { first, say, app, project } = await inProject()
    await say('سامر', {
      kind: 'comment',
      id: 't1',
      at: now,
      on: { annotator: 'ليلى', annotation: 'c1' },
      text: 'أهذا ادعاء أم نفي؟ @ليلى',
    })
    await say('ليلى', { kind: 'comment', id: 't2', at: now, thread: 't1', text: 'ادعاء' })
    await say('سامر', { kind: 'resolve', id: 't3', at: now, thread: 't1' })
    await say('ليلى', { kind: 'withdraw', id: 't4', at: now, of: 't1' })
    const { remarks } = await app.done('remarks.read', { project, documentId: first.id })
    const [thread] = threadsOf(remarks)
    expect(thread?.comments.map(({ author, text }) => [author, text])).toEqual([
      ['سامر', 'أهذا ادعاء أم نفي؟ @ليلى'],
      ['ليلى', 'ادعاء'],
    ])
    expect(thread?.resolved?.by).toBe('سامر')
    const { remarks: after } = await say('ليلى', {
      kind: 'reopen',
      id: 't5',
      at: now,
      thread: 't1',
    })
    expect(threadsOf(after)[0]?.resolved).toBeUndefined()
    const { todo } = await app.done('remarks.to-do', { project, annotator: 'ليلى' })
    expect(todo[0]).toMatchObject({ open: 1, unread: 1, mentions: 1 })
    await app.done('remarks.mark-read', {
      project,
      reader: 'ليلى',
      documentId: first.id,
      ids: ['t1'],
    })
    const read = await app.done('remarks.to-do', { project, annotator: 'ليلى' })
    expect(read.todo[0]).toMatchObject({ unread: 0, mentions: 0 })
  })

  test('goes with the exports that can hold it', async () => {
    const { folder, first, say, app, project } = await inProject()
    const span = { start: 8, end: 14, quote: first.text.slice(8, 14) }
    await say('سامر', {
      kind: 'comment',
      id: 't1',
      at: now,
      on: { annotator: 'ليلى', span },
      text: 'من هو؟',
    })
    await say('عمر', { kind: 'comment', id: 't2', at: now, on: {}, text: 'خبر مكرر' })
    const out = join(folder, 'out.jsonl')
    await app.done('export.run', {
      project,
      format: 'isnad',
      out,
      annotators: ['ليلى', 'عمر'],
      job: 'x',
    })
    const lines = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const of = (name: string) =>
      lines.find(({ set, document }) => set.annotator === name && document.id === first.id)
    expect(of('ليلى').comments.map(({ text }: { text: string }) => text)).toEqual([
      'من هو؟',
      'خبر مكرر',
    ])
    expect(of('ليلى').comments[0].span).toEqual({ ...span, codePoints: [7, 13] })
    expect(of('عمر').comments.map(({ text }: { text: string }) => text)).toEqual(['خبر مكرر'])
    expect((await app.done('project.check', { path: out })).findings).toEqual([])
    const doccano = join(folder, 'doccano.jsonl')
    await app.done('export.run', {
      project,
      format: 'doccano',
      out: doccano,
      annotators: ['عمر'],
      lossy: true,
      job: 'x',
    })
    expect(await readFile(doccano, 'utf8')).toContain('"Comments":["عمر: خبر مكرر"]')
    // brat has notes for annotations, and none for a document.
    await say('عمر', {
      kind: 'comment',
      id: 't3',
      at: now,
      on: { annotator: 'ليلى', annotation: 'a1' },
      text: 'أيّ وزير؟\nالدفاع',
    })
    const brat = join(folder, 'brat')
    const input = { project, format: 'brat' as const, annotators: ['ليلى'], lossy: true, job: 'x' }
    await app.done('export.run', { ...input, out: brat })
    const file = (await readdir(brat, { recursive: true })).find(name =>
      name.endsWith(`${first.id}.ann`),
    )
    const notes = (await readFile(join(brat, file ?? ''), 'utf8'))
      .split('\n')
      .filter(line => line.startsWith('#'))
    expect(notes).toEqual([
      expect.stringMatching(/^#1\tAnnotatorNotes T\d+\tعمر: أيّ وزير؟ الدفاع$/),
    ])
  })
})
