import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { encodeSingleByte } from '../main/encode.ts'
import { type App, expect, test } from './app.ts'
import { dragOver, saved } from './text.ts'

test.use({ startOn: 'empty' })

const title = 'محادثات الانسحاب: مسودة'
const first = `بغداد تترقّب جولة حاسمة

قال مسؤول عراقي رفيع إن الجولة المقبلة 📷 ستُعقد في أيلول المقبل.
`
const second = `لا اتفاق حتى الآن

نفى المتحدث باسم الكتلة وجود أي اتفاق، وشدد على أن الحديث عن مواعيد سابق لأوانه.
`

async function choose(page: Page, item: string) {
  await page.getByTestId('menu').click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** A folder of articles beside the test's project: two to read, one twice, one empty. */
async function articles({ project }: App): Promise<string> {
  const folder = join(dirname(project), 'مقالات')
  await mkdir(folder)
  const utf8 = Buffer.from(first)
  await writeFile(join(folder, '1-بغداد.txt'), utf8)
  await writeFile(join(folder, '2-بغداد-نسخة.txt'), utf8)
  await writeFile(join(folder, '3-كتلة.txt'), encodeSingleByte(second, 'windows-1256'))
  await writeFile(join(folder, '4-فارغ.txt'), '')
  return folder
}

async function importFolder(page: Page, folder: string) {
  await page.getByTestId('open-import').click()
  const dialog = page.getByTestId('dialog-import')
  await dialog.getByTestId('path').fill(folder)
  await dialog.getByTestId('path').press('Enter')
  await expect(dialog.getByTestId('preview-row')).toHaveCount(4)
  return dialog
}

test('a new project, articles through the dialog, their details, and an export that says the same', async ({
  app,
}) => {
  const { page } = app
  const folder = join(dirname(app.project), 'جديد')
  await choose(page, 'مشروع جديد')
  // It begins with a ready scheme, whose labels are said before it is chosen.
  await page.getByTestId('scheme-entities').click()
  await expect(page.getByTestId('dialog-new-project')).toContainText('شخص')
  await page.getByTestId('scheme-claims').click()
  await page.getByTestId('title').fill(title)
  // The folder follows the title until it is typed.
  await expect(page.getByTestId('path')).toHaveValue(/محادثات الانسحاب مسودة$/)
  await page.getByTestId('path').fill(folder)
  await page.getByTestId('path').press('Enter')
  await expect(page.getByTestId('dialog-new-project')).toBeHidden()
  await expect(page.locator('.crumb')).toContainText(title)

  const dialog = await importFolder(page, await articles(app))
  const old = dialog.getByTestId('preview-row').filter({ hasText: '3-كتلة' })
  await expect(old).toContainText('Windows-1256')
  await expect(old).toContainText('نفى المتحدث')
  await dialog.getByTestId('outlet').fill('المرصد اليومي')
  await dialog.getByTestId('submit').click()
  const report = page.getByTestId('import-report')
  await expect(report).toContainText('استُوردت وثيقتان')
  await expect(report.getByTestId('duplicates')).toContainText('بغداد')
  await expect(report.getByTestId('rejected')).toContainText('4-فارغ.txt')
  await page.getByTestId('close').click()

  await expect(page.locator('p[data-start]', { hasText: 'قال مسؤول' })).toBeVisible()
  await page.getByRole('button', { name: 'حرّر البيانات' }).click()
  await expect(page.getByTestId('outlet')).toHaveValue('المرصد اليومي')
  await page.getByTestId('title').fill('جولة أيلول')
  await page.getByTestId('published').fill('٢٠٢٤-١٣')
  await expect(page.getByTestId('submit')).toBeDisabled()
  await page.getByTestId('published').fill('٢٠٢٤-٠٧-٢٢')
  await page.getByTestId('published').press('Enter')
  await expect(page.getByTestId('dialog-metadata')).toBeHidden()
  await expect(page.locator('.article-header')).toContainText('٢٢ تموز ٢٠٢٤')
  await expect(page.locator('.corpus')).toContainText('جولة أيلول')

  await dragOver(page, 'أيلول المقبل')
  await page.keyboard.press('KeyS')
  await saved(page)

  const out = join(dirname(app.project), 'تصدير.jsonl')
  await page.getByTestId('open-export').click()
  await page.getByTestId('path').fill(out)
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('export-report')).toContainText('سطر واحد')
  await expect(page.getByTestId('export-report')).toContainText('UTF-16')
  await page.getByTestId('close').click()
  const line = JSON.parse(await readFile(out, 'utf8'))
  expect(line.document).toMatchObject({
    title: 'جولة أيلول',
    outlet: 'المرصد اليومي',
    published: '2024-07-22',
  })
  const [span] = line.annotations[0].spans
  expect(span.quote).toBe('أيلول المقبل')
  expect(line.document.text.slice(span.start, span.end)).toBe(span.quote)
  expect([...line.document.text].slice(...span.codePoints).join('')).toBe(span.quote)

  // What is there is not written over unasked.
  await page.getByTestId('open-export').click()
  await page.getByTestId('path').fill(out)
  await page.getByTestId('submit').click()
  await expect(page.getByRole('alert')).toContainText('تصدير.jsonl')
  await page.getByTestId('overwrite').click()
  await expect(page.getByTestId('export-report')).toBeVisible()
})

