import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Remark } from '../../annotations/model/remark.ts'
import { inProject, now } from './people-project.ts'

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
