import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Remark } from '../../annotations/model/remark.ts'
import { threadsOf } from '../../annotations/review/threads.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { appFor, tempProject } from './temp-project.ts'

const now = '2024-10-12T09:30:00.000Z'

async function inProject() {
  const { folder, paths, first, second, third } = await tempProject()
  const app = appFor(join(folder, 'home'))
  const project = paths.folder
  const say = (author: string, remark: Remark, documentId = first.id) =>
    app.done('remarks.add', { project, author, documentId, remark })
  const handIn = async (annotator: string, documentId = first.id) => {
    const { set } = await app.done('sets.read', { project, documentId, annotator })
    const { entry } = await app.done('sets.save', {
      project,
      documentId,
      annotator,
      revision: set.revision,
      actions: [{ changes: [{ kind: 'set-status', status: 'submitted' }] }],
    })
    return entry
  }
  const entryOf = async (id: string) =>
    (await app.done('project.open', { folder: project })).documents.find(one => one.id === id)
  return { folder, paths, project, first, second, third, app, say, handIn, entryOf }
}

describe('documents are given out', () => {
  test('by lot and evenly; what was given out before is left; the rest later', async () => {
    const { app, project } = await inProject()
    const asked = { project, annotators: ['ليلى', 'عمر', 'زيد'], overlap: 2, seed: 7 }
    const preview = await app.done('assign.run', { ...asked, preview: true })
    expect((await app.done('assign.list', { project })).assignments).toEqual([])
    const { assignment, counts } = await app.done('assign.run', asked)
    expect(assignment.documents).toEqual(preview.assignment.documents)
    expect(Object.values(counts)).toEqual([2, 2, 2])
    expect((await app.refused('assign.run', asked)).code).toBe('nothing-to-assign')
    expect((await app.done('assign.list', { project })).assignments).toEqual([assignment])
    await app.done('assign.close', { project, id: assignment.id })
    expect((await app.done('assign.run', asked)).already).toBe(0)
  })

  test('names that cannot be folders, are empty, or are one folder, are refused', async () => {
    const { app, project } = await inProject()
    const assign = (...annotators: string[]) => app.refused('assign.run', { project, annotators })
    expect((await assign('../ليلى')).code).toBe('bad-input')
    expect((await assign('')).code).toBe('bad-input')
    expect((await assign('a/b')).code).toBe('bad-input')
    expect((await assign('Omar', 'OMAR')).code).toBe('annotator-clash')
    expect((await assign('عمر', 'عمر')).code).toBe('annotator-clash')
    expect((await assign('gold')).code).toBe('bad-annotator')
    const few = await app.refused('assign.run', { project, annotators: ['ليلى'], overlap: 2 })
    expect(few.code).toBe('too-few-annotators')
  })

  test('a calibration gives the same to all, blind', async () => {
    const { app, project } = await inProject()
    const { assignment } = await app.done('assign.run', {
      project,
      annotators: ['ليلى', 'عمر'],
      calibration: 2,
    })
    expect(assignment).toMatchObject({ kind: 'calibration', overlap: 2, blind: true })
    expect(Object.values(assignment.documents)).toEqual([
      ['عمر', 'ليلى'],
      ['عمر', 'ليلى'],
    ])
  })
})

describe('a set’s status', () => {
  test('says who gave it and when; a judgement lies with whoever judged, and ends when it is handed in again', async () => {
    const { app, project, paths, first, say, handIn, entryOf } = await inProject()
    const entry = await handIn('ليلى')
    expect(entry.sets.ليلى).toMatchObject({
      status: 'submitted',
      by: 'ليلى',
      since: expect.any(String),
    })
    const before = await readFile(paths.set('ليلى', first.id), 'utf8')
    const { handedIn, revision } = entry.sets.ليلى ?? {}
    const judged = { annotator: 'ليلى', revision: revision ?? 0, statusAt: handedIn }
    const asked = await say('سامر', {
      kind: 'verdict',
      id: 'v1',
      at: now,
      set: judged,
      verdict: 'changes-requested',
      text: 'راجعي المصادر',
    })
    expect(asked.entry.sets.ليلى).toMatchObject({ status: 'changes-requested', by: 'سامر' })
    expect(await readFile(paths.set('ليلى', first.id), 'utf8')).toBe(before)
    expect((await entryOf(first.id))?.sets.ليلى?.status).toBe('changes-requested')
    const { todo } = await app.done('remarks.to-do', { project, annotator: 'ليلى' })
    expect(todo).toEqual([
      {
        documentId: first.id,
        changes: { by: 'سامر', text: 'راجعي المصادر' },
        suggestions: 0,
        open: 0,
        unread: 1,
        mentions: 0,
      },
    ])
    const again = await handIn('ليلى')
    expect(again.sets.ليلى?.status).toBe('submitted')
    const next = {
      annotator: 'ليلى',
      revision: again.sets.ليلى?.revision ?? 0,
      statusAt: again.sets.ليلى?.handedIn,
    }
    const approved = await say('سامر', {
      kind: 'verdict',
      id: 'v2',
      at: now,
      set: next,
      verdict: 'approved',
    })
    expect(approved.entry.sets.ليلى).toMatchObject({ status: 'approved', by: 'سامر' })
    const out = join(paths.folder, '..', 'out.jsonl')
    await app.done('export.run', { project, format: 'isnad', out, annotators: ['ليلى'], job: 'x' })
    const lines = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.find(({ document }) => document.id === first.id).set.status).toBe('approved')
    const { findings } = await app.done('project.check', { path: out })
    expect(findings).toEqual([])
  })

  test('nobody judges their own', async () => {
    const { app, project, first } = await inProject()
    const remark: Remark = {
      kind: 'verdict',
      id: 'v1',
      at: now,
      set: { annotator: 'ليلى', revision: 1 },
      verdict: 'approved',
    }
    const failure = await app.refused('remarks.add', {
      project,
      author: 'ليلى',
      documentId: first.id,
      remark,
    })
    expect(failure.code).toBe('own-work')
  })

  test('from a later Isnad: the set is named and stays as it is, and a repair leaves it', async () => {
    const { app, project, paths, first } = await inProject()
    const file = paths.set('ليلى', first.id)
    const later = (await readFile(file, 'utf8')).replace('"in-progress"', '"double-checked"')
    await writeFile(file, later)
    const { unreadable } = await app.done('project.open', { folder: project })
    expect(unreadable).toEqual([
      {
        code: 'newer-format',
        params: {
          file,
          found: 'status “double-checked”',
          known: expect.stringContaining('approved'),
        },
      },
    ])
    expect(
      (await app.refused('sets.read', { project, documentId: first.id, annotator: 'ليلى' })).code,
    ).toBe('newer-format')
    expect((await app.done('project.check', { path: project, repair: true })).repaired).toEqual([])
    expect(await readFile(file, 'utf8')).toBe(later)
  })
})

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
