import AxeBuilder from '@axe-core/playwright'
import { documentIn } from '../../src-renderer/state/document-in.ts'
import { expect, test } from './app.ts'
import { ready } from './text.ts'

// In a browser alone: there a test can come between the page and the main side.
test.use({ troubled: true })

test('a screen that cannot be drawn says what is saved, and comes back', async ({ app }) => {
  const { page } = app
  await ready(page)
  await page.route('**/call', async route => {
    const { method } = route.request().postDataJSON()
    if (method !== 'documents.file') return route.continue()
    const response = await route.fetch()
    const { text, ...record } = documentIn(await response.body())
    // As if the program had a fault in it: a document without what every document has.
    const body = `${JSON.stringify({ ...record, regions: null })}\n${text}`
    await route.fulfill({ response, body })
  })
  await page.locator('[data-document]').nth(2).click()
  const screen = page.getByTestId('fault-screen')
  await expect(screen).toContainText('محفوظ على القرص')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.unroute('**/call')
  await page.getByTestId('reload').click()
  await ready(page)
  await page.getByTestId('menu').click()
  await page.getByRole('menuitem', { name: 'التشخيص' }).click()
  await expect(page.getByTestId('crash-report').first()).toBeVisible()
})
