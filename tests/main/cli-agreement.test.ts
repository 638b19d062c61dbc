import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agreementReport } from '../../annotations/agreement/report-shape.ts'
import { tempFolder } from './temp-project.ts'

// Built before these tests are run (`tests/build-program.mjs`).
const root = join(import.meta.dirname, '../..')
const cli = join(root, 'out/main/cli.js')
const sample = join(root, 'samples/coalition-talks')

async function isnad(...args: string[]) {
  const home = await tempFolder()
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ISNAD_LANG: '', ISNAD_HOME: home }
  return new Promise<{ code: number; out: string; err: string }>(resolve =>
    execFile(
      process.execPath,
      [cli, 'agreement', ...args],
      { env, maxBuffer: 1 << 26 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )
}

test('isnad agreement prints the report and, beside it, what was left out', async () => {
  const { code, out, err } = await isnad(sample)
  expect(code).toBe(0)
  expect(out).toContain('Krippendorff’s α on words')
  expect(out).toContain('5 compared of 9')
  expect(err).toMatch(/only \u2068?ليلى\u2069? worked on it/)
})

test('--json is the report as the contract has it; --html and --csv are its exports', async () => {
  const { out } = await isnad(sample, '--json', '--annotators', 'ليلى,عمر')
  const report = agreementReport.parse(JSON.parse(out))
  expect(report.annotators.map(({ name }) => name)).toEqual(['ليلى', 'عمر'])
  expect((await isnad(sample, '--html')).out).toMatch(/^<!doctype html>/)
  expect((await isnad(sample, '--csv')).out).toContain('overall,,,f1-strict,')
})

test('wrong usage ends with 2, an unknown annotator with 1', async () => {
  expect((await isnad()).code).toBe(2)
  expect((await isnad(sample, '--matching', 'nearly')).code).toBe(2)
  expect((await isnad(sample, sample)).code).toBe(2)
  const unknown = await isnad(sample, '--annotators', 'زيد')
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('زيد')
})
