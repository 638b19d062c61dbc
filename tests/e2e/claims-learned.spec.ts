import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { annotator, choose, pressing } from './claim-article.ts'
import { importText } from './import-text.ts'
import { faultsOf } from './looking.ts'
import { setOf } from './sets.ts'
import { openByRow, saved } from './text.ts'

test.use({ startOn: 'empty' })

test.setTimeout(180_000)

/** Each says what the one before taught: a name, an alias of it, and a ship that is nobody. */
const lessons = {
  first: `نبيل الكرخي يعود إلى الميناء

قال نبيل الكرخي أمس إن العمل يعود غدا. ورست الباخرة سلمى الصباح في المرفأ. وأوضح الكرخي أن الأجور دفعت.
`,
  second: `الأجور تُدفع غدا

وأضاف الكرخي أن الرافعات عادت. وغادرت الباخرة سلمى الصباح المرفأ. وقال نبيل الكرخي إن الحراسة شددت.
`,
  third: `المرفأ يفتح أبوابه

أكد نبيل الكرخي أن الشاحنات وصلت. وقال الكرخي إن الطريق آمن.
`,
}

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({ settings: { language } })
    test('suggestions learn: what is linked becomes an alias, what is rejected stays away, and all like one are taken in all articles by one step', async ({
      app,
    }, testInfo) => {
      for (const [name, text] of Object.entries(lessons))
        await importText(app.project, text, `${name}.txt`)
      await app.restart()
      const { page } = app
      const press = pressing(page)
      const bar = page.getByTestId('suggestion-bar')
      const shot = (name: string) => page.screenshot({ path: testInfo.outputPath(`${name}.png`) })
      const openArticle = async (title: string) => {
        await openByRow(page, page.locator('[data-document]', { hasText: title }))
        await page.getByTestId('reader').focus()
      }
      const who = language === 'ar' ? annotator : 'First annotator'
      const atHand = bar.locator('.at-hand-quote')
      /** Bring a suggestion to hand, going through what waits. */
      const goTo = async (quote: string) => {
        await press('Control+Home', 'KeyG')
        await expect(atHand).toBeVisible()
        const waiting = Number(await bar.getAttribute('data-waiting'))
        for (let n = 0; n < waiting && (await atHand.textContent()) !== quote; n++)
          await press('KeyG')
        await expect(atHand).toHaveText(quote)
      }
      const mentions = async (words: string) =>
        (await setOf(app.project, who, words).catch(() => undefined))?.annotations.filter(
          ({ label }) => label === 'actor',
        ) ?? []

      if (language === 'en') {
        await openArticle('الأجور تُدفع')
        await goTo('نبيل الكرخي')
        await press('Control+Shift+KeyY')
        await expect(page.getByTestId('across-count')).toHaveAttribute('data-elsewhere', '3')
        await page.setViewportSize({ width: 1024, height: 640 })
        await shot('accept-across')
        return
      }

      // Accepted, it keeps its rule; one key makes an actor of it, another mention is linked to that.
      await openArticle('يعود إلى الميناء')
      await goTo('نبيل الكرخي')
      await press('KeyY')
      await expect
        .poll(async () => (await mentions('الأجور دفعت')).map(({ rule }) => rule))
        .toEqual(['name'])
      await press('Escape')
      await choose(page, 'نبيل الكرخي', 'نبيل الكرخي يعود')
      await press('ArrowRight', 'KeyL')
      await expect
        .poll(async () => (await mentions('الأجور دفعت'))[0]?.attributes.actor)
        .toBeTruthy()
      await choose(page, 'الكرخي', 'وأوضح الكرخي')
      await press('KeyA', 'Shift+KeyL')
      const field = page.locator('[data-attribute="actor"] input')
      await expect(field).toBeFocused()
      await field.pressSequentially('نبيل')
      await expect(page.getByRole('option').first()).toContainText('نبيل الكرخي')
      await press('ArrowDown', 'Enter')
      await saved(page)
      await press('Escape')

      // A ship is nobody: rejected here, it is suggested nowhere.
      await page.getByTestId('reader').focus()
      await goTo('سلمى الصباح')
      await press('KeyU')
      await expect(atHand).not.toHaveText('سلمى الصباح')
      const exceptions = () => readdir(join(app.project, 'exceptions')).catch(() => [])
      await expect.poll(exceptions).toHaveLength(1)
      await press('Escape')
      await openArticle('الأجور تُدفع')
      await press('Control+Home', 'KeyG')
      const waiting = Number(await bar.getAttribute('data-waiting'))
      const seen: (string | null)[] = []
      for (let n = 0; n < waiting; n++) {
        seen.push(await atHand.textContent())
        await press('KeyG')
      }
      expect(seen).toContain('الكرخي')
      expect(seen).not.toContain('سلمى الصباح')

      // The alias names the actor here too; all of the same actor, in every article, after their number is said.
      await goTo('الكرخي')
      await shot('learned')
      await press('Control+Shift+KeyY')
      const dialog = page.getByTestId('dialog-accept-across')
      const count = page.getByTestId('across-count')
      await expect(count).toHaveAttribute('data-here', '2')
      await expect(count).toHaveAttribute('data-elsewhere', '3')
      await shot('accept-across')
      expect(await faultsOf(app)).toEqual([])
      await press('Enter')
      await expect(dialog).toBeHidden()
      await saved(page)
      await expect.poll(async () => (await mentions('الطريق آمن')).length).toBe(2)
      await expect.poll(async () => (await mentions('الرافعات')).length).toBe(2)
      const taken = await mentions('الرافعات')
      expect(taken.map(({ rule }) => rule)).toEqual(['register', 'register'])
      expect(new Set(taken.map(({ attributes }) => attributes.actor)).size).toBe(1)

      // One step back takes all of it back, one forth does it again.
      await press('Control+KeyZ')
      await expect.poll(async () => (await mentions('الطريق آمن')).length).toBe(0)
      await saved(page)
      await expect.poll(async () => (await mentions('الرافعات')).length).toBe(0)
      await press('Control+Shift+KeyZ')
      await expect.poll(async () => (await mentions('الطريق آمن')).length).toBe(2)
      await saved(page)
    })
  })