test('another encoding shows other words before anything is imported', async ({ app }) => {
  const dialog = await importFolder(app.page, await articles(app))
  const row = dialog.getByTestId('preview-row').filter({ hasText: '3-كتلة' })
  await row.getByRole('button').click()
  await app.page.getByRole('option', { name: 'ISO-8859-6' }).click()
  await expect(row).not.toContainText('نفى المتحدث')
  await row.getByRole('button').click()
  await app.page.getByRole('option', { name: 'Windows-1256' }).click()
  await expect(row).toContainText('نفى المتحدث')
  await expect(row).toContainText('كما اخترت')
})

test('a path that is wrong is said where it was typed, and can be corrected', async ({ app }) => {
  const { page } = app
  const beside = dirname(app.project)
  await choose(page, 'افتح مشروعًا')
  const dialog = page.getByTestId('dialog-open-project')
  await dialog.getByTestId('path').fill(join(beside, 'لا شيء'))
  await dialog.getByTestId('submit').click()
  await expect(dialog.getByRole('alert')).toContainText('لا شيء')
  await dialog.getByTestId('path').fill(beside)
  await dialog.getByTestId('path').press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('project.json')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await choose(page, 'مشروع جديد')
  await page.getByTestId('title').fill(title)
  await page.getByTestId('path').fill(app.project)
  await page.getByTestId('submit').click()
  const making = page.getByTestId('dialog-new-project')
  await expect(making.getByRole('alert')).toContainText('مشروع من قبل')
  await page.keyboard.press('Escape')

  await page.getByTestId('open-import').click()
  await page.getByTestId('path').fill(join(beside, 'لا مقال.txt'))
  await page.getByTestId('path').press('Enter')
  await expect(page.getByTestId('preview-row')).toContainText('غير موجود')
  await expect(page.getByTestId('submit')).toBeDisabled()
})

test('an import that is cancelled says what it had done', async ({ app }) => {
  const { page } = app
  const folder = join(dirname(app.project), 'كثيرة')
  await mkdir(folder)
  for (let n = 0; n < 1500; n++)
    await writeFile(join(folder, `${n}.txt`), `خبر رقم ${n}\n\nقال مصدر إن العدد ${n} صحيح.\n`)
  await page.getByTestId('open-import').click()
  await page.getByTestId('path').fill(folder)
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('progress')).toBeVisible()
  await page.getByTestId('cancel').click()
  await expect(page.getByTestId('dialog-import')).toContainText('أُلغي الاستيراد')
  await page.getByTestId('close').click()
  await expect(page.getByTestId('dialog-import')).toBeHidden()
})

test('settings are in force at once and survive a restart', async ({ app }) => {
  const html = (page: Page) => page.locator('html')
  await expect(app.page.locator('.chip').first()).toBeVisible()
  await app.page.keyboard.press('Control+Comma')
  await app.page.getByTestId('language-en').click()
  await expect(html(app.page)).toHaveAttribute('dir', 'ltr')
  await expect(app.page.getByTestId('dialog-settings')).toContainText('Settings')
  await app.page.getByTestId('theme-dark').click()
  await expect(html(app.page)).toHaveAttribute('data-theme', 'dark')
  await app.page.getByTestId('language-ar').click()
  await expect(app.page.locator('.chip').first()).toContainText('٠')
  await app.page.getByTestId('numerals-latn').click()
  await expect(app.page.locator('.chip').first()).toContainText('0')
  await app.page.getByTestId('annotator-name').fill('سلمى')
  await app.page.keyboard.press('Escape')
  await app.restart()
  await expect(html(app.page)).toHaveAttribute('dir', 'rtl')
  await expect(html(app.page)).toHaveAttribute('data-theme', 'dark')
  await expect(app.page.locator('.chip').first()).toContainText('0')
  await app.page.keyboard.press('Control+Comma')
  await expect(app.page.getByTestId('annotator-name')).toHaveValue('سلمى')
})

test('a dialog keeps the focus and gives it back', async ({ app }) => {
  const { page } = app
  await page.getByTestId('open-import').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByTestId('dialog-import')
  await expect(dialog.getByTestId('path')).toBeFocused()
  for (let n = 0; n < 20; n++) await page.keyboard.press('Tab')
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('open-import')).toBeFocused()
})
