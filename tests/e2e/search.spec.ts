import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { setOf } from './sets.ts'
import { clickBefore, ready } from './text.ts'

const annotator = 'ليلى'

async function searchFor(page: Page, query: string) {
  await ready(page)
  await page.getByTestId('open-search').click()
  await page.getByTestId('search-query').fill(query)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('search-total')).toBeVisible()
}

for (const language of ['ar', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    test.describe(`${language}, ${theme}`, () => {
      test.use({ settings: { language, theme } })
      test('hits stand one under the other, right to left, and axe finds nothing', async ({
        app,
      }, testInfo) => {
        const { page } = app
        await searchFor(page, 'بغداد')
        const hits = page.locator('.kwic-hit')
        const middles = await hits.evaluateAll(all =>
          all.slice(0, 8).map(e => {
            const { left, right } = e.getBoundingClientRect()
            return Math.round((left + right) / 2)
          }),
        )
        expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2)
        expect(
          await page.locator('.concordance').evaluate(e => getComputedStyle(e).direction),
        ).toBe('rtl')
        for (const [width, height] of [
          [1280, 800],
          [1024, 640],
        ] as const) {
          if (!app.electron) await page.setViewportSize({ width, height })
          await page.waitForTimeout(150)
          await page.screenshot({ path: testInfo.outputPath(`search-${width}.png`) })
        }
        const axe = new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined)
        const { violations } = await axe.analyze()
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
        ).toEqual([])
      })
    })

test('Enter opens the place of a hit, and a bad query is said with its place', async ({ app }) => {
  const { page } = app
  await searchFor(page, 'واشنطن')
  await page.getByTestId('concordance').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('dialog-search')).toBeHidden()
  await expect(page.getByTestId('reader')).toBeFocused()
  await page.getByTestId('open-search').click()
  await page.getByTestId('search-query').fill('واشنطن (بغداد')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('failure')).toHaveAttribute('data-code', 'bad-query')
})

test('hits are chosen and tagged with one key in all their documents, and one undo takes it back', async ({
  app,
}) => {
  const { page, project } = app
  const words = 'يتصدّر جدول أعمالها'
  const before = (await setOf(project, annotator, words)).annotations
  await searchFor(page, '"جدول أعمالها" | "الوجود العسكري"')
  const total = Number(await page.getByTestId('search-total').getAttribute('data-total'))
  await page.getByTestId('concordance').focus()
  await page.keyboard.press('Control+KeyA')
  await expect(page.locator('.kwic[aria-selected="true"]')).toHaveCount(total)
  await page.keyboard.press('KeyD')
  await expect(page.getByTestId('undo-batch')).toBeVisible()
  const tagged = (await setOf(project, annotator, words)).annotations
  expect(
    tagged.some(({ label, spans }) => label === 'claim' && spans[0]?.quote === 'جدول أعمالها'),
  ).toBe(true)
  await page.getByTestId('concordance').focus()
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('undo-batch')).toBeHidden()
  await expect
    .poll(async () => (await setOf(project, annotator, words)).annotations)
    .toEqual(before)
})

test('a word tagged at the caret is taken without what is written to it', async ({ app }) => {
  const { page, project } = app
  await clickBefore(page, 'والولايات المتحدة')
  await page.keyboard.press('KeyF')
  await expect
    .poll(async () =>
      (await setOf(project, annotator, 'والولايات المتحدة')).annotations.some(
        ({ label, spans }) => label === 'cue' && spans[0]?.quote === 'الولايات',
      ),
    )
    .toBe(true)
})

test('one key takes the quotation at the caret as a claim, inside its marks', async ({ app }) => {
  const { page, project } = app
  await clickBefore(page, 'تريد تاريخاً معلناً')
  await page.keyboard.press('KeyQ')
  await expect
    .poll(async () => {
      const { annotations } = await setOf(project, annotator, 'يتصدّر جدول أعمالها')
      return annotations.some(
        ({ label, spans }) => label === 'claim' && spans[0]?.quote.startsWith('تريد تاريخاً معلناً'),
      )
    })
    .toBe(true)
})

test('a paragraph is dimmed with one key and undimmed with another, over a restart', async ({
  app,
}) => {
  const { page } = app
  const row = () => app.page.locator('.row', { hasText: 'يتصدّر جدول أعمالها' }).first()
  await clickBefore(page, 'يتصدّر جدول أعمالها')
  await page.keyboard.press('KeyB')
  await expect(row()).toHaveClass(/furniture/)
  await app.restart()
  await expect(row()).toHaveClass(/furniture/)
  await clickBefore(app.page, 'يتصدّر جدول أعمالها')
  await app.page.keyboard.press('Shift+KeyB')
  await expect(row()).not.toHaveClass(/furniture/)
})

test('copies are looked for, and a project without any says so', async ({ app }) => {
  const { page } = app
  await ready(page)
  await page.keyboard.press('Control+Shift+KeyD')
  await expect(page.getByTestId('dialog-copies')).toBeVisible()
  await expect(page.getByTestId('progress')).toBeHidden()
})
