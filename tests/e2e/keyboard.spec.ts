import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { setOf } from './sets.ts'
import { drawnText, expectSameText, ready, saved } from './text.ts'

const first = 'أكدت وكالة «الرافدين» أنّ GPS-7 تعطّل 📷 في ٢٠ أيلول.'
const text = `${first}\n\nHeadline in Latin, then عربي.\n`

test.use({ startOn: 'empty', articles: { 'article.txt': text } })
const annotator = 'المُوسِّم الأول'

test.beforeEach(async ({ app }) => {
  await ready(app.page)
  await app.page.getByTestId('reader').focus()
})

const caretAt = (page: Page) => page.locator('.place').getAttribute('data-offset').then(Number)
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
  return caretAt(page)
}

test('forward goes forward: the left arrow in Arabic, the right arrow in Latin', async ({
  app,
}) => {
  const { page } = app
  expect(await press(page, 'Control+Home', 'ArrowLeft')).toBe(1)
  expect(await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowRight')).toBe(2)
  expect(await press(page, 'Control+ArrowLeft', 'Control+ArrowLeft')).toBe('أكدت وكالة'.length)
  // Into the Latin paragraph: there right is forward.
  const latin = text.indexOf('Headline')
  expect(await press(page, 'ArrowDown', 'ArrowDown', 'Home')).toBe(latin)
  expect(await press(page, 'Control+ArrowRight')).toBe(latin + 'Headline'.length)
  expect(await press(page, 'ArrowLeft')).toBe(latin + 'Headline'.length - 1)
  expect(await press(page, 'End')).toBe(text.length - 1)
  expect(await press(page, 'Control+End')).toBe(text.length)
})

test('Shift with words selects, a label’s key tags, Delete removes', async ({ app }) => {
  const { page, project } = app
  const before = await drawnText(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('KeyA')
  await saved(page)
  const set = await setOf(project, annotator, first)
  expect(set.annotations.map(a => a.spans.map(s => s.quote))).toEqual([['وكالة «الرافدين']])
  await page.keyboard.press('Delete')
  await saved(page)
  expect((await setOf(project, annotator, first)).annotations).toEqual([])
  await expectSameText(page, before)
})

test('a label’s key alone tags the word at the caret', async ({ app }) => {
  const { page, project } = app
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('KeyF')
  await saved(page)
  expect((await setOf(project, annotator, first)).annotations).toMatchObject([
    { label: 'cue', spans: [{ start: 0, end: 4, quote: 'أكدت' }] },
  ])
})

test('an emoji, a letter with its marks and a Latin code are each passed in whole steps', async ({
  app,
}) => {
  const { page } = app
  const edges = [...new Intl.Segmenter('ar').segment(first)].map(({ index }) => index)
  const stops = [await press(page, 'Control+Home')]
  for (const _ of edges.slice(1)) stops.push(await press(page, 'ArrowLeft'))
  expect(stops).toEqual(edges)
  for (const edge of edges.slice(0, -1).reverse())
    expect(await press(page, 'ArrowRight')).toBe(edge)
})

test('Tab goes from annotation to annotation and out at the last; Enter edits, Escape comes back', async ({
  app,
}) => {
  const { page } = app
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('KeyF')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('KeyA')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('editor')).toContainText('أكدت')
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('editor')).toContainText('وكالة')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-attribute="kind"] input').first()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-choice][data-selected]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reader')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('reader')).not.toBeFocused()
})

test('what is done, and what is come to, is said to those who hear the page', async ({ app }) => {
  const { page } = app
  const live = page.locator('[role="status"][aria-live="polite"]')
  const heard = async (keys: string[], words: RegExp) => {
    for (const key of keys) await page.keyboard.press(key)
    // What is quoted is isolated, which nobody hears.
    const said = async () => (await live.textContent())?.replace(/[\u2066-\u2069]/gu, '').trim()
    await expect.poll(said).toMatch(words)
  }
  await heard(['Control+Home', 'KeyF'], /^وُسم «أكدت»: لفظ إسناد$/u)
  await heard(['Control+ArrowLeft', 'KeyA'], /^وُسم «وكالة»: فاعل/u)
  await heard(['Delete'], /^حُذف توسيم «وكالة»$/u)
  await heard(['Control+KeyZ'], /^تراجعت/u)
  await heard(['Control+Shift+KeyZ'], /^أُعيد/u)
  await heard(['Control+KeyZ'], /^تراجعت/u)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Escape')
  // An annotation come to is read out with its label, its words and its attributes.
  await heard(['Tab'], /^لفظ إسناد: «أكدت»$/u)
  await heard(['Tab', 'Enter', 'ArrowLeft', 'Escape', 'Shift+Tab', 'Tab'], /^فاعل: «وكالة»، .+/u)
  await heard(['KeyR'], /^لا يمكن الربط بين هذين$/u)
  await heard(['Escape', 'KeyM'], /^سُلّمت الوثيقة$/u)
  await heard(['Shift+KeyM'], /^عادت الوثيقة إلى الوسم$/u)
})
