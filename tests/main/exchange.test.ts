import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnnotatedProblem } from '../../annotations/api/annotated.ts'
import { problemText } from '../../annotations/api/problem-text.ts'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { readSet } from '../../src-main/storage/read-set.ts'
import { appFor, tempFolder, tempProject, textOf } from './temp-project.ts'

const both = formatIds.filter(id => formatOf(id).writer && formatOf(id).reader)

async function setting() {
  const project = await tempProject()
  const app = appFor(join(project.folder, 'home'))
  const out = join(project.folder, 'out')
  return { ...project, ...app, out }
}

const summary = (report: { problems: unknown[] }) => JSON.stringify(report.problems)

describe.each(both)('%s', format => {
  const path = (out: string) =>
    formatOf(format).layout === 'folder' ? out : `${out}${formatOf(format).extension}`

  test('an export is found out, and comes back onto its own documents without a change', async () => {
    const { done, paths, out, first } = await setting()
    const file = path(out)
    const asked = { project: paths.folder, job: 'job', format, out: file } as const
    await done('export.run', { ...asked, lossy: true })
    const { format: found } = await done('annotated.detect', { paths: [file] })
    expect(found).toBe(format)
    const before = await readSet(paths, 'ليلى', first.id)
    const { emptySets } = formatOf(format).capabilities
    const report = await done('annotated.run', {
      project: paths.folder,
      job: 'job',
      format,
      paths: [file],
    })
    expect([report.documents.added, report.rejected, summary(report)]).toEqual([0, 0, '[]'])
    expect(report.added).toEqual({ labels: [], relations: [] })
    expect([...report.annotators].sort()).toEqual(
      [...(emptySets ? ['gold'] : []), 'عمر', 'ليلى'].sort(),
    )
    const after = await readSet(paths, 'ليلى', first.id)
    expect(after?.annotations).toEqual(before?.annotations)
    expect(after?.relations).toEqual(before?.relations)
  })

  test('what would be lost is asked for, and nothing is written before', async () => {
    const { call, paths, out, folder } = await setting()
    const file = path(out)
    const asked = { project: paths.folder, job: 'job', format, out: file } as const
    const preview = await call('export.preview', { project: paths.folder, job: 'job', format })
    const lossless = preview.ok && Object.keys(preview.value.losses).length === 0
    const result = await call('export.run', asked)
    expect(result.ok).toBe(lossless)
    if (lossless) return
    expect(result).toMatchObject({ failure: { code: 'would-lose' } })
    expect((await readdir(folder)).sort()).toEqual(['project'])
  })

  test('in a new project it is the same texts and quotes', async () => {
    const { done, paths, out, folder, first } = await setting()
    const file = path(out)
    await done('export.run', {
      project: paths.folder,
      job: 'job',
      format,
      out: file,
      lossy: true,
    })
    const other = join(folder, 'other')
    await done('project.create', { folder: other, title: 'آخر' })
    const asked = { project: other, job: 'job', format, paths: [file] }
    const report = await done('annotated.run', { ...asked, annotator: 'سلمى' })
    expect(summary(report)).toBe('[]')
    expect(report.sets).toBeGreaterThanOrEqual(3)
    const { documents } = await done('project.open', { folder: other })
    expect(documents.length).toBeGreaterThanOrEqual(2)
    const { emptySets, trims } = formatOf(format).capabilities
    if (emptySets) expect(documents.every(({ sets }) => Object.hasOwn(sets, 'سلمى'))).toBe(true)
    if (trims !== 'white-space') expect(documents.map(({ id }) => id)).toContain(first.id)
  })
})

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

test('labels are mapped, added or refused, and what is refused is said', async () => {
  const { done, paths, folder } = await setting()
  const text = '📷 قال ناطق باسم بلدية الضفتين إن الجسر يُفتح غدًا.'
  const line = {
    id: 7,
    text,
    label: [
      [2, 5, 'SAY'],
      [6, 10, 'PER'],
      [30, 35, 'THING'],
    ],
  }
  const file = join(folder, 'in.jsonl')
  await writeFile(file, `${JSON.stringify(line)}\nnot json\n`)
  const map = join(folder, 'map.json')
  await writeFile(map, JSON.stringify({ labels: { PER: 'actor', THING: null } }))
  const report = await done('annotated.run', {
    project: paths.folder,
    job: 'job',
    format: 'doccano',
    paths: [file],
    mapFile: map,
    annotator: 'سلمى',
  })
  expect(report).toMatchObject({
    annotations: 2,
    records: 2,
    rejected: 1,
    added: { labels: ['say'] },
    problems: [
      { kind: 'unknown-label', detail: 'THING', line: 1, what: 'left-out' },
      { kind: 'not-json', line: 2, what: 'rejected' },
    ],
  })
  const view = await done('project.open', { folder: paths.folder })
  expect(view.project.scheme.labels.at(-1)).toMatchObject({ id: 'say', name: { ar: 'SAY' } })
})

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

