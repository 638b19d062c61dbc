import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { painted } from './painted.ts'
import { setOf } from './sets.ts'
import { clickBefore, dragOver, drawnText, expectSameText, placeOf, ready, saved } from './text.ts'

const first = 'قال وزير الخارجية إن «المحادثات مستمرة» مع واشنطن، وفق Reuters (85%) 📷 أمس.'
const filler = Array.from({ length: 60 }, (_, n) => `فقرة رقم ${n + 1} من نص طويل لا شيء فيه.`)
const text = [first, ...filler, 'الفقرة الأخيرة هنا.'].join('\n\n')

test.use({ startOn: 'empty', articles: { 'article.txt': text } })
const annotator = 'المُوسِّم الأول'

test.beforeEach(async ({ app }) => {
  await ready(app.page)
})

const annotationsOf = async (project: string) =>
  (await setOf(project, annotator, first)).annotations
const quotesOf = async (project: string) =>
  (await annotationsOf(project)).map(({ spans }) => spans.map(({ quote }) => quote).join(' … '))
type Box = { x: number; y: number; width: number; height: number }

/** Where something stands once it moves no more. */
async function restingBox(what: Locator): Promise<Box> {
  let last: Box | null = null
  await expect
    .poll(async () => {
      const before = JSON.stringify(last)
      last = await what.boundingBox()
      return last !== null && JSON.stringify(last) === before
    })
    .toBe(true)
  return last as unknown as Box
}

const selection = async (page: Page) => (await painted(page, 'selection')).join('\n')

test('a drag goes on past the edge: the text scrolls under it, and the words are taken', async ({
  app,
}) => {
  const { page, project } = app
  const { right, y } = await placeOf(page, 'واشنطن', 0, 1)
  const box = await page.getByTestId('reader').boundingBox()
  if (!box) throw new Error('no reader')
  await page.mouse.move(right - 1, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 60, { steps: 5 })
  await expect(page.locator('p[data-start]', { hasText: 'الأخيرة' })).toBeInViewport({
    timeout: 20_000,
  })
  await page.mouse.up()
  await page.keyboard.press('KeyD')
  await saved(page)
  const [quote] = await quotesOf(project)
  expect(quote?.startsWith('واشنطن')).toBe(true)
  expect(quote?.length).toBeGreaterThan(1200)
})

test('two clicks take the word, three the paragraph; labels stand beside and cover none of it', async ({
  app,
}) => {
  const { page, project } = app
  const { left, right, y } = await placeOf(page, 'المحادثات')
  await page.mouse.dblclick((left + right) / 2, y)
  expect(await selection(page)).toBe('المحادثات')
  // Long enough after to be other clicks.
  await page.waitForTimeout(600)
  await page.mouse.click((left + right) / 2, y, { clickCount: 3 })
  expect(await selection(page)).toBe(first)
  await dragOver(page, 'وزير الخارجية')
  const bar = page.getByTestId('floating-labels')
  await expect(bar).toBeVisible()
  const labels = await bar.boundingBox()
  const words = await placeOf(page, 'وزير الخارجية')
  if (!labels) throw new Error('no labels')
  const apart = labels.y + labels.height <= words.y - 8 || labels.y >= words.y + 8
  expect(apart).toBe(true)
  await bar.getByRole('button').first().click()
  await expect(bar).toBeHidden()
  await saved(page)
  await expect.poll(() => quotesOf(project)).toEqual(['وزير الخارجية'])
})

test('handles move the ends of what is at hand, by words, and no letter moves', async ({ app }) => {
  const { page, project } = app
  await dragOver(page, 'وزير')
  await page.keyboard.press('KeyA')
  await saved(page)
  const before = await drawnText(page)
  const drag = async (edge: string, words: string, letter: number) => {
    const handle = await restingBox(page.locator(`[data-handle="${edge}"]`))
    const to = await placeOf(page, words, letter, letter + 1)
    // The knob stands outside the line, so that a click on the letters is a click on the letters.
    const knob = edge === 'start' ? handle.y - 4 : handle.y + handle.height + 4
    await page.mouse.move(handle.x + handle.width / 2, knob)
    await page.mouse.down()
    await page.mouse.move((to.left + to.right) / 2, to.y, { steps: 4 })
    await page.mouse.up()
    await saved(page)
  }
  await drag('end', 'الخارجية', 4)
  await expect.poll(() => quotesOf(project)).toEqual(['وزير الخارجية'])
  await drag('start', 'قال', 1)
  await expect.poll(() => quotesOf(project)).toEqual(['قال وزير الخارجية'])
  await drag('start', 'الخارجية', 3)
  await expect.poll(() => quotesOf(project)).toEqual(['الخارجية'])
  await expectSameText(page, before)
})

