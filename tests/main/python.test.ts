import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats } from '../../annotations/formats/formats.ts'
import { annotatedNews } from '../arabic-news.ts'
import { appFor, tempFolder, textOf } from './temp-project.ts'

const script = join(import.meta.dirname, '../python/check_export.py')
const sample = join(import.meta.dirname, '../../samples/coalition-talks')

const python = (...args: string[]) => spawnSync('python3', args, { encoding: 'utf8' })
const missing = python('--version').status === 0 ? undefined : 'there is no python3 here'

test('Python reads the sample’s export and finds every quote in both units', async context => {
  if (missing) return context.skip(missing)
  const folder = await tempFolder()
  const out = join(folder, 'sample.jsonl')
  const report = await appFor(folder).done('export.run', {
    project: sample,
    job: 'job',
    format: 'isnad',
    out,
  })
  const { stdout, stderr } = python(script, out)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ lines: report.lines, problems: [] })
  expect(JSON.parse(stdout).spans).toBeGreaterThanOrEqual(report.annotations)
})

test('Python agrees on generated news: emoji families, flags, marks and all', async context => {
  if (missing) return context.skip(missing)
  const out = join(await tempFolder(), 'generated.jsonl')
  const lines = fc
    .sample(annotatedNews, { numRuns: 200, seed: 7 })
    .map(({ document, set }) => `${formats.isnad.write(document, set, new Map())}\n`)
  await writeFile(out, lines.join(''))
  const { stdout, stderr } = python(script, out)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ lines: 200, problems: [] })
})

test('the check in Python is seen to fail', async context => {
  if (missing) return context.skip(missing)
  const out = join(await tempFolder(), 'wrong.jsonl')
  const [news] = fc
    .sample(annotatedNews, { numRuns: 200, seed: 7 })
    .filter(
      ({ document, set }) =>
        set.annotations.length > 0 && /\p{Emoji_Presentation}/u.test(document.text),
    )
  if (!news) throw new Error('the generator makes no such news')
  const line = formats.isnad.write(news.document, news.set, new Map())
  await writeFile(
    out,
    line.replace(/"codePoints":\[(\d+),/, (_, start) => `"codePoints":[${Number(start) + 1},`),
  )
  const { status, stdout } = python(script, out)
  expect(status).toBe(1)
  expect(JSON.parse(stdout).problems[0]).toMatch(/code points/)
  expect(await textOf(out)).not.toBe(line)
})
