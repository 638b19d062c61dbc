import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AgreementReport } from '../../annotations/agreement/report-shape.ts'
import { sample, source } from './agreement-sample.ts'
import { appFor, tempFolder } from './temp-project.ts'

test('exported files give the project’s figures', async () => {
  const folder = await tempFolder()
  const app = appFor(folder)
  const files: string[] = []
  for (const name of ['عمر', 'ليلى']) {
    const out = join(folder, `${name}.jsonl`)
    await app.done('export.run', {
      project: sample,
      job: 'e',
      format: 'isnad',
      out,
      annotators: [name],
      // Agreement is over all that was marked, in dimmed furniture too.
      furniture: true,
    })
    files.push(out)
  }
  const options = { job: 'j', annotators: ['عمر', 'ليلى'] }
  const ofFiles = await app.done('agreement.report', {
    source: { kind: 'files', files },
    ...options,
  })
  const ofProject = await app.done('agreement.report', { source, ...options })
  expect(ofFiles.documents).toEqual(ofProject.documents)
  const values = (report: AgreementReport) => report.overall.map(({ id, result }) => [id, result])
  expect(values(ofFiles)).toEqual(values(ofProject))
})

test('a line that is none, an annotator nobody knows, two texts under one name: said, not crashed', async () => {
  const folder = await tempFolder()
  const app = appFor(folder)
  const out = join(folder, 'all.jsonl')
  await app.done('export.run', { project: sample, job: 'e', format: 'isnad', out })
  const bad = join(folder, 'bad.jsonl')
  await writeFile(bad, '{"format":"isnad/1"}\n')
  const report = (files: string[], annotators?: string[]) =>
    app.call('agreement.report', { source: { kind: 'files', files }, job: 'j', annotators })
  expect(await report([bad])).toMatchObject({
    ok: false,
    failure: { code: 'wrong-shape', params: { file: `${bad}:1` } },
  })
  expect(await report([out], ['زيد'])).toMatchObject({
    ok: false,
    failure: { code: 'no-annotator' },
  })
  const lines = (await readFile(out, 'utf8')).trim().split('\n')
  const changed = JSON.parse(lines.find(line => line.includes('"annotator":"ليلى"')) ?? '')
  changed.document.text = changed.document.text.replace('ا', 'أ')
  const other = join(folder, 'other.jsonl')
  await writeFile(
    other,
    `${JSON.stringify({ ...changed, set: { ...changed.set, annotator: 'هند' } })}\n`,
  )
  const mixed = await report([out, other])
  if (!mixed.ok) throw new Error(JSON.stringify(mixed.failure))
  expect(mixed.value.notes.filter(({ kind }) => kind === 'different-texts')).toHaveLength(1)
})
