import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { storedSet } from '../../annotations/model/stored.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { type App, expect, test } from './app.ts'
import { fillForReview } from './review-project.ts'

const count = 20

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

test.describe('ar, dark', () => {
  test.use({ startOn: 'empty', settings: { language: 'ar', theme: 'dark', annotator: 'مها' } })

  test('twenty documents are adjudicated by keyboard and the gold sets exported', async ({
    app,
  }, testInfo) => {
    test.slow()
    const page = await enter(app, count)
    const ids: string[] = []
    for (let n = 0; n < count; n++) {
      const id = (await shownIn(page)) as string
      expect(ids).not.toContain(id)
      ids.push(id)
      const differences = await left(page).count()
      expect(differences).toBe(5)
      if (n === 3) await page.screenshot({ path: testInfo.outputPath('ar-dark.png') })
      if (n % 4 === 3) {
        // One taken, the rest refused at once.
        await page.keyboard.press('1')
        await expect(left(page)).toHaveCount(differences - 1)
        await page.keyboard.press('r')
      } else {
        for (let at = 0; at < differences; at++) {
          await page.keyboard.press(n % 4 === 2 && at === 1 ? '0' : n % 2 === 0 ? '1' : '2')
          await expect(left(page)).toHaveCount(differences - at - 1)
        }
        await page.keyboard.press('f')
      }
      if (n < count - 1)
        await expect(page.getByTestId('review-text')).not.toHaveAttribute('data-shown', id)
    }
    await saved(page)
    await expect(page.getByTestId('review-progress')).toHaveAttribute('data-done', `${count}`)

    await page.keyboard.press('Control+e')
    const out = join(dirname(app.project), 'gold.jsonl')
    await page.getByTestId('dialog-export').getByTestId('path').fill(out)
    await page.getByTestId('submit').click()
    await expect.poll(() => readFile(out, 'utf8').catch(() => '')).not.toBe('')
    const lines = (await readFile(out, 'utf8')).trim().split('\n')
    const sets = lines.map(line => JSON.parse(line))
    expect(sets).toHaveLength(count)
    expect(new Set(sets.map(({ set }) => set.annotator))).toEqual(new Set(['gold']))
    expect(new Set(sets.map(({ set }) => set.status))).toEqual(new Set(['approved']))

    const [first, second, , fourth] = await Promise.all(ids.slice(0, 4).map(id => gold(app, id)))
    const quotes = (set: typeof first) => set?.annotations.map(({ spans }) => spans[0]?.quote) ?? []
    expect(quotes(first)).toContain('المتحدث باسم «نقابة العاملين»')
    expect(first?.relations.map(({ type, order }) => [type, order])).toEqual([
      ['source', 1],
      ['source', 2],
    ])
    expect(quotes(second)).toContain('نقابة العاملين')
    expect(quotes(second)).not.toContain('أعمال الصيانة ستنتهي')
    expect(fourth?.decisions?.filter(({ way }) => way === 'neither')).toHaveLength(4)
    const taken = first?.decisions?.find(({ way }) => way === 'take')
    expect(taken).toMatchObject({ by: 'مها', from: [{ annotator: 'أمل' }, { annotator: 'باسم' }] })
  })
})

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
      const axe = new AxeBuilder({ page }).setLegacyMode(app.electron !== undefined)
      const { violations } = await axe.analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
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
