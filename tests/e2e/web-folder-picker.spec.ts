import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './app.ts'

// A browser has no window of the system's for files; ours stands in.
test.use({ startOn: 'empty' })

test('folders are walked and files ticked by key alone, and come in as chosen', async ({ app }) => {
  const { page } = app
  const folder = join(dirname(app.project), 'أرشيف', '٢٠٢٤')
  await mkdir(folder, { recursive: true })
  await mkdir(join(folder, 'فارغ'))
  for (const name of ['أول', 'ثانٍ', 'ثالث'])
    await writeFile(join(folder, `${name}.txt`), `${name}\n\nقال مصدر هذا في الخبر ${name}.\n`)

  await page.getByTestId('open-import').click()
  await page.getByTestId('browse-files').click()
  const picker = page.getByTestId('dialog-folder-picker')
  await picker.getByTestId('picker-path').fill(dirname(app.project))
  await picker.getByTestId('picker-path').press('Enter')
  const rows = picker.getByRole('row')
  await expect(rows.filter({ hasText: 'project' })).toContainText('مشروع إسناد')
  await rows.filter({ hasText: 'أرشيف' }).focus()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await expect(rows).toHaveCount(4)
  await rows.filter({ hasText: 'أول' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(picker.getByTestId('choose')).toHaveText('اختر ملفين')
  await picker.getByTestId('choose').click()
  await expect(picker).toBeHidden()
  await expect(page.getByTestId('sources').getByRole('listitem')).toHaveCount(2)
  await expect(page.getByTestId('preview-row')).toHaveCount(2)
})

test('an empty folder and a folder that is not there say so', async ({ app }) => {
  const { page } = app
  const empty = join(dirname(app.project), 'فارغ')
  await mkdir(empty)
  await page.getByTestId('open-import').click()
  await page.getByTestId('browse-folder').click()
  const picker = page.getByTestId('dialog-folder-picker')
  await picker.getByTestId('picker-path').fill(empty)
  await picker.getByTestId('picker-path').press('Enter')
  await expect(picker).toContainText('هذا المجلد فارغ')
  await picker.getByTestId('picker-path').fill(join(empty, 'غائب'))
  await picker.getByTestId('picker-path').press('Enter')
  await expect(picker.getByRole('alert')).toContainText('غائب')
  await page.keyboard.press('Escape')
  await expect(picker).toBeHidden()
  await expect(page.getByTestId('dialog-import')).toBeVisible()
})
