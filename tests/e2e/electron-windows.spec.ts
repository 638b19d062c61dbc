import { expect, test } from './app.ts'
import { dragOver, ready, saved } from './text.ts'

test('two windows on one project: what one saves the other’s list shows', async ({ app }) => {
  const { page, electron } = app
  if (!electron) throw new Error('no window')
  await ready(page)
  const opening = electron.waitForEvent('window')
  await page.keyboard.press('Control+Shift+KeyN')
  const other = await opening
  await ready(other)
  const third = other.locator('.corpus-row').nth(2)
  const before = await third.locator('.corpus-state').textContent()
  await page.locator('.corpus-row').nth(2).click()
  await ready(page)
  await page.waitForTimeout(300)
  await dragOver(page, 'بغداد')
  await page.keyboard.press('KeyS')
  await saved(page)
  await expect(third.locator('.corpus-state')).not.toHaveText(String(before))
  await other.close()
  await expect(page.getByTestId('reader')).toBeVisible()
})
