import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { ready } from './text.ts'

test.use({ troubled: true })

const reject = (page: Page) =>
  page.evaluate(() => {
    void Promise.reject(new TypeError('غير متوقع: cannot read «لا موعد»'))
  })

test('an error that nothing expected is said, with what is saved, and reported without a word of the text', async ({
  app,
}) => {
  const { page } = app
  const offences = (id: string) => faultsOf(app, `[data-testid=${id}]`)
  await ready(page)
  await reject(page)
  const notice = page.getByTestId('fault')
  await expect(notice).toContainText('محفوظ على القرص')
  expect(await offences('fault')).toEqual([])
  await notice.getByRole('button', { name: 'التشخيص' }).click()
  const text = page.getByTestId('diagnostics-text')
  await expect(text).toHaveValue(/^Isnad \d/)
  await expect(page.getByTestId('crash-report')).toHaveCount(1)
  await page.getByTestId('crash-report').locator('summary').click()
  await expect(page.getByTestId('crash-report').locator('pre')).toContainText('cannot read')
  const all = `${await text.inputValue()}${await page.getByTestId('crash-report').innerText()}`
  expect(all).not.toMatch(/\p{Script=Arabic}/u)
  expect(all).not.toContain(app.project)
  expect(all).not.toContain(app.home)
  expect(await offences('dialog-diagnostics')).toEqual([])
  await page.getByRole('button', { name: /احذف تقرير/ }).click()
  await expect(page.getByTestId('crash-report')).toHaveCount(0)
})

test('diagnostics can be copied from the settings', async ({ app }) => {
  const { page } = app
  await ready(page)
  if (!app.electron) await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByTestId('menu').click()
  await page.getByRole('menuitem', { name: 'الإعدادات' }).click()
  await page.getByTestId('open-diagnostics').click()
  await expect(page.getByTestId('diagnostics-text')).toHaveValue(/^Isnad \d/)
  await page.getByTestId('copy-diagnostics').click()
  await expect(page.getByTestId('dialog-diagnostics')).toContainText('نُسخت')
  const copied = app.electron
    ? await app.electron.evaluate(({ clipboard }) => clipboard.readText())
    : await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^Isnad \d/)
})

const hostile = `<script>window.intruder = 1</script> عنوان

<img src=x onerror="window.intruder=1"> قال الوزير <b>إن</b> «الجلسة قريبة».
<a href="https://example.com/">انقر هنا</a> <iframe src="https://example.com/"></iframe>
"><svg/onload=window.intruder=1> {{7*7}} javascript:window.intruder=1
=HYPERLINK("http://example.com","x")
`

test.describe('an article full of markup and script', () => {
  test.use({
    startOn: 'empty',
    articles: { '<img src=x onerror=window.intruder=1>.txt': hostile },
    troubled: false,
  })

  test('is shown as text, and nothing of it acts', async ({ app }) => {
    const { page } = app
    await ready(page)
    const reader = page.getByTestId('reader')
    for (const words of [
      '<script>',
      'onerror="window.intruder=1"',
      '<a href=',
      '<iframe',
      '{{7*7}}',
    ])
      await expect(reader).toContainText(words)
    expect(await reader.locator('a, img, script, iframe, svg[onload], b').count()).toBe(0)
    const before = page.url()
    await reader.getByText('انقر هنا').click()
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
  })

  test('what is dropped on the page, a file or a link, goes nowhere', async ({ app }) => {
    const { page } = app
    await expect(page.getByRole('button').first()).toBeVisible()
    const before = page.url()
    const taken = await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(
        new File(['<script>window.intruder=1</script>'], 'x.html', { type: 'text/html' }),
      )
      data.setData('text/uri-list', 'https://example.com/')
      const over = new DragEvent('dragover', {
        bubbles: true,
        cancelable: true,
        dataTransfer: data,
      })
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
      document.body.dispatchEvent(over)
      document.body.dispatchEvent(drop)
      return [over.defaultPrevented, drop.defaultPrevented, data.dropEffect]
    })
    expect(taken).toEqual([true, true, 'none'])
    expect(page.url()).toBe(before)
  })
})
