import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AgreementReport } from '../../annotations/agreement/report-shape.ts'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Call } from '../../annotations/api/client.ts'
import type { Asked } from '../../annotations/api/contract.ts'
import { createApp } from '../../src-main/app.ts'
import { shipped } from '../../src-main/shells/app-root.ts'
import { findSets } from '../../src-main/storage/find-sets.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { appFor, tempFolder } from './temp-project.ts'

const root = join(import.meta.dirname, '../..')
const sample = join(root, 'samples/coalition-talks')
// Built before the tests are run (`npm test`).
const { workers } = shipped(root)

const source = { kind: 'project', project: sample } as const

function threaded(userData: string, emit: (event: AppEvent) => void = () => {}): Call {
  return createApp(
    {
      kind: 'cli',
      version: '0.0.0',
      userData,
      sample,
      workers,
      emit,
      now: () => new Date(),
    },
    () => {},
  ) as Call
}

const figure = (report: AgreementReport, id: string) => report.overall.find(one => one.id === id)

test('the sample’s report: who was compared, what was not, and every figure or why not', async () => {
  const report = await appFor(await tempFolder()).done('agreement.report', { source, job: 'j' })
  expect(report.annotators.map(({ name }) => name)).toEqual(['عمر', 'ليلى'])
  expect(report.documents).toEqual({ all: 9, compared: 5 })
  expect(report.notes.map(({ kind }) => kind)).toEqual(
    Array.from({ length: 4 }, () => 'one-annotator'),
  )
  for (const { result } of report.overall)
    if (result.kind === 'value') expect(Number.isFinite(result.value)).toBe(true)
  expect(figure(report, 'f1-strict')?.result).toMatchObject({ kind: 'value' })
  expect(report.names.claim).toEqual({ ar: 'ادعاء', en: 'Claim' })
  for (const { document, start, end, quote } of report.passages.slice(0, 5)) {
    const text = await readFile(
      join(sample, 'documents', document.slice(0, 2), `${document}.txt`),
      'utf8',
    )
    expect(text.slice(start, Math.min(end, start + 160))).toBe(quote)
  }
})

test('threads make the same report, and tell how far they are', async () => {
  const folder = await tempFolder()
  const heard: AppEvent[] = []
  const alone = await appFor(folder).done('agreement.report', { source, job: 'j', gamma: true })
  const found = await threaded(folder, event => heard.push(event))('agreement.report', {
    source,
    job: 'j',
    gamma: true,
  })
  expect(found).toEqual({ ok: true, value: alone })
  expect(heard.some(event => event.kind === 'progress' && event.done > 0)).toBe(true)
  expect(figure(alone, 'gamma')?.result).toMatchObject({ kind: 'value' })
})

test('a report is cancelled where it stands', async () => {
  const call = threaded(await tempFolder())
  const running = call('agreement.report', { source, job: 'long', gamma: true, resamples: 10_000 })
  await call('jobs.cancel', { job: 'long' })
  expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})

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