test('labels go back under the names they came with, and the configuration beside them says the same', async () => {
  const { done, paths, folder, out } = await setting()
  const text = 'قال ناطق إن الجسر يُفتح غدًا.'
  const value = { start: 4, end: 8, text: 'ناطق' }
  const named = (id: string, label: string) => ({
    ...{ id, from_name: 'label', to_name: 'text', type: 'labels' },
    value: { ...value, labels: [label] },
  })
  const relation = {
    type: 'relation',
    from_id: 'x',
    to_id: 'y',
    direction: 'right',
    labels: ['وصف'],
  }
  const result = [named('x', 'PERSON'), named('y', 'صفة'), named('z', 'Cue'), relation]
  const file = join(folder, 'in.json')
  await writeFile(file, JSON.stringify([{ data: { text }, annotations: [{ id: 1, result }] }]))
  const asked = { project: paths.folder, job: 'job', format: 'label-studio' } as const
  const people = { annotator: 'سلمى' }
  const report = await done('annotated.run', { ...asked, ...people, paths: [file] })
  expect(report.problems).toEqual([])
  // Read again, the labels are known: nothing of this changes.
  await done('annotated.run', { ...asked, ...people, paths: [file] })
  await done('export.run', { ...asked, out: `${out}.json`, annotators: ['سلمى'], lossy: true })
  const [task] = JSON.parse(await textOf(`${out}.json`))
  const labelOf = (one: { value?: { labels: string[] }; labels?: string[] }) =>
    (one.value?.labels ?? one.labels)?.[0]
  expect(task.annotations[0].result.map(labelOf)).toEqual(['PERSON', 'صفة', 'Cue', 'وصف'])
  const configuration = await textOf(`${out}.config.xml`)
  for (const name of ['PERSON', 'صفة', 'Cue', 'وصف'])
    expect(configuration).toContain(`value="${name}"`)
  // In files of any other format ids speak, as they do in the project.
  await done('export.run', {
    ...{ ...asked, format: 'doccano', annotators: ['سلمى'], lossy: true },
    out: `${out}.jsonl`,
  })
  expect(await textOf(`${out}.jsonl`)).toContain('"person"')
})

test('a name that was mapped to a label of the scheme is that label from then on', async () => {
  const { done, paths, folder, out } = await setting()
  const file = join(folder, 'in.jsonl')
  await writeFile(file, `${JSON.stringify({ text: 'قال ناطق', label: [[4, 8, 'PER']] })}\n`)
  const asked = { project: paths.folder, job: 'job', format: 'doccano' } as const
  const labels = { PER: { label: 'actor' } }
  await done('annotated.run', {
    ...{ ...asked, paths: [file], annotator: 'سلمى' },
    mapping: { labels, relations: {}, unknown: 'add' },
  })
  await done('export.run', { ...asked, out: `${out}.jsonl`, annotators: ['سلمى'], lossy: true })
  expect(await textOf(`${out}.jsonl`)).toContain('[[4,8,"actor"]]')
})

test('layers of INCEpTION go back as themselves, with a type system that knows them', async () => {
  const { done, paths, folder, out } = await setting()
  const text = 'قال ناطق إن الجسر يُفتح غدًا.'
  const file = join(folder, 'in.xmi')
  await writeFile(
    file,
    `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type4="http:///de/example/ner/type.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/><type4:NamedEntity xmi:id="3" sofa="1" begin="4" end="8" value="PER" identifier="Q1"/><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/><cas:View sofa="1" members="3"/></xmi:XMI>`,
  )
  const asked = { project: paths.folder, job: 'job', format: 'cas-xmi' } as const
  await done('annotated.run', { ...asked, paths: [file], annotator: 'سلمى' })
  await done('export.run', { ...asked, out, annotators: ['سلمى'], lossy: true })
  const files = await readdir(join(out, 'سلمى'))
  const written = await textOf(join(out, 'سلمى', String(files[0])))
  expect(written).toMatch(/:NamedEntity [^>]*begin="4" end="8" value="PER" identifier="Q1"/)
  const types = await textOf(join(out, 'TypeSystem.xml'))
  expect(types).toContain('<name>de.example.ner.type.NamedEntity</name>')
  expect(types).toContain('<name>identifier</name>')
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

test('a file that says one text over and over makes no more annotators of it than a text may have', async () => {
  const { done, paths, folder } = await setting()
  const file = join(folder, 'in.jsonl')
  await writeFile(file, '{"text":"قال ناطق"}\n'.repeat(230))
  const asked = { project: paths.folder, job: 'job', format: 'doccano', annotator: 'سلمى' } as const
  const report = await done('annotated.run', { ...asked, paths: [file] })
  expect(report).toMatchObject({ records: 230, sets: 200, rejected: 30 })
})
