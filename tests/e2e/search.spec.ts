import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { headline, sentences } from '../main/own-news.ts'
import { expect, test } from './app.ts'
import { importText } from './import-text.ts'
import { setOf } from './sets.ts'
import { clickBefore, dragOver, openByRow, ready, saved } from './text.ts'

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

test('copies stand side by side, and what is annotated on one is carried to the other, once', async ({
  app,
}) => {
  const { page, project } = app
  await ready(page)
  const own = sentences.slice(0, 6)
  await importText(project, `${[headline, ...own].join('\n\n')}\n`, 'agency.txt')
  const copy = [
    'القمح فوق التوقعات',
    '(وكالة)',
    ...own.slice(0, 2),
    own[3]?.replaceAll('أ', 'ا'),
    own[4],
  ]
  await importText(project, `${copy.join('\n\n')}\n`, 'copy.txt')
  await app.restart()
  const again = app.page
  await openByRow(again, again.locator('[data-document]', { hasText: headline }))
  for (const words of ['خليل الغامدي', 'صحيفة محلية', 'اتحاد المزارعين']) {
    await dragOver(again, words)
    await again.keyboard.press('KeyA')
  }
  await saved(again)
  await again.keyboard.press('Control+Shift+KeyD')
  await expect(again.getByTestId('copies-sides').locator('ins').first()).toContainText('فوق')
  await again.getByTestId('copies-carry').click()
  await expect(again.getByTestId('copies-taken').locator('li')).toHaveCount(2)
  await expect(again.getByTestId('copies-left').locator('li')).toHaveText(/اتحاد المزارعين/)
  const axe = await new AxeBuilder({ page: again })
    .setLegacyMode(app.electron !== undefined)
    .analyze()
  expect(axe.violations.map(({ id }) => id)).toEqual([])
  const carried = async () => {
    const set = await setOf(project, annotator, 'القمح فوق التوقعات').catch(() => undefined)
    return set?.annotations.map(({ spans }) => spans[0]?.quote)
  }
  await again.getByTestId('copies-accept').click()
  await expect.poll(carried).toEqual(['خليل الغامدي', 'صحيفة محلية'])
  await again.getByTestId('copies-undo').click()
  await expect.poll(carried).toEqual([])
})

test.describe('an outlet', () => {
  const section = 'أخبار السهول'
  const invitation = 'اشترك في نشرتنا البريدية'
  const turned = (sentence: string) => `${sentence.split(' ').reverse().join(' ')}.`
  const articles = Object.fromEntries(
    sentences
      .slice(0, 5)
      .map((one, at) => [
        `${at}.txt`,
        `${[`خبر ${at}`, section, one, turned(one), invitation].join('\n\n')}\n`,
      ]),
  )
  test.use({ startOn: 'empty', articles })

  test('lines that recur in its pages are dimmed from the fifth on, and one is given back', async ({
    app,
  }, testInfo) => {
    const { page } = app
    await ready(page)
    const row = (words: string) => page.locator('.row', { hasText: words })
    await expect(row(section)).toHaveClass(/furniture/)
    await expect(row(invitation)).toHaveClass(/furniture/)
    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type('المتكررة')
    await page.keyboard.press('Enter')
    await expect(page.locator('.recurring-list li')).toHaveCount(2)
    await testInfo.attach('recurring', { body: await page.screenshot(), contentType: 'image/png' })
    const axe = await new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined).analyze()
    expect(axe.violations.map(({ id }) => id)).toEqual([])
    await page.getByRole('button', { name: section }).click()
    await expect(page.locator('.recurring-list [role="status"]')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(row(section)).not.toHaveClass(/furniture/)
    await expect(row(invitation)).toHaveClass(/furniture/)
  })
})
