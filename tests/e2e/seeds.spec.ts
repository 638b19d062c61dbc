import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { cli } from './import-text.ts'
import { repository } from './repository.ts'
import { openByRow, saved } from './text.ts'

test.use({ startOn: 'empty' })

// Real articles beside the repository, not ours to publish: here or not, nothing of them is kept.
const seeds = process.env.ISNAD_SEEDS ?? join(repository, '..', 'shared', 'seeds')
const here = existsSync(seeds)
if (!here)
  process.stdout.write(`real articles are not tried: there is no ${seeds} (set ISNAD_SEEDS)\n`)

test('real articles import, are annotated, survive a restart and export to the letter', async ({
  app,
}, testInfo) => {
  test.skip(!here, `there is no ${seeds}`)
  await cli('import', app.project, seeds)
  await app.restart()
  const { page } = app
  const files = (await readdir(seeds)).filter(name => name.endsWith('.txt'))
  const rows = page.locator('[data-document]')
  await expect(rows).toHaveCount(files.length)
  for (let at = 0; at < files.length; at++) {
    await openByRow(page, rows.nth(at))
    await page.getByTestId('reader').focus()
    await page.keyboard.press('Control+Home')
    for (const key of ['KeyA', 'KeyS', 'KeyD', 'KeyF']) {
      await page.keyboard.press('Control+ArrowLeft')
      await page.keyboard.press(key)
    }
    await saved(page)
  }
  await app.restart()
  const out = testInfo.outputPath('out.jsonl')
  await cli('export', app.project, '--format', 'isnad', '--out', out)
  const lines = (await readFile(out, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines).toHaveLength(files.length)
  const texts = await Promise.all(files.map(name => readFile(join(seeds, name), 'utf8')))
  for (const line of lines) {
    expect(texts).toContain(line.document.text)
    expect(line.annotations).toHaveLength(4)
    for (const { spans } of line.annotations)
      for (const { codePoints, quote } of spans)
        expect([...line.document.text].slice(...codePoints).join('')).toBe(quote)
  }
})
