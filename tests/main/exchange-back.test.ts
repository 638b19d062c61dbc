import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSet } from '../../src-main/storage/read-set.ts'
import { setting } from './exchange-setting.ts'
import { tempFolder, textOf } from './temp-project.ts'

test('what another tool said and Isnad has no place for is written back to it', async () => {
  const { done, paths, folder, out } = await setting()
  const text = 'قال ناطق إن الجسر يُفتح غدًا.'
  const line = {
    id: 7,
    text,
    entities: [{ id: 3, label: 'actor', start_offset: 4, end_offset: 8, colour: 'red' }],
    relations: [],
    desk: { city: 'الضفتين' },
    Comments: ['راجعه'],
  }
  const file = join(folder, 'in.jsonl')
  await writeFile(file, `${JSON.stringify(line)}\n`)
  const asked = { project: paths.folder, job: 'job', format: 'doccano' } as const
  await done('annotated.run', { ...asked, paths: [file], annotator: 'سلمى' })
  await done('export.run', { ...asked, out: `${out}.jsonl`, annotators: ['سلمى'] })
  expect(JSON.parse(await textOf(`${out}.jsonl`))).toMatchObject({
    id: 7,
    desk: line.desk,
    Comments: line.Comments,
    annotator: 'سلمى',
    label: [[4, 8, 'actor']],
  })
  expect(await readFile(file, 'utf8')).toContain('الضفتين')
  expect(await tempFolder()).not.toBe(folder)
})

test('what a model said is somebody to look at, decide about, and send back as predictions', async () => {
  const { done, paths, folder, out } = await setting()
  const text = 'قال ناطق إن الجسر يُفتح غدًا.'
  const result = [
    {
      ...{ id: 'p1', from_name: 'label', to_name: 'text', type: 'labels', score: 0.9 },
      value: { start: 4, end: 8, text: 'ناطق', labels: ['actor'] },
    },
  ]
  const predictions = [{ model_version: 'model-2', score: 0.9, result }]
  const file = join(folder, 'in.json')
  await writeFile(file, JSON.stringify([{ data: { text }, predictions }]))
  const asked = { project: paths.folder, job: 'job', format: 'label-studio' } as const
  const report = await done('annotated.run', { ...asked, paths: [file] })
  expect(report.annotators).toEqual(['model-2'])
  const view = await done('project.open', { folder: paths.folder })
  const entry = view.documents.find(({ sets }) => 'model-2' in sets)
  const documentId = entry?.id ?? ''
  const here = { project: paths.folder, documentId, annotator: 'ليلى' }
  // What is rejected is remembered by label and place, whoever suggested it.
  const { rejected } = await done('suggest.reject', { ...here, add: ['actor 4-8'] })
  expect(rejected).toEqual(['actor 4-8'])
  await done('annotated.run', { ...asked, paths: [file] })
  expect((await done('suggest.rejected', here)).rejected).toEqual(['actor 4-8'])
  await done('export.run', { ...asked, out: `${out}.json`, annotators: ['model-2'], lossy: true })
  const [task] = JSON.parse(await textOf(`${out}.json`))
  expect(task.annotations).toEqual([])
  expect(task.predictions).toMatchObject([{ model_version: 'model-2', score: 0.9, result }])
})

test('an annotation corrected elsewhere lands on its text and keeps what the tool could not say', async () => {
  const { done, paths, out, first } = await setting()
  const asked = { project: paths.folder, job: 'job', format: 'doccano' } as const
  await done('export.run', {
    ...asked,
    out: `${out}.jsonl`,
    annotators: ['ليلى'],
    lossy: true,
  })
  const lines = (await textOf(`${out}.jsonl`))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const record = lines.find(({ text }) => text === first.text)
  const claim = record.entities.find((one: { label: string }) => one.label === 'claim')
  claim.end_offset -= 1
  await writeFile(`${out}.jsonl`, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  await done('annotated.run', { ...asked, paths: [`${out}.jsonl`] })
  const set = await readSet(paths, 'ليلى', first.id)
  expect(set?.annotations.find(({ id }) => id === 'a1')?.attributes).toEqual({
    kind: 'person',
    actor: 'minister',
  })
  const [moved] = set?.annotations.filter(({ label }) => label === 'claim') ?? []
  expect(moved?.spans[0]?.quote).toBe('التحالف سيغاد')
  expect(set?.relations.map(({ type, from }) => [type, from === moved?.id])).toEqual([
    ['cue', true],
    ['source', true],
  ])
})
