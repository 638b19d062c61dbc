import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { faultsOf } from './looking.ts'
import { dragOver, ready, saved } from './text.ts'

const article =
  'وفد في العاصمة\n\nوصل الوفد أول أمس إلى المدينة، ويعود الأسبوع المقبل. وكان قد زارها في سبتمبر/أيلول 2021 ومكث ثلاثة أيام.\n'

const twoArticles =
  'وفد يزور المدينة القديمة\n\nقال المتحدث إن الوفد وصل الأحد 14 أغسطس 2024 إلى المدينة، ومكث فيها ثلاثة أيام، ثم غادرها إلى العاصمة.\n\nمقالات ذات صلة\nوزير الزراعة يفتتح معرض التمور\nTT\nوزير الزراعة يفتتح معرض التمور\n20 نوفمبر 2024\nافتتح الوزير صباح أمس معرضا للتمور في المدينة حضره عدد كبير من المزارعين والتجار.\n'

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
      expect(await faultsOf(app)).toEqual([])
      await suggested.locator('li').first().getByRole('button').last().click()
      await expect(suggested.locator('li')).toHaveCount(3)
      await page.getByTestId('accept-all').click()
      await expect(suggested).toBeHidden()
      await expect(page.getByTestId('list-date').locator('li')).toHaveCount(4)
    })

    test('a second article on the page has its own day, a date is corrected by its parts, and conflicts are said', async ({
      app,
    }, testInfo) => {
      await importText(app.project, twoArticles)
      await app.restart()
      const { page } = app
      await ready(page)
      const shot = async (name: string) =>
        testInfo.attach(`${name}-${language}`, {
          body: await page.screenshot(),
          contentType: 'image/png',
        })
      // The day the second article prints was read at the import; an analyst gives both another certainty.
      await dragOver(page, 'صباح أمس')
      await page.keyboard.press('KeyS')
      await expect(page.getByTestId('date-value')).toHaveValue('2024-11-19TMO')
      await dragOver(page, 'الأحد 14 أغسطس 2024')
      await page.keyboard.press('KeyS')
      await expect(page.getByTestId('date-conflict')).toBeVisible()
      await shot('date-conflict')
      await page.getByTestId('date-precision-month').click()
      await expect(page.getByTestId('date-value')).toHaveValue('2024-08')
      // What was chosen is undone from where it was chosen.
      await page.keyboard.press('Control+z')
      await expect(page.getByTestId('date-value')).toHaveValue('2024-08-14')
      await page.getByTestId('date-precision-month').click()
      await expect(page.getByTestId('date-value')).toHaveValue('2024-08')
      await page.getByTestId('date-stretch').click()
      await page.getByTestId('date-to').fill('2024-13')
      await page.keyboard.press('Enter')
      await expect(page.locator('.field-error')).toBeVisible()
      await page.getByTestId('date-to').fill('2024-07')
      await page.keyboard.press('Enter')
      await expect(page.locator('.field-error')).toBeVisible()
      await page.getByTestId('date-to').fill('2024-09')
      await page.keyboard.press('Enter')
      await expect(page.locator('.field-error')).toBeHidden()
      await shot('date-parts')
      await page.getByTestId('date-automatic').click()
      await expect(page.getByTestId('date-value')).toHaveValue('2024-08-14')
      await dragOver(page, 'ثلاثة أيام')
      await page.keyboard.press('KeyS')
      await expect(page.getByTestId('date-note')).toContainText(/3|٣/)
      await page.getByTestId('edit-metadata').click()
      await expect(page.getByTestId('anchor-day')).toHaveValue('2024-11-20')
      await page.getByTestId('anchor-day').fill('2024-11')
      await expect(page.getByTestId('submit')).toBeDisabled()
      await page.getByTestId('anchor-day').fill('2024-12-01')
      await page.locator('.anchor-row .switch').click()
      await shot('date-anchors')
      expect(await faultsOf(app)).toEqual([])
      await page.getByTestId('submit').click()
      await expect(page.getByTestId('recounted')).toContainText('2024-11-30')
      await shot('date-recounted')
      await page.keyboard.press('Escape')
      await saved(page)
    })
  })
