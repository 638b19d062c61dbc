import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { storedSet } from '../../annotations/model/stored.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { type App, expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
import { fillForReview } from './review-project.ts'

/** The project of this test with two people's sets in it, open in the review. */
async function enter(app: App, documents: number): Promise<Page> {
  await fillForReview(app.project, documents)
  await app.restart()
  const { page } = app
  await expect(page.getByTestId('place-review')).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByTestId('review-text')).toBeVisible()
  await expect(page.getByTestId('review-progress')).toHaveAttribute('data-counted', `${documents}`)
  return page
}

const shownIn = (page: Page) => page.getByTestId('review-text').getAttribute('data-shown')
const left = (page: Page) => page.locator('[data-testid=difference]:not([data-standing=decided])')
const current = (page: Page) => page.locator('[data-testid=difference][data-current=true]')
const saved = (page: Page) =>
  expect(page.getByTestId('review-save')).toHaveAttribute('data-state', 'saved')

async function gold(app: App, id: string) {
  const path = projectPaths(app.project).set('gold', id)
  const parsed = storedSet.parse(await readFile(path, 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reason))
  return parsed.value
}

test.describe('en, light', () => {
  test.use({ startOn: 'empty', settings: { language: 'en', theme: 'light', annotator: 'Maha' } })

  test('differences are filtered, edited, reasoned, taken back, done in bulk, and asked again when a set changes', async ({
    app,
  }, testInfo) => {
    const page = await enter(app, 3)
    const id = (await shownIn(page)) as string
    const look = async (name: string) => {
      for (const [width, height] of [
        [1280, 800],
        [1024, 640],
      ] as const) {
        if (!app.electron) await page.setViewportSize({ width, height })
        await page.screenshot({ path: testInfo.outputPath(`${name}-${width}.png`) })
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      }
      expect(await faultsOf(app)).toEqual([])
    }
    await look('lanes')
    await page.keyboard.press('v')
    await look('side')
    await page.keyboard.press('v')

    await page.getByTestId('filter-date').click()
    await expect(page.getByTestId('difference')).toHaveCount(1)
    await page.getByTestId('filter-but-quotation').click()
    await expect(current(page)).toHaveAttribute('data-kinds', 'boundary')
    await page.getByTestId('filter-all').click()

    // A reason, then a reading; then both of another, and a step back.
    await page.keyboard.press('s')
    await page.getByTestId('review-reason').fill('The desk decided so')
    await page.keyboard.press('Enter')
    await page.keyboard.press('1')
    await expect(left(page)).toHaveCount(4)
    await expect(page.getByTestId('decided').first()).toContainText('The desk decided so')
    await page.keyboard.press('b')
    await expect(left(page)).toHaveCount(3)
    await page.keyboard.press('u')
    await expect(left(page)).toHaveCount(4)
    // Put as nobody has it.
    await page.keyboard.press('e')
    await expect(page.getByTestId('review-edit-form')).toBeVisible()
    await look('edit')
    await page.keyboard.press('BracketLeft')
    await expect(page.getByTestId('review-edit-quote')).toHaveText('أيلول/ سبتمبر')
    await page.keyboard.press('Enter')
    await expect(left(page)).toHaveCount(3)
    await page.keyboard.press('x')
    await look('bulk')
    await page.getByTestId('bulk-way').click()
    await page.getByRole('option', { name: 'أمل' }).click()
    await page.getByTestId('submit').click()
    await expect(left(page)).toHaveCount(0)
    await saved(page)
    const set = await gold(app, id)
    expect(set.decisions?.filter(({ reason }) => reason === 'The desk decided so')).toHaveLength(1)
    expect(set.decisions?.some(({ way }) => way === 'edit')).toBe(true)
    await look('settled')

    // One of the two says something else about one date; that alone is asked again.
    const path = projectPaths(app.project).set('باسم', id)
    const theirs = await readFile(path, 'utf8')
    await writeFile(
      path,
      theirs.replace('"revision": 1', '"revision": 2').replace('2025-09', '2027-09'),
    )
    await expect(left(page)).toHaveCount(1, { timeout: 20_000 })
    await expect(left(page)).toHaveAttribute('data-standing', 'changed')
    await page.keyboard.press('2')
    await expect(left(page)).toHaveCount(0)
    await saved(page)
    const again = await gold(app, id)
    expect(
      again.annotations.some(({ attributes }) => JSON.stringify(attributes).includes('2027-09')),
    ).toBe(true)
    expect(await readFile(path, 'utf8')).toContain('"revision": 2')
  })
})
