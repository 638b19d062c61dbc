import { cp } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { dragOver, ready, saved } from './text.ts'

/** A copy of a project's folder, of what is whole in it: the app may be writing. */
export const carryAway = (folder: string, to: string) =>
  cp(folder, to, { recursive: true, filter: path => !path.endsWith('.tmp') })

/** Open a project's folder in the dialog, and work there under a name. */
export async function openAs(page: Page, folder: string, name: string) {
  await page.getByTestId('menu').click()
  await page.getByTestId('open-project').click()
  await page.getByTestId('path').fill(folder)
  await page.getByTestId('path').press('Enter')
  await expect(page.getByTestId('dialog-open-project')).toBeHidden()
  await ready(page)
  if ((await page.getByTestId('annotator').textContent())?.includes(name)) return
  await page.getByTestId('annotator').click()
  const known = page.getByTestId('dialog-annotator').getByText(name, { exact: true })
  if (await known.count()) await known.click()
  else {
    await page.getByTestId('new-annotator').click()
    await page.getByTestId('annotator-name').fill(name)
  }
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('dialog-annotator')).toBeHidden()
  await ready(page)
}

export const rowOf = (page: Page, words: string) => page.locator('.corpus-row', { hasText: words })

export async function tag(page: Page, words: string, key: string) {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await saved(page)
}

/** The open document is done. */
export async function handIn(page: Page) {
  await page.getByTestId('reader').focus()
  await page.keyboard.press('KeyM')
}

/** The open project and a copy of it become one in a folder of its own, which is opened; `seen` looks at the report. */
export async function mergeWith(page: Page, copy: string, out: string, seen = async () => {}) {
  await page.getByTestId('menu').click()
  await page.getByTestId('menu-merge').click()
  await page.getByTestId('path').nth(0).fill(copy)
  await page.getByTestId('path').nth(1).fill(out)
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('merge-report')).toBeVisible({ timeout: 20_000 })
  await seen()
  await page.getByTestId('open-merged').click()
  await ready(page)
}
