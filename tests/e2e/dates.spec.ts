import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { dragOver, ready, saved } from './text.ts'

const article =
  'وفد في العاصمة\n\nوصل الوفد أول أمس إلى المدينة، ويعود الأسبوع المقبل. وكان قد زارها في سبتمبر/أيلول 2021 ومكث ثلاثة أيام.\n'

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({ startOn: 'empty', settings: { language } })

    test('a tagged date has its value, says what it needs, and counts again when the article has a day', async ({
      app,
    }, testInfo) => {
      await importText(app.project, article)
      await app.restart()
      const { page: now } = app
      await dragOver(now, 'أول أمس')
      await now.keyboard.press('KeyS')
      const note = now.getByTestId('date-note').first()
      await expect(note).toBeVisible()
      await now.getByTestId('give-anchor').first().click()
      await now.getByTestId('published').fill('2024-08-07')
      await now.getByTestId('submit').click()
      await expect(now.getByTestId('recounted')).toContainText('2024-08-05')
      await now.keyboard.press('Escape')
      await expect(now.getByTestId('date-value')).toHaveValue('2024-08-05')
      await saved(now)
      for (const [width, height] of [
        [1280, 800],
        [1024, 640],
      ] as const) {
        await now.setViewportSize({ width, height })
        await testInfo.attach(`date-${language}-${width}`, {
          body: await now.screenshot(),
          contentType: 'image/png',
        })
      }
    })

    test('suggested dates are drawn apart, saved only when accepted, one or all', async ({
      app,
    }) => {
      await importText(app.project, article)
      await app.restart()
      const { page } = app
      await ready(page)
      await page.locator('[data-tab="date"]').click()
      const suggested = page.getByTestId('suggested-dates')
      await expect(suggested.locator('li')).toHaveCount(4)
      expect(await page.evaluate(() => CSS.highlights.get('suggested')?.size)).toBe(4)
      const axe = await new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined).analyze()
      expect(axe.violations.map(({ id }) => id)).toEqual([])
      await suggested.locator('li').first().getByRole('button').last().click()
      await expect(suggested.locator('li')).toHaveCount(3)
      await page.getByTestId('accept-all').click()
      await expect(suggested).toBeHidden()
      await expect(page.getByTestId('list-date').locator('li')).toHaveCount(4)
    })
  })
