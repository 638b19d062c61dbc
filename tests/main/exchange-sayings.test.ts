import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setting } from './exchange-setting.ts'
import { textOf } from './temp-project.ts'

test('a file of our own brings actors and comments into a project that knows neither', async () => {
  const { done, paths, folder, out, first } = await setting()
  await done('remarks.add', {
    ...{ project: paths.folder, documentId: first.id, author: 'عمر' },
    remark: {
      ...{ kind: 'comment', id: 'k1', at: '2024-10-12T09:30:00.000Z', text: 'من قال هذا؟' },
      on: { annotator: 'ليلى', annotation: 'a1' },
    },
  })
  const there = { project: paths.folder, job: 'job', format: 'isnad' } as const
  await done('export.run', { ...there, out: `${out}.jsonl` })
  const other = join(folder, 'other')
  await done('project.create', { folder: other, title: 'ثانٍ' })
  const here = { ...there, project: other }
  const report = await done('annotated.run', { ...here, paths: [`${out}.jsonl`] })
  expect(report.problems).toEqual([])
  await done('export.run', { ...here, out: `${out}-2.jsonl` })
  const said = async (file: string) =>
    (await textOf(file))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .map(({ set: { updated: _, revision: __, ...set }, ...line }) => ({ ...line, set }))
  expect(await said(`${out}-2.jsonl`)).toEqual(await said(`${out}.jsonl`))
  expect(await textOf(`${out}-2.jsonl`)).toContain('من قال هذا؟')
  // Read once more, nothing is there twice.
  await done('annotated.run', { ...here, paths: [`${out}.jsonl`] })
  await done('export.run', { ...here, out: `${out}-3.jsonl` })
  expect(await said(`${out}-3.jsonl`)).toEqual(await said(`${out}.jsonl`))
})

test('what was said travels in W3C and TEI, comes back from W3C, and is counted where there is no place for it', async () => {
  const { done, call, paths, folder, out, first } = await setting()
  const say = (id: string, text: string, more: object) =>
    done('remarks.add', {
      ...{ project: paths.folder, documentId: first.id, author: 'عمر' },
      remark: {
        ...{ kind: 'comment', id, at: `2024-10-12T09:3${id.slice(1)}:00.000Z`, text },
        ...more,
      },
    })
  await say('k1', 'من قال <هذا>؟', { on: { annotator: 'ليلى', annotation: 'a1' } })
  await say('k2', 'الناطق.', { thread: 'k1' })
  await say('k3', 'خبر مكرر', {})
  const asked = { project: paths.folder, job: 'job' } as const
  await done('export.run', { ...asked, format: 'w3c', out: `${out}.jsonld`, lossy: true })
  type Item = { motivation: string; target: unknown; body: { value: string }[] }
  const items: Item[] = JSON.parse(await textOf(`${out}.jsonld`))
  const said = items.filter(({ motivation }) => /commenting|replying/.test(motivation))
  const urn = `urn:isnad:${first.id}`
  expect(said).toMatchObject([
    { target: `${urn}/${encodeURIComponent('ليلى')}/a1`, motivation: 'commenting' },
    { motivation: 'replying', target: `${urn}/comments/k1`, creator: { name: 'عمر' } },
    { target: urn, body: [{ value: 'خبر مكرر' }] },
  ])
  const other = join(folder, 'other')
  await done('project.create', { folder: other, title: 'ثانٍ' })
  const there = { ...asked, project: other }
  const report = await done('annotated.run', { ...there, format: 'w3c', paths: [`${out}.jsonld`] })
  expect(report.problems).toEqual([])
  const { remarks } = await done('remarks.read', { project: other, documentId: first.id })
  expect(remarks).toMatchObject([
    {
      author: 'عمر',
      remarks: [
        { id: 'k1', on: { annotator: 'ليلى', annotation: 'a1' } },
        { id: 'k2', thread: 'k1' },
        { id: 'k3' },
      ],
    },
  ])
  await done('export.run', { ...asked, format: 'tei', out: `${out}-tei`, lossy: true })
  const tei = await textOf(join(`${out}-tei`, `${first.id}.xml`))
  expect(tei).toMatch(
    /<annotation [^>]*motivation="commenting" target="#u\d.s\d+">.*<note>من قال &lt;هذا&gt;؟<\/note>/,
  )
  expect(tei).toMatch(/motivation="replying" target="#c1"/)
  const losses = async (format: 'brat' | 'doccano' | 'csv') =>
    (await done('export.preview', { ...asked, format })).losses.comments
  expect([await losses('csv'), await losses('brat'), await losses('doccano')]).toEqual([
    3,
    1,
    undefined,
  ])
  const refused = await call('export.run', { ...asked, format: 'csv', out: `${out}.csv` })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'would-lose' } })
})
