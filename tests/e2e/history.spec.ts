import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { setOf } from './sets.ts'
import { openByRow, ready, saved } from './text.ts'

const first = 'وصل وفد فني إلى بغداد أمس.'
const second = 'نفت الوزارة الخبر.'

test.use({
  startOn: 'empty',
  articles: { 'one.txt': first, 'two.txt': second, 'three.txt': 'أعلن المجلس موعد الجلسة.' },
})
const annotator = 'المُوسِّم الأول'
const quotes = async (project: string, words: string) =>
  (await setOf(project, annotator, words)).annotations.map(({ spans }) => spans[0]?.quote)
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test.beforeEach(async ({ app }) => {
  await openByRow(app.page, app.page.locator('[data-document]', { hasText: 'وصل' }))
  await app.page.getByTestId('reader').focus()
})

test('what was done is taken back in another document and after a restart, and done again', async ({
  app,
}) => {
  const { project } = app
  await press(app.page, 'Control+Home', 'KeyF', 'KeyW', 'KeyA', 'Control+ArrowLeft', 'KeyW', 'KeyS')
  await saved(app.page)
  expect(await quotes(project, first)).toEqual(['وصل', 'وفد', 'إلى'])
  const row = (words: string) => app.page.locator('[data-document]', { hasText: words })
  await openByRow(app.page, row('نفت'))
  await app.page.getByTestId('reader').focus()
  await press(app.page, 'KeyF')
  await saved(app.page)
  await openByRow(app.page, row('وصل'))
  await app.page.getByTestId('reader').focus()
  await press(app.page, 'Control+KeyZ')
  await saved(app.page)
  await expect.poll(() => quotes(project, first)).toEqual(['وصل', 'وفد'])
  // Where nothing was done in this sitting a step goes to where something was, and says where that is.
  await openByRow(app.page, row('أعلن'))
  await app.page.getByTestId('reader').focus()
  const reader = app.page.getByTestId('reader')
  await press(app.page, 'Control+KeyZ')
  await expect(reader).toContainText('نفت')
  await expect(app.page.locator('[aria-live]', { hasText: 'تراجعت في «' })).toHaveCount(1)
  await expect.poll(() => quotes(project, second)).toEqual([])
  await reader.focus()
  await press(app.page, 'Control+Shift+KeyZ')
  await expect.poll(() => quotes(project, second)).toEqual(['نفت'])
  await app.restart()
  await ready(app.page)
  await openByRow(app.page, row('وصل'))
  await app.page.getByTestId('reader').focus()
  await press(app.page, 'Control+Shift+KeyZ')
  await expect.poll(() => quotes(project, first)).toEqual(['وصل', 'وفد', 'إلى'])
  await press(app.page, 'Digit3', 'Control+KeyZ')
  await expect.poll(() => quotes(project, first)).toEqual([])
  expect(await quotes(project, second)).toEqual(['نفت'])
  // Handed in and on to the next by one key: the same way back.
  const status = async () => (await setOf(project, annotator, second)).status
  await openByRow(app.page, row('نفت'))
  const after = app.page.getByTestId('reader')
  await after.focus()
  await press(app.page, 'KeyM')
  await expect(after).not.toContainText('نفت')
  await expect.poll(status).toBe('submitted')
  await after.focus()
  await press(app.page, 'Control+KeyZ')
  await expect(after).toContainText('نفت')
  await expect.poll(status).toBe('in-progress')
})

test('the history says in words what was done and when, and brings any state back as a new revision', async ({
  app,
}, testInfo) => {
  const { page, project } = app
  await press(page, 'Control+Home', 'KeyF', 'Digit3', 'Control+ArrowLeft', 'KeyW', 'KeyA', 'Delete')
  await saved(page)
  await press(page, 'KeyH')
  const entries = page.locator('.history-entry')
  await expect(entries).toHaveCount(3)
  await expect(entries.nth(0)).toContainText(/حُذف توسيم «.?بغداد.?»/)
  await expect(entries.nth(1)).toContainText(/وُسم «.?بغداد.?» .?فاعلًا/)
  await expect(entries.nth(2)).toContainText(/وُسم «.?وصل.?» .?لفظَ إسناد/)
  await page.screenshot({ path: testInfo.outputPath('history.png') })
  expect(await faultsOf(app)).toEqual([])
  const { revision } = await setOf(project, annotator, first)
  await entries.nth(1).getByRole('button').click()
  await expect(entries).toHaveCount(4)
  expect(await quotes(project, first)).toEqual(['وصل', 'بغداد'])
  expect((await setOf(project, annotator, first)).revision).toBe(revision + 1)
  await page.keyboard.press('Escape')
  await page.getByTestId('reader').focus()
  await press(page, 'Control+KeyZ')
  await expect.poll(() => quotes(project, first)).toEqual(['وصل'])
})
