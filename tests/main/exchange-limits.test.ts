import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnnotatedProblem } from '../../annotations/api/annotated.ts'
import { problemText } from '../../annotations/api/problem-text.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { setting } from './exchange-setting.ts'

test('an export to a folder takes the place of an earlier one alone', async () => {
  const { done, refused, paths, out, folder } = await setting()
  const asked = { project: paths.folder, job: 'job', format: 'brat', out, lossy: true } as const
  await mkdir(out)
  await writeFile(join(out, 'mine.txt'), 'لي')
  expect(await refused('export.run', asked)).toMatchObject({ code: 'file-exists' })
  expect(await refused('export.run', { ...asked, overwrite: true })).toMatchObject({
    code: 'folder-not-empty',
  })
  const own = join(folder, 'own')
  await done('export.run', { ...asked, out: own })
  expect(await refused('export.run', { ...asked, out: own })).toMatchObject({ code: 'file-exists' })
  await done('export.run', { ...asked, out: own, overwrite: true })
  expect((await readdir(own)).sort()).toEqual(
    ['README.md', 'annotation.conf', 'gold', 'عمر', 'ليلى'].sort(),
  )
  expect(await refused('export.run', { ...asked, out: folder })).toMatchObject({
    code: 'inside-project',
  })
  expect((await readdir(folder)).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('a file too long to be read at once is refused by name, with its size and the limit', async () => {
  const { done, paths, folder } = await setting()
  const long = join(folder, 'long.tsv')
  await writeFile(long, '#FORMAT=WebAnno TSV 3.3\n')
  await truncate(long, 97 * 1024 * 1024)
  const report = await done('annotated.run', {
    project: paths.folder,
    job: 'job',
    format: 'webanno-tsv',
    paths: [long],
    annotator: 'سلمى',
  })
  expect(report.problems).toMatchObject([{ file: long, what: 'rejected', kind: 'too-large' }])
  const said = problemText(report.problems[0] as AnnotatedProblem, 'en', true)
  expect(said).toContain(`“${long}” is 97 MB; the limit is 96`)
})

test('a set on a document that is gone ends an export by name, and nothing is lost', async () => {
  const { call, paths, out, first } = await setting()
  await rm(paths.documentRecord(first.id))
  const asked = { project: paths.folder, job: 'job', format: 'isnad', out: `${out}.jsonl` } as const
  const result = await call('export.run', asked)
  expect(result).toMatchObject({ ok: false, failure: { code: 'set-without-document' } })
  expect(JSON.stringify(result)).toContain(first.id)
  expect(JSON.stringify(result)).toContain('ليلى')
  expect(await readSet(paths, 'ليلى', first.id)).toBeDefined()
})

test('of a record with thousands of annotators the first are taken, and that is said', async () => {
  const { done, paths, folder } = await setting()
  const file = join(folder, 'in.json')
  const annotations = Array.from({ length: 5000 }, () => ({}))
  await writeFile(
    file,
    JSON.stringify([{ data: { text: 'قال ناطق إن الجسر يُفتح.' }, annotations }]),
  )
  const asked = { project: paths.folder, job: 'job', format: 'label-studio' } as const
  const report = await done('annotated.run', { ...asked, paths: [file] })
  expect(report.problems).toMatchObject([{ kind: 'wrong-shape', detail: '5000 > 200' }])
})

test('a file that says one text over and over makes no more annotators of it than a text may have', async () => {
  const { done, paths, folder } = await setting()
  const file = join(folder, 'in.jsonl')
  await writeFile(file, '{"text":"قال ناطق"}\n'.repeat(230))
  const asked = { project: paths.folder, job: 'job', format: 'doccano', annotator: 'سلمى' } as const
  const report = await done('annotated.run', { ...asked, paths: [file] })
  expect(report).toMatchObject({ records: 230, sets: 200, rejected: 30 })
})
