import { expect, test } from './app.ts'
import { ready } from './text.ts'

test.use({ startOn: 'empty' })

test.describe('someone who was never asked', () => {
  test.use({
    startOn: 'empty',
    articles: { 'a.txt': 'قال الوزير إن المحادثات مستمرة.\n' },
    settings: { named: false },
  })

  test('is asked once in whose name she annotates, and not again', async ({ app }) => {
    const { page } = app
    await ready(page)
    const asked = page.getByTestId('name')
    await expect(asked).toContainText('المُوسِّم الأول')
    await asked.getByRole('button').last().click()
    await page.getByTestId('new-annotator').click()
    await page.getByTestId('annotator-name').fill('سلمى')
    await page.getByTestId('submit').click()
    await expect(page.getByTestId('annotator')).toContainText('سلمى')
    await expect(asked).toBeHidden()
    await app.restart()
    await ready(app.page)
    await expect(app.page.getByTestId('annotator')).toContainText('سلمى')
    await expect(app.page.getByTestId('name')).toBeHidden()
  })
})
