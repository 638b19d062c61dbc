import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { repository } from './repository.ts'

/** `ISNAD_PICTURES=1 npm test` also renews the pictures of the README. */
async function picture(page: Page, name: string) {
  if (!process.env.ISNAD_PICTURES) return
  const folder = join(repository, 'docs', 'pictures')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Controls whose words are cut off, by what they say. */
const cut = (page: Page) =>
  page
    .locator('button:visible, [role=tab]:visible')
    .evaluateAll(all =>
      all
        .filter(e => e.scrollWidth > e.clientWidth + 1)
        .map(e => `${e.className}: ${e.textContent}`),
    )

for (const language of ['ar', 'en'] as const)
  for (const theme of ['light', 'dark', 'contrast'] as const)
    test.describe(`${language}, ${theme}`, () => {
      test.use({ settings: { language, theme } })

      test('the desk is whole at both sizes, and axe finds nothing', async ({ app }, testInfo) => {
        const { page } = app
        await page.locator('.note').first().click()
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        for (const [width, height] of [
          [1440, 900],
          [1280, 800],
          [1024, 640],
        ] as const) {
          // The window of a test has the size the shell gave it; there the page alone is looked at.
          if (!app.electron) await page.setViewportSize({ width, height })
          await page.waitForTimeout(200)
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0)
          expect(await cut(page)).toEqual([])
          await page.screenshot({ path: testInfo.outputPath(`desk-${width}.png`) })
          if (width === 1440) await picture(page, `desk-${language}-${theme}`)
        }
        // Axe opens a page of its own to put its script in; a window has no second page.
        const axe = new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined)
        const { violations } = await axe.analyze()
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
        ).toEqual([])
      })
    })

test.describe('an empty project', () => {
  test.use({ startOn: 'empty' })
  test('says what to do', async ({ app }) => {
    await app.page.locator('.desk .empty-state button').click()
    await expect(app.page.getByTestId('dialog-import')).toBeVisible()
  })
})
