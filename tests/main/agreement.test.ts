import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AgreementReport } from '../../annotations/agreement/report-shape.ts'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Call } from '../../annotations/api/client.ts'
import { createApp } from '../../src-main/app.ts'
import { shipped } from '../../src-main/shells/app-root.ts'
import { root, sample, source } from './agreement-sample.ts'
import { appFor, tempFolder } from './temp-project.ts'

// Built before these tests are run (`tests/build-program.mjs`).
const { workers } = shipped(root)

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
