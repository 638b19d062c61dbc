import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { ready, saved } from './text.ts'

test('the corpus is filtered, sorted, grouped; several documents are changed together and back', async ({
  app,
}, testInfo) => {
  const { page } = app
  await ready(page)
  const rows = page.locator('.corpus-row')
  await page.getByTestId('more-filters').click()
  await page.getByTestId('outlet-filter').click()
  await page.getByRole('option', { name: 'المرصد اليومي', exact: true }).click()
  const some = await rows.count()
  expect(some).toBeGreaterThan(0)
  for (const row of await rows.all()) await expect(row).toContainText('المرصد اليومي')
  await page.getByTestId('outlet-filter').click()
  await page.getByRole('option', { name: 'أيًّا كان', exact: true }).click()
  await page.getByTestId('from').fill('٢٠٢٤-٠٩')
  await expect(rows.first()).toContainText('أيلول')
  await page.getByTestId('from').fill('')
  await page.getByTestId('group').click()
  await page.getByRole('option', { name: 'شهر النشر', exact: true }).click()
  const group = page.locator('.corpus-group').first()
  await expect(group).toContainText('تموز')
  await page.screenshot({ path: testInfo.outputPath('filters.png') })
  await group.click()
  await expect(group).toHaveAttribute('data-open', 'false')
  await group.click()
  await page.getByTestId('more-filters').click()

  // Folded: a hamza more or less is the same letter.
  await page.getByTestId('filter').fill('الاسد')
  await expect(rows.first()).toContainText('الأسد')
  await page.getByTestId('filter').fill('')

  await page.getByTestId('bulk-begin').click()
  await rows.nth(0).click()
  await rows.nth(2).click({ modifiers: ['Shift'] })
  await expect(page.getByTestId('bulk')).toContainText('٣ وثائق')
  await page.getByTestId('bulk-metadata').click()
  await page.getByTestId('bulk-outlet').fill('جريدة التجربة')
  await page.getByTestId('submit').click()
  await expect(page.locator('.corpus-row', { hasText: 'جريدة التجربة' })).toHaveCount(3)
  await page.screenshot({ path: testInfo.outputPath('bulk.png') })
  await page.getByTestId('bulk-undo').click()
  await expect(page.locator('.corpus-row', { hasText: 'جريدة التجربة' })).toHaveCount(0)
  await page.getByTestId('bulk-status').click()
  await page.getByRole('menuitem', { name: 'قيد الوسم' }).click()
  await expect(page.getByTestId('bulk-undo')).toBeVisible()
  await saved(page)
})

test('panes are as wide as they were drawn, folded away and back, and remembered', async ({
  app,
}) => {
  await ready(app.page)
  const width = () =>
    app.page
      .locator('[data-pane=corpus]')
      .evaluate(pane => Math.round(pane.getBoundingClientRect().width))
  const before = await width()
  await app.page.getByTestId('edge-corpus').focus()
  // In Arabic the pane is on the right: the left arrow makes it wider.
  await app.page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBe(before + 24)
  const edge = await app.page.getByTestId('edge-corpus').boundingBox()
  if (!edge) throw new Error('no edge')
  await app.page.mouse.move(edge.x + 4, 300)
  await app.page.mouse.down()
  await app.page.mouse.move(edge.x - 36, 300, { steps: 5 })
  await app.page.mouse.up()
  await expect.poll(width).toBe(before + 64)
  await app.page.keyboard.press('Control+Alt+KeyB')
  await expect(app.page.locator('.inspector')).toHaveCount(0)
  await app.page.waitForTimeout(300)
  await app.restart()
  await ready(app.page)
  await expect.poll(width).toBe(before + 64)
  await app.page.getByTestId('show-inspector').click()
  await expect(app.page.locator('.inspector')).toBeVisible()
})

for (const [language, theme] of [
  ['ar', 'light'],
  ['en', 'dark'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })

    test('the dashboard draws how far everyone is, says it in numbers, and axe finds nothing', async ({
      app,
    }, testInfo) => {
      const { page } = app
      await ready(page)
      await page.keyboard.press('Control+KeyD')
      await expect(page.locator('.plot[data-drawn=true] svg')).toHaveCount(4)
      await page.screenshot({ path: testInfo.outputPath('dashboard.png') })
      expect(await faultsOf(app)).toEqual([])
    })

    test('a tour of five steps can be walked by keyboard', async ({ app }, testInfo) => {
      const { page } = app
      await ready(page)
      await page.getByTestId('menu').click()
      await page.getByRole('menuitem', { name: language === 'ar' ? 'جولة' : 'tour' }).click()
      const tour = page.getByTestId('tour')
      const seen: (string | null)[] = []
      for (let step = 0; step < 5; step++) {
        seen.push(await tour.getAttribute('data-step'))
        if (step === 2) await page.screenshot({ path: testInfo.outputPath('tour.png') })
        await page.getByTestId('tour-next').press('Enter')
      }
      expect(new Set(seen).size).toBe(5)
      await expect(tour).toHaveCount(0)
    })
  })

test.describe('an empty project', () => {
  test.use({ startOn: 'empty' })

  test('a table is mapped, a text pasted, a file dropped', async ({ app }, testInfo) => {
    const { page } = app
    const folder = join(dirname(app.project), 'جداول')
    await mkdir(folder)
    const csv = 'ref,xx\n7,"قال وزير النقل إن الجسر سيُفتح قريبًا، ونفى المقاول ذلك."\n'
    await writeFile(join(folder, 'أخبار.csv'), csv)
    await page.getByTestId('open-import').click()
    const dialog = page.getByTestId('dialog-import')
    await dialog.getByTestId('path').fill(folder)
    await dialog.getByTestId('path').press('Enter')
    await expect(dialog.getByTestId('table-preview')).toContainText('ref, xx')
    await dialog.getByTestId('choose-columns').click()
    await page.getByTestId('column-text').click()
    await page.getByRole('option', { name: 'xx' }).click()
    await expect(page.getByTestId('mapping-sample')).toContainText('وزير النقل')
    await page.screenshot({ path: testInfo.outputPath('mapping.png') })
    await page.getByTestId('use').click()
    await expect(dialog.getByTestId('table-preview')).toContainText('مقال واحد')
    await dialog.getByTestId('submit').click()
    await expect(page.getByTestId('import-report')).toContainText('وثيقة واحدة')
    await page.getByTestId('close').click()

    const pasted = 'أعلنت بلدية الميناء خطة جديدة لترميم الأرصفة القديمة.\n\nوتبدأ الأعمال مطلع آب.'
    await page.evaluate(text => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, pasted)
    await expect(page.getByTestId('text')).toHaveValue(pasted)
    await page.getByTestId('submit').click()
    await expect(page.locator('.corpus-row')).toHaveCount(2)

    if (app.electron) return
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['لا خبر اليوم عن الجسر.\n'], 'ملف.txt', { type: 'text/plain' }))
      for (const type of ['dragenter', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        )
    })
    await expect(page.getByTestId('preview-row')).toContainText('ملف.txt')
    await page.getByTestId('submit').click()
    await expect(page.getByTestId('import-report')).toContainText('وثيقة واحدة')
  })
})
