import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { setOf } from './sets.ts'
import { drawnText, expectSameText, saved } from './text.ts'

test.use({ startOn: 'empty' })

const first = 'أكدت وكالة «الرافدين» أنّ GPS-7 تعطّل 📷 في ٢٠ أيلول.'
const text = `${first}\n\nHeadline in Latin, then عربي.\n`
const annotator = 'المُوسِّم الأول'

test.beforeEach(async ({ app }) => {
  await importText(app.project, text)
  await app.restart()
  await app.page.locator('p[data-start]').first().waitFor()
  await app.page.getByTestId('reader').focus()
})

test('forward goes forward: the left arrow in Arabic, the right arrow in Latin', async ({
  app,
}) => {
  const { page } = app
  const place = page.locator('.place')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowLeft')
  await expect(place).toContainText('١')
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft')
  await expect(place).toContainText('٤')
  await page.keyboard.press('ArrowRight')
  await expect(place).toContainText('٣')
  // Into the Latin paragraph: there right is forward.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  const before = await place.textContent()
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await expect(place).toContainText('٨')
  expect(before).toContain('٣')
})

test('Shift with words selects, a label’s key tags, Delete removes', async ({ app }) => {
  const { page, project } = app
  const before = await drawnText(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('KeyA')
  await saved(page)
  const set = await setOf(project, annotator, first)
  expect(set.annotations.map(a => a.spans.map(s => s.quote))).toEqual([['وكالة «الرافدين']])
  await page.keyboard.press('Delete')
  await saved(page)
  expect((await setOf(project, annotator, first)).annotations).toEqual([])
  await expectSameText(page, before)
})

test('a label’s key alone tags the word at the caret', async ({ app }) => {
  const { page, project } = app
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Digit4')
  await saved(page)
  expect((await setOf(project, annotator, first)).annotations).toMatchObject([
    { label: 'cue', spans: [{ start: 0, end: 4, quote: 'أكدت' }] },
  ])
})

test('an emoji, a letter with its marks and a Latin code are each passed in whole steps', async ({
  app,
}) => {
  const { page, project } = app
  const stops = new Set<number>()
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < first.length; n++) {
    stops.add(
      await page
        .locator('.caret')
        .evaluate(() =>
          Number(
            document.querySelector('.place')?.textContent?.split('').reverse().join('').length,
          ),
        ),
    )
    await page.keyboard.press('Shift+ArrowLeft')
  }
  await page.keyboard.press('KeyD')
  await saved(page)
  const [made] = (await setOf(project, annotator, first)).annotations
  const segments = [...new Intl.Segmenter('ar').segment(first)]
  // One press a grapheme: as many presses as letters end further on, at a grapheme’s edge.
  expect([...segments.map(s => s.index), first.length, text.length]).toContain(made?.spans[0]?.end)
})

test('Tab goes from annotation to annotation and out at the last; Enter edits, Escape comes back', async ({
  app,
}) => {
  const { page } = app
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('KeyF')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('KeyA')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('editor')).toContainText('أكدت')
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('editor')).toContainText('وكالة')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-attribute="kind"] input').first()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-choice][data-selected]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reader')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('reader')).not.toBeFocused()
})