test('a handle goes to where it is let go, be the hand quicker than the screen', async ({
  app,
}) => {
  const { page, project } = app
  await dragOver(page, 'وزير')
  await page.keyboard.press('KeyA')
  await saved(page)
  const handle = page.locator('[data-handle="end"]')
  const { x, y, width, height } = await restingBox(handle)
  const to = await placeOf(page, 'الخارجية', 4, 5)
  await page.mouse.move(x + width / 2, y + height + 4)
  await page.mouse.down()
  // The move and the letting go come in one turn: nothing is drawn between them.
  await handle.evaluate(
    (element, at) => {
      const made = { ...at, pointerId: 1, bubbles: true, cancelable: true }
      for (const type of ['pointermove', 'pointerup'])
        element.dispatchEvent(new PointerEvent(type, made))
    },
    { clientX: (to.left + to.right) / 2, clientY: to.y },
  )
  await page.mouse.up()
  await expect.poll(() => quotesOf(project)).toEqual(['وزير الخارجية'])
  // A click on a handle is no drag: the end stays.
  const end = await restingBox(handle)
  await page.mouse.click(end.x + end.width / 2, end.y + end.height + 4)
  await saved(page)
  await expect.poll(() => quotesOf(project)).toEqual(['وزير الخارجية'])
})

test('Alt and a drag add a part to what is at hand', async ({ app }) => {
  const { page, project } = app
  await dragOver(page, 'المحادثات مستمرة')
  await page.keyboard.press('KeyD')
  await page.keyboard.down('Alt')
  await dragOver(page, 'مع واشنطن')
  await page.keyboard.up('Alt')
  await saved(page)
  await expect.poll(() => quotesOf(project)).toEqual(['المحادثات مستمرة … مع واشنطن'])
})

test('the menu of the right button, and of its key, tags and changes what is there', async ({
  app,
}) => {
  const { page, project } = app
  const { left, right, y } = await placeOf(page, 'واشنطن')
  await page.mouse.click((left + right) / 2, y, { button: 'right' })
  await page.getByTestId('context-menu').getByRole('menuitem').first().click()
  await saved(page)
  await expect.poll(() => annotationsOf(project)).toMatchObject([{ label: 'actor' }])
  await page.mouse.click((left + right) / 2, y, { button: 'right' })
  await page.getByTestId('context-menu').getByRole('menuitem').nth(1).click()
  await saved(page)
  await expect.poll(() => annotationsOf(project)).toMatchObject([{ label: 'date' }])
  await expect(page.getByTestId('reader')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByTestId('context-menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reader')).toBeFocused()
})

test('a click on a stack goes through it, and a list beside the words says what lies there', async ({
  app,
}) => {
  const { page } = app
  await dragOver(page, 'وزير الخارجية')
  await page.keyboard.press('KeyD')
  await dragOver(page, 'الخارجية')
  await page.keyboard.press('KeyA')
  const stack = page.getByTestId('stack')
  await clickBefore(page, 'الخارجية')
  // What was tagged last is at hand: a click takes the next of the stack, and another comes round again.
  await expect(stack.locator('[aria-current="true"]')).toContainText('وزير')
  await clickBefore(page, 'الخارجية')
  await expect(stack.locator('[aria-current="true"]')).not.toContainText('وزير')
  await stack.getByRole('button').last().click()
  await expect(page.getByTestId('editor').locator('.editor-quote')).toHaveText('وزير الخارجية')
  await page.getByTestId('reader').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(stack).toBeHidden()
})
