import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { ready } from './text.ts'

test('the palette finds documents, commands, labels, actors and settings, whatever the spelling', async ({
  app,
}) => {
  const { page } = app
  await ready(page)
  const palette = page.getByTestId('palette')
  const ask = async (words: string) => {
    await page.keyboard.press('Control+KeyK')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(words)
  }
  const item = (kind: string) => palette.locator(`[data-item^="${kind} "]`)

  await ask('انقضت المهله')
  await expect(item('document')).toHaveCount(1)
  expect(await faultsOf(app)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page.locator('[data-document][aria-selected="true"]')).toContainText('انقضت المهلة')
  await ready(page)

  await ask('عالي التباين')
  await expect(item('setting')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')

  await ask('وسم فاعل')
  await expect(item('label').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await ask('السفاره الاميركيه')
  await expect(item('actor').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await ask('>المفاتيح')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('dialog-keys')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+KeyP')
  await expect(item('document').first()).toBeVisible()
  await expect(item('command')).toHaveCount(0)
})

test('a command takes another key; one that is taken is said to be, and by what; settings remember', async ({
  app,
}) => {
  const { page, home } = app
  await ready(page)
  await page.getByTestId('reader').focus()
  await page.keyboard.press('Shift+Slash')
  await page.getByTestId('change-keys').click()
  const line = page.locator('[data-command="link"]')
  const add = line.getByRole('button', { name: 'أضف' })
  await add.click()
  await expect(page.getByTestId('listening')).toBeVisible()
  // Taken by another command, by a label, by counting; then a free one.
  await page.keyboard.press('KeyW')
  await expect(page.getByTestId('key-conflict')).toContainText('حدّد كلمة')
  await page.getByTestId('key-conflict').getByRole('button').last().click()
  await add.click()
  await page.keyboard.press('KeyA')
  await expect(page.getByTestId('key-conflict')).toContainText('فاعل')
  await page.getByTestId('key-conflict').getByRole('button').last().click()
  await add.click()
  await page.keyboard.press('Digit7')
  await expect(page.getByTestId('key-conflict')).toBeVisible()
  await page.getByTestId('key-conflict').getByRole('button').last().click()
  await add.click()
  await page.keyboard.press('KeyJ')
  await expect(line.locator('.keycap')).toHaveText(['ق', 'ت'])
  expect(await faultsOf(app)).toEqual([])
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => JSON.parse(await readFile(join(home, 'settings.json'), 'utf8')).keys)
    .toEqual({ link: ['KeyR', 'KeyJ'] })
  await app.restart()
  await ready(app.page)
  await app.page.locator('.note').first().click()
  await app.page.getByTestId('reader').focus()
  await app.page.keyboard.press('KeyJ')
  await expect(app.page.getByTestId('linking')).toBeVisible()
})

test('whatever a key opens, Escape closes, and the keyboard is back in the text', async ({
  app,
}) => {
  const { page } = app
  await ready(page)
  const reader = page.getByTestId('reader')
  const dialog = page.getByRole('dialog')
  await reader.focus()
  const keys = ['F1', 'F4', 'F6', 'F8', 'F9', 'Shift+F9', 'KeyH', 'Control+Alt+KeyG']
  const letters = ['KeyD', 'KeyE', 'KeyI', 'KeyL', 'KeyK', 'KeyP', 'Comma']
  const shifted = ['KeyD', 'KeyF', 'KeyV']
  for (const key of [
    ...keys,
    ...letters.map(key => `Control+${key}`),
    ...shifted.map(key => `Control+Shift+${key}`),
  ]) {
    await page.keyboard.press(key)
    await expect(dialog, `${key} opens`).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog, `${key} is left`).toBeHidden()
    await expect(reader, `after ${key}`).toBeFocused()
  }
})
