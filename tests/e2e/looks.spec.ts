import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Settings } from '../../annotations/api/settings.ts'
import { type App, expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { repository } from './repository.ts'
import { ready } from './text.ts'

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

const themes = ['light', 'dark', 'contrast'] as const

/** The theme as it was set before the app began; the next page begins with it. */
async function setTheme({ page, home }: App, theme: Settings['theme']) {
  const file = join(home, 'settings.json')
  const settings = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...settings, theme }))
  await page.reload()
  await ready(page)
}

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({ settings: { language, theme: 'light' } })

    test('the desk is whole at every size and in every theme, and axe finds nothing', async ({
      app,
    }, testInfo) => {
      testInfo.slow()
      const { page } = app
      for (const theme of themes) {
        if (!app.electron) await page.setViewportSize({ width: 1440, height: 900 })
        if (theme !== 'light') await setTheme(app, theme)
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
          await page.screenshot({ path: testInfo.outputPath(`desk-${theme}-${width}.png`) })
          if (width === 1440) await picture(page, `desk-${language}-${theme}`)
        }
        expect(await faultsOf(app), theme).toEqual([])
      }
      // Colours of the system's own, which take every ground away: what is chosen can still be told.
      await page.emulateMedia({ forcedColors: 'active' })
      const ground = (pressed: boolean) =>
        page
          .locator(`.corpus .chip[aria-pressed="${pressed}"]`)
          .first()
          .evaluate(chip => getComputedStyle(chip).backgroundColor)
      expect(await ground(true)).not.toBe(await ground(false))
      await expect(page.locator('.corpus-row[aria-current="true"]')).toHaveCSS(
        'outline-style',
        'solid',
      )
      await page.screenshot({ path: testInfo.outputPath('desk-forced.png') })
      await page.emulateMedia({ forcedColors: 'none' })

      // Room between the lines, and the calendar that the interface writes dates in.
      const line = () =>
        page
          .locator('.row.body p:not(.blank)')
          .first()
          .evaluate(p => Number.parseFloat(getComputedStyle(p).lineHeight))
      const before = await line()
      const list = page.locator('.corpus')
      const hijri = language === 'ar' ? 'هـ' : 'AH'
      await expect(list).not.toContainText(hijri)
      await page.keyboard.press('Control+Comma')
      await page.getByTestId('lineHeight-loose').click()
      await page.getByTestId('calendar-islamic-umalqura').click()
      await page.keyboard.press('Escape')
      await expect(list).toContainText(hijri)
      await expect.poll(line).toBeGreaterThan(before)
      await page.screenshot({ path: testInfo.outputPath('desk-hijri.png') })
    })
  })

test.describe('an empty project', () => {
  test.use({ startOn: 'empty' })
  test('says what to do', async ({ app }) => {
    await app.page.locator('.desk .empty-state button').click()
    await expect(app.page.getByTestId('dialog-import')).toBeVisible()
  })
})
