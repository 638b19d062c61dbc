import type { Page } from '@playwright/test'

export const annotator = 'المُوسِّم الأول'
type Press = (...keys: string[]) => Promise<void>

export const pressing =
  (page: Page): Press =>
  async (...keys) => {
    for (const key of keys) await page.keyboard.press(key)
  }

/** Words chosen by keyboard alone: the caret found at their first letters, the selection drawn out letter by letter. */
export async function choose(page: Page, words: string, context = words) {
  const press = pressing(page)
  await press('Control+Home', 'Slash')
  await page.keyboard.type(context)
  await press('Enter')
  const back = context.indexOf(words)
  for (let n = 0; n < back; n++) await press('ArrowLeft')
  await page.keyboard.down('Shift')
  for (let n = 0; n < words.length; n++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.up('Shift')
}
