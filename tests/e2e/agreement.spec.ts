import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type App, expect, test } from './app.ts'
import { faultsOf } from './looking.ts'

async function compare({ page }: App) {
  await page.getByTestId('menu').click()
  await page.getByTestId('menu-agreement').click()
  await page.getByTestId('submit').click()
  // Read, compared and drawn again five hundred times: not a matter of the default five seconds everywhere.
  await expect(page.getByTestId('report-about')).toBeVisible({ timeout: 30_000 })
}

for (const [language, theme] of [
  ['ar', 'dark'],
  ['en', 'light'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })

    test('the agreement report is whole in every part, and axe finds nothing', async ({
      app,
    }, testInfo) => {
      const { page } = app
      await compare(app)
      await expect(page.getByTestId('figure-token-alpha')).toContainText(/0\.\d{3}/)
      for (const part of ['overall', 'passages', 'labels', 'pairs', 'claims', 'documents']) {
        await page.getByTestId(`tab-${part}`).click()
        for (const [width, height] of [
          [1280, 800],
          [1024, 640],
        ] as const) {
          if (!app.electron) await page.setViewportSize({ width, height })
          await page.screenshot({ path: testInfo.outputPath(`${part}-${width}.png`) })
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0)
        }
        expect(await faultsOf(app), part).toEqual([])
      }
    })
  })

test('a costly passage leads to its text, selected', async ({ app }) => {
  const { page } = app
  await compare(app)
  await page.getByTestId('tab-passages').click()
  await page.getByTestId('go-to-passage').first().click()
  await expect(page.getByTestId('dialog-agreement')).toBeHidden()
  await expect(page.locator('.reader')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('selection')?.size ?? 0))
    .toBeGreaterThan(0)
})

test('the report is saved as a page that opens by itself', async ({ app }) => {
  const { page } = app
  await compare(app)
  await page.getByTestId('save-report').click()
  const out = join(dirname(app.project), 'تقرير.html')
  await page.getByTestId('path').fill(out)
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('written')).toContainText('تقرير.html')
  expect(await readFile(out, 'utf8')).toContain('<html lang="ar" dir="rtl">')
  await page.getByTestId('back').click()
  await expect(page.getByTestId('report-about')).toBeVisible()
})

test.describe('a project where nobody has annotated', () => {
  test.use({ startOn: 'empty' })
  test('says what is missing', async ({ app }) => {
    const { page } = app
    await page.getByTestId('menu').click()
    await page.getByTestId('menu-agreement').click()
    await expect(page.getByTestId('too-few')).toBeVisible()
    await expect(page.getByTestId('submit')).toBeDisabled()
  })
})
