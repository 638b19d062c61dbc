import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { faultsOf } from './looking.ts'
import { painted } from './painted.ts'
import { clickBefore, ready, saved } from './text.ts'

// A control that turns what follows around, one without its other half, and a Persian ya in an Arabic word.
const article =
  'خبر فيه ما لا يُرى\n\nسلّم الوفد رسالة للحشد وقال المتحدث \u202eإن المبلغ 500\u202c دينار لا أكثر\u2069، ووصل علیّ أمس إلى المطار.\n'

for (const [language, theme] of [
  ['ar', 'dark'],
  ['en', 'light'],
] as const)
  test.describe(language, () => {
    test.use({ startOn: 'empty', settings: { language, theme } })

    test('what hides in a text is shown above its place, and a word is taken in three ways by one key', async ({
      app,
    }, testInfo) => {
      await importText(app.project, article)
      await app.restart()
      const { page } = app
      await ready(page)
      const chips = page.getByTestId('hidden-chips').locator('.hidden-chip:visible')
      await expect(chips).toHaveCount(3)
      await expect(chips.first()).toHaveText('RLO')
      await expect(page.locator('.hidden-chip.unbalanced')).toHaveText('PDI')
      await page.getByTestId('hidden-count').click()
      await testInfo.attach(`hidden-${language}`, {
        body: await page.screenshot(),
        contentType: 'image/png',
      })
      expect(await faultsOf(app)).toEqual([])

      await clickBefore(page, 'للحشد')
      await page.keyboard.press('KeyA')
      const marked = () => painted(page, 'label-actor')
      await expect.poll(marked).toEqual(['لحشد'])
      await saved(page)
      const wanted = ['حشد', 'للحشد', 'لحشد']
      for (const letters of wanted) {
        await page.keyboard.press('KeyX')
        await expect.poll(marked).toEqual([letters])
      }
      await saved(page)
    })
  })
