import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { setOf } from './sets.ts'
import { ready, saved } from './text.ts'

const first = 'أعلن الوزير، أمس، أن «الاتفاق قريب جدًا. ولن يطول الانتظار». ثم غادر بغداد.'
const second = 'قال أحمدُ إن احمد عاد، وأكّدت وكالة «الرافدين» النبأ.'
const text = `${first}\n\n${second}\n`

test.use({ startOn: 'empty', articles: { 'article.txt': text } })
const annotator = 'المُوسِّم الأول'

test.beforeEach(async ({ app }) => {
  await ready(app.page)
  await app.page.getByTestId('reader').focus()
  await app.page.keyboard.press('Control+Home')
})

const caretAt = (page: Page) => page.locator('.place').getAttribute('data-offset').then(Number)
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
  return caretAt(page)
}
const quotesOf = async (project: string) =>
  (await setOf(project, annotator, first)).annotations.map(({ label, spans }) => [
    label,
    spans.map(({ quote }) => quote).join(' … '),
  ])

test('the caret goes by sentence and by paragraph, and a number repeats a move', async ({
  app,
}) => {
  const { page } = app
  expect(await press(page, 'Period')).toBe(first.indexOf('قريب جدًا.') + 'قريب جدًا.'.length)
  expect(await press(page, 'Period')).toBe(first.indexOf('». ثم') + 2)
  expect(await press(page, 'Comma')).toBe(first.indexOf('ولن'))
  expect(await press(page, 'Control+ArrowDown')).toBe(first.length)
  expect(await press(page, 'Control+ArrowUp')).toBe(0)
  await page.keyboard.press('Digit3')
  await expect(page.getByTestId('times')).toBeVisible()
  expect(await press(page, 'Control+ArrowLeft')).toBe('أعلن الوزير، أمس'.length)
  await expect(page.getByTestId('times')).toBeHidden()
  expect(await press(page, 'Digit1', 'Digit2', 'ArrowLeft')).toBe('أعلن الوزير، أمس'.length + 12)
  expect(await press(page, 'Digit4', 'Escape', 'Control+Home', 'ArrowLeft')).toBe(1)
})

test('W takes words with the mark that closes them, E widens, Shift gives back', async ({
  app,
}) => {
  const { page, project } = app
  await press(page, 'Control+ArrowDown', 'Digit6', 'Control+ArrowLeft', 'KeyW', 'KeyW')
  await page.keyboard.press('KeyA')
  await press(page, 'Control+Home', 'Digit5', 'Control+ArrowLeft', 'KeyE', 'KeyE', 'KeyE')
  await page.keyboard.press('KeyD')
  await press(page, 'Control+Home', 'Digit3', 'KeyW', 'Shift+KeyW')
  await page.keyboard.press('KeyF')
  await saved(page)
  expect(await quotesOf(project)).toEqual([
    ['cue', 'أعلن الوزير'],
    ['claim', 'الاتفاق قريب جدًا. ولن يطول الانتظار'],
    ['actor', 'وكالة «الرافدين»'],
  ])
})

test('a slash and a few letters go to the next word that has them, whatever its hamza; Escape comes back', async ({
  app,
}) => {
  const { page, project } = app
  await page.keyboard.press('Slash')
  await expect(page.getByTestId('find')).toBeFocused()
  await page.keyboard.type('احم')
  expect(await caretAt(page)).toBe(text.indexOf('أحمد'))
  await page.keyboard.press('ArrowDown')
  expect(await caretAt(page)).toBe(text.indexOf('احمد'))
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reader')).toBeFocused()
  expect(await caretAt(page)).toBe(0)
  await page.keyboard.press('Slash')
  await page.keyboard.type('قريب')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('KeyD')
  await saved(page)
  expect(await quotesOf(project)).toEqual([['claim', 'أعلن الوزير، أمس، أن «الاتفاق قريب']])
  await page.keyboard.press('Slash')
  await page.keyboard.type('زرافة')
  await expect(page.locator('.find-none')).toContainText('زرافة')
})

test('Enter edits beside the words: a number chooses and the keyboard is back in the text', async ({
  app,
}) => {
  const { page, project } = app
  await press(page, 'Control+ArrowLeft', 'KeyW', 'KeyA', 'Enter')
  const here = page.getByTestId('edit-here')
  await expect(here).toBeVisible()
  await expect(here.locator('[data-attribute="kind"] input').first()).toBeFocused()
  await page.keyboard.press('Digit4')
  await expect(here).toBeHidden()
  await expect(page.getByTestId('reader')).toBeFocused()
  // A date: what is typed is taken with Enter, and refused if it is no date.
  await press(page, 'KeyW', 'KeyS', 'Enter')
  await page.keyboard.type('2024-9')
  await page.keyboard.press('Enter')
  await expect(here.locator('.field-error')).toBeVisible()
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type('2024-09')
  await page.keyboard.press('Enter')
  await expect(here).toBeHidden()
  await saved(page)
  const set = await setOf(project, annotator, first)
  expect(set.annotations.map(({ attributes }) => attributes)).toMatchObject([
    { kind: 'government-body' },
    { value: { value: '2024-09' } },
  ])
})

test('R and a number join; R again asks for another type', async ({ app }) => {
  const { page, project } = app
  await press(page, 'Control+ArrowLeft', 'KeyW', 'KeyA')
  await press(page, 'KeyW', 'KeyS', 'Control+ArrowLeft', 'KeyW', 'KeyE', 'KeyE', 'KeyD')
  await press(page, 'KeyR')
  await expect(page.locator('[data-pick]')).toHaveCount(2)
  await press(page, 'Digit1', 'KeyR', 'Digit1')
  await press(page, 'KeyR')
  const linking = page.getByTestId('linking')
  await expect(linking).toBeVisible()
  for (let turn = 0; turn < 9; turn++) {
    if ((await linking.textContent())?.includes('الموجَّه إليه')) break
    await press(page, 'KeyR')
  }
  await expect(linking).toContainText('الموجَّه إليه')
  await press(page, 'Digit1')
  await saved(page)
  const set = await setOf(project, annotator, first)
  expect(set.relations.map(({ type }) => type).sort()).toEqual(['about', 'source', 'target'])
})

test('ends move by words, parts are added, and M hands in and opens the next', async ({ app }) => {
  const { page, project } = app
  await press(page, 'Control+ArrowLeft', 'KeyW', 'KeyA', 'BracketRight', 'Shift+BracketLeft')
  await saved(page)
  expect(await quotesOf(project)).toEqual([['actor', 'أعلن الوزير، أمس']])
  await press(
    page,
    'BracketLeft',
    'Shift+BracketRight',
    'Control+ArrowDown',
    'Shift+Control+ArrowRight',
  )
  await press(page, 'Equal')
  await saved(page)
  expect(await quotesOf(project)).toEqual([['actor', 'الوزير … بغداد.']])
  await press(page, 'KeyM')
  await saved(page)
  await expect(page.getByTestId('reopen')).toBeVisible()
  expect((await setOf(project, annotator, first)).status).toBe('submitted')
})
