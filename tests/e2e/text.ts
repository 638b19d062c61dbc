import { expect, type Locator, type Page } from '@playwright/test'

/** The drawn paragraph that holds some words. */
export const paragraphWith = (page: Page, words: string) =>
  page.locator('p[data-start]', { hasText: words }).first()

type Place = { left: number; right: number; y: number; width: number }

/** Where words stand on the screen, on one line. */
export async function placeOf(
  page: Page,
  words: string,
  from = 0,
  to = words.length,
): Promise<Place> {
  return paragraphWith(page, words).evaluate(
    (paragraph, { words, from, to }) => {
      const text = paragraph.firstChild as Text
      const at = text.data.indexOf(words)
      const range = new Range()
      range.setStart(text, at + from)
      range.setEnd(text, at + to)
      const { left, right, top, height, width } = range.getBoundingClientRect()
      return { left, right, y: top + height / 2, width }
    },
    { words, from, to },
  )
}

/** The article that is open has its annotations, its letters stand where they will, and it can be worked on. */
export async function ready(page: Page) {
  await page.locator('[data-testid="reader"][aria-busy="false"]').waitFor()
  // Words that are measured before their font is there are elsewhere when it comes.
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}

/** Drag over letters `from`–`to` of some words, right to left, as a hand does. */
export async function dragOver(
  page: Page,
  words: string,
  { from = 0, to = words.length, key }: { from?: number; to?: number; key?: 'Control' } = {},
) {
  await ready(page)
  await paragraphWith(page, words).scrollIntoViewIfNeeded()
  // The ends may stand on two lines.
  const first = await placeOf(page, words, from, from + 1)
  const last = await placeOf(page, words, to - 1, to)
  await page.mouse.move(first.right - 1, first.y)
  if (key) await page.keyboard.down(key)
  await page.mouse.down()
  await page.mouse.move((first.left + last.left) / 2, (first.y + last.y) / 2, { steps: 4 })
  await page.mouse.move(last.left + 1, last.y, { steps: 4 })
  await page.mouse.up()
  if (key) await page.keyboard.up(key)
}

/** Put the caret before words, with the mouse. */
export async function clickBefore(page: Page, words: string) {
  await ready(page)
  await paragraphWith(page, words).scrollIntoViewIfNeeded()
  const { right, y } = await placeOf(page, words, 0, 1)
  await page.mouse.click(right - 1, y)
}

/** Open a document by its row, and wait until it can be worked on. */
export async function openByRow(page: Page, row: Locator) {
  const id = await row.getAttribute('data-document')
  await row.click()
  await page.locator(`[data-testid="reader"][data-shown="${id}"][aria-busy="false"]`).waitFor()
}

export async function saved(page: Page) {
  await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor()
}

/** Every drawn paragraph by where it begins: its letters, and how many nodes hold them. */
export async function drawnText(page: Page): Promise<Record<string, [string, number]>> {
  const drawn = await page
    .locator('p[data-start]')
    .evaluateAll(all =>
      all.map((p): [string, [string, number]] => [
        p.getAttribute('data-start') ?? '',
        [p.textContent ?? '', p.childNodes.length],
      ]),
    )
  return Object.fromEntries(drawn)
}

/** What was drawn before and is drawn still says the same, in as many nodes: one a paragraph. */
export async function expectSameText(page: Page, before: Record<string, [string, number]>) {
  const after = await drawnText(page)
  const still = Object.keys(before).filter(start => start in after)
  expect(still.length).toBeGreaterThan(0)
  for (const start of still) expect(after[start]).toEqual(before[start])
  for (const [text, nodes] of Object.values(after)) expect(nodes).toBe(text === '' ? 0 : 1)
}