test('two who linked a mention to actors since made one agree, in exported files as in the project', async () => {
  const folder = await tempFolder()
  const app = appFor(folder)
  const project = join(folder, 'p')
  await app.done('project.create', { folder: project, title: 'ت' })
  const text = 'قال فهد الكرخي أمس إن العمل يعود غدا إلى الميناء.'
  const source = join(folder, 'a.txt')
  await writeFile(source, text)
  await app.done('import.run', { project, paths: [source], job: 'i' })
  const [entry] = (await app.done('project.open', { folder: project })).documents
  const documentId = entry?.id ?? ''
  for (const id of ['fahd', 'karkhi'])
    await app.done('actors.save', {
      project,
      actor: {
        id,
        name: { ar: `فهد ${id}` },
        kind: 'person',
        aliases: [],
        titles: [],
        notes: '',
        externalIds: {},
      },
    })
  for (const [annotator, actor] of [
    ['عمر', 'fahd'],
    ['ليلى', 'karkhi'],
  ] as const)
    await app.done('sets.save', {
      ...{ project, documentId, annotator, revision: 0 },
      actions: [
        {
          kind: 'edit',
          changes: [
            {
              kind: 'put-annotation',
              annotation: {
                id: 'm1',
                label: 'actor',
                spans: [{ start: 4, end: 14, quote: text.slice(4, 14) }],
                attributes: { kind: 'person', actor },
              },
            },
          ],
        },
      ],
    })
  await app.done('actors.merge', { project, ids: ['karkhi'], into: 'fahd' })
  const out = join(folder, 'all.jsonl')
  await app.done('export.run', {
    project,
    job: 'e',
    format: 'isnad',
    out,
    annotators: ['عمر', 'ليلى'],
  })
  const linked = async (from: Asked<'agreement.report'>['source']) => {
    const { attributes } = await app.done('agreement.report', { source: from, job: 'j' })
    const figures = attributes.find(({ attribute }) => attribute === 'actor')?.figures
    return figures?.find(({ id }) => id === 'attribute-percent')?.result
  }
  expect(await linked({ kind: 'project', project })).toMatchObject({ kind: 'value', value: 1 })
  expect(await linked({ kind: 'files', files: [out] })).toMatchObject({ kind: 'value', value: 1 })
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

test('a report is written as one page that asks for nothing, as CSV and as JSON', async () => {
  const folder = await tempFolder()
  const app = appFor(folder)
  const report = await app.done('agreement.report', { source, job: 'j' })
  const save = async (format: 'html' | 'csv' | 'json', language: 'ar' | 'en') => {
    const out = join(folder, `${language}.${format}`)
    await app.done('agreement.save', { project: folder, report, format, language, out })
    return readFile(out, 'utf8')
  }
  const page = await save('html', 'ar')
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).not.toMatch(/<script|<link|src=|url\(|https?:\/\/(?!www\.w3\.org)/)
  expect(page).toContain('تقرير الاتفاق')
  expect(await save('html', 'en')).toContain('Krippendorff’s α')
  expect(JSON.parse(await save('json', 'en'))).toEqual(report)
  const csv = await save('csv', 'en')
  // Spreadsheets take a file without the mark for another encoding.
  expect(csv.startsWith('\ufeff')).toBe(true)
  const lines = csv.trim().split('\r\n')
  expect(lines[0]).toBe(
    'part,of,and,measure,value,low,high,observed,expected,units,reason,warnings',
  )
  expect(lines.filter(line => line.startsWith('overall'))).toHaveLength(report.overall.length)
  const taken = {
    project: folder,
    report,
    format: 'json',
    language: 'en',
    out: join(folder, 'en.json'),
  } as const
  expect(await app.refused('agreement.save', taken)).toMatchObject({ code: 'file-exists' })
})

test('two who linked their mentions to entries that were merged since agree', async () => {
  const folder = join(await tempFolder(), 'project')
  await cp(sample, folder, { recursive: true })
  const actors = join(folder, 'actors')
  const iraq = JSON.parse(await readFile(join(actors, 'iraq.json'), 'utf8'))
  const twin = { ...iraq, id: 'iraq-again', aliases: [], mergedInto: 'iraq' }
  await writeFile(join(actors, 'iraq-again.json'), `${JSON.stringify(twin, null, 2)}\n`)
  const paths = projectPaths(folder)
  for (const id of (await findSets(paths, () => {})).get('عمر') ?? []) {
    const file = paths.set('عمر', id)
    const set = await readFile(file, 'utf8')
    await writeFile(file, set.replaceAll('"actor":"iraq"', '"actor":"iraq-again"'))
  }
  const app = appFor(await tempFolder())
  const linked = async (project: string) => {
    const source = { kind: 'project', project } as const
    const { attributes } = await app.done('agreement.report', { source, job: 'j' })
    return attributes.filter(({ attribute }) => attribute === 'actor')
  }
  const before = await linked(sample)
  expect(before.length).toBeGreaterThan(0)
  expect(await linked(folder)).toEqual(before)
})
