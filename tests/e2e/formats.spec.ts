import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TestInfo } from '@playwright/test'
import { type App, expect, test } from './app.ts'
import { faultsOf } from './looking.ts'

const text = '📷 قال ناطق باسم بلدية النهر إن الجسر يُفتح في أيلول 2025.'
const at = (words: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length
  return [start, start + [...words].length]
}

/** A file of doccano's: labels of its own, offsets in code points, one of them wrong. */
async function doccanoFile({ project }: App): Promise<string> {
  const line = {
    id: 3,
    text,
    label: [
      [...at('ناطق'), 'PER'],
      [...at('أيلول 2025'), 'DATE'],
      [5, 900, 'PER'],
    ],
    Comments: [],
  }
  const file = join(dirname(project), 'من-دوكانو.jsonl')
  await writeFile(file, `${JSON.stringify(line)}\n`)
  return file
}

async function looked(app: App, testInfo: TestInfo, name: string) {
  await app.page.screenshot({ path: testInfo.outputPath(`${name}.png`) })
  expect(await faultsOf(app)).toEqual([])
}

const looks = [
  { language: 'ar', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const

for (const { language, theme } of looks)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })

    test('what a format would lose is said before it is written, and again after', async ({
      app,
    }, testInfo) => {
      const { page } = app
      if (!app.electron) await page.setViewportSize({ width: 1280, height: 800 })
      await page.getByTestId('open-export').click()
      const dialog = page.getByTestId('dialog-export')
      await expect(dialog.getByTestId('export-preview')).toBeVisible()
      await expect(dialog.getByTestId('losses')).toHaveCount(0)
      await dialog.getByTestId('format').click()
      await page.getByRole('option', { name: 'doccano' }).click()
      await expect(dialog.getByTestId('losses')).toBeVisible()
      await expect(dialog.getByTestId('path')).toHaveValue(/\.jsonl$/)
      await looked(app, testInfo, 'export-doccano')
      await dialog.getByTestId('format').click()
      await page.getByRole('option', { name: 'brat' }).click()
      await expect(dialog.getByTestId('path')).toHaveValue(/-brat$/)
      const out = join(dirname(app.project), 'brat')
      await dialog.getByTestId('path').fill(out)
      await expect(dialog.getByTestId('losses')).toBeVisible()
      if (!app.electron) await page.setViewportSize({ width: 1024, height: 640 })
      await looked(app, testInfo, 'export-brat')
      await dialog.getByTestId('submit').click()
      await expect(page.getByTestId('export-report')).toBeVisible()
      await looked(app, testInfo, 'export-done')
      expect(await readdir(out)).toContain('annotation.conf')
    })

    test('annotated files are found out, their labels mapped, and what is refused is said', async ({
      app,
    }, testInfo) => {
      const { page } = app
      if (!app.electron) await page.setViewportSize({ width: 1280, height: 800 })
      const file = await doccanoFile(app)
      await page.getByTestId('open-import').click()
      const dialog = page.getByTestId('dialog-import')
      await dialog.getByTestId('path').fill(file)
      await dialog.getByTestId('path').press('Enter')
      await expect(dialog.getByTestId('content')).toContainText('doccano')
      const rows = dialog.getByTestId('map-labels').getByTestId('mapping-row')
      await expect(rows).toHaveCount(2)
      await expect(dialog.getByTestId('annotated-record')).toContainText('ناطق')
      await expect(dialog.getByTestId('annotated-problems')).toContainText('5–900')
      await rows.filter({ hasText: 'PER' }).getByRole('button').click()
      await page.getByRole('option', { name: language === 'ar' ? 'فاعل' : 'Actor' }).click()
      await expect(rows.filter({ hasText: 'PER' })).toContainText(
        language === 'ar' ? 'فاعل' : 'Actor',
      )
      await dialog.getByTestId('import-annotator').fill('سلمى')
      await looked(app, testInfo, 'import-annotated')
      if (!app.electron) await page.setViewportSize({ width: 1024, height: 640 })
      await page.screenshot({ path: testInfo.outputPath('import-annotated-small.png') })
      await dialog.getByTestId('submit').click()
      const report = page.getByTestId('annotated-report')
      await expect(report).toContainText('5–900')
      await looked(app, testInfo, 'import-done')
      await page.getByTestId('close').click()
      const project = JSON.parse(await readFile(join(app.project, 'project.json'), 'utf8'))
      const labels = project.scheme.labels.map(({ id }: { id: string }) => id)
      expect(labels).not.toContain('per')
      expect(await readdir(join(app.project, 'annotations'))).toContain('سلمى')
    })
  })
