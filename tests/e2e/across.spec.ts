import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { ready } from './text.ts'

const tabs = ['board', 'timeline', 'network', 'profile', 'statistics'] as const

/** Views that axe has looked at in the other language. */
const looked: Record<'ar' | 'en', readonly string[]> = {
  ar: ['network', 'profile', 'statistics'],
  en: ['board', 'timeline'],
}

const drawn = (page: Page) =>
  expect(page.locator('.marked-plot[data-drawn="true"] svg')).toBeVisible()

async function openAcross(page: Page) {
  await ready(page)
  await page.keyboard.press('F6')
  await expect(page.getByTestId('board')).toBeVisible()
}

for (const [language, theme] of [
  ['ar', 'light'],
  ['en', 'dark'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme } })
    test('every view shows something on the sample, and axe finds nothing', async ({
      app,
    }, testInfo) => {
      const { page } = app
      await openAcross(page)
      for (const tab of tabs) {
        await page.getByTestId(`tab-${tab}`).click()
        if (tab === 'board') await expect(page.getByTestId('contradiction').first()).toBeVisible()
        else if (tab === 'statistics') await expect(page.getByTestId('statistics')).toBeVisible()
        else await drawn(page)
        await expect(page.locator('.across-view[aria-busy="true"]')).toHaveCount(0)
        await page.screenshot({ path: testInfo.outputPath(`${tab}.png`) })
        // Each view is looked at in one of the two: axe takes its time with a long table.
        if (looked[language].includes(tab)) continue
        const axe = new AxeBuilder({ page })
          .include('[data-testid="dialog-across"]')
          .setLegacyMode(app.electron !== undefined)
        const { violations } = await axe.analyze()
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
          tab,
        ).toEqual([])
      }
    })
  })

test('from the board to the words and back, by keyboard; a filter; the files', async ({ app }) => {
  const { page, project } = app
  await openAcross(page)
  const cell = page.locator('[data-row="p:all-leave-2025"]').getByTestId('cell').first()
  await cell.focus()
  await page.keyboard.press('Enter')
  const line = page.getByTestId('across-lines').getByTestId('open-text').first()
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('dialog-across')).toBeHidden()
  await expect(page.getByTestId('reader')).toBeFocused()

  // One comes back to where one was.
  await page.keyboard.press('F6')
  await expect(page.getByTestId('across-lines')).toBeVisible()
  await page.getByTestId('close-lines').click()

  await page.getByTestId('across-from').fill('2024-09')
  await expect(page.locator('[data-row="p:brigades-shelled"]')).toHaveCount(0)
  await page.getByTestId('across-clear').click()
  await expect(page.locator('[data-row="p:brigades-shelled"]')).toHaveCount(1)

  // A mark of a drawing leads somewhere, too.
  await page.getByTestId('tab-network').click()
  await drawn(page)
  await page.locator('.marked-plot svg g[aria-label="dot"] circle').first().click({ force: true })
  await expect(page.getByTestId('across-lines').getByTestId('open-text').first()).toBeVisible()

  await page.getByTestId('across-save').click()
  const written: Record<string, string> = {}
  for (const format of ['svg', 'png', 'graphml', 'gexf', 'csv']) {
    await page.getByTestId(`format-${format}`).click()
    await page.getByTestId('path').fill(join(dirname(project), `net.${format}`))
    await page.getByTestId('submit').click()
    await expect(page.getByTestId('written')).toContainText(`net.${format}`)
    written[format] = await readFile(join(dirname(project), `net.${format}`), 'latin1')
  }
  expect(written.png?.slice(1, 4)).toBe('PNG')
  expect(written.svg).toMatch(/^<svg/)
  expect(written.svg).not.toContain('var(--')
  expect(written.graphml).toContain('<graphml')
  await page.getByTestId('back').click()
  await page.getByTestId('tab-board').click()
  await page.getByTestId('across-save').click()
  await page.getByTestId('path').fill(join(dirname(project), 'board.html'))
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('written')).toBeVisible()
  const html = await readFile(join(dirname(project), 'board.html'), 'utf8')
  expect(html).not.toMatch(/<script|https?:/)
  expect(html).toContain('يرحل التحالف كله بنهاية أيلول 2025')
})

test.describe('a project without documents', () => {
  test.use({ startOn: 'empty' })
  test('says in every view what is missing', async ({ app }, testInfo) => {
    const { page } = app
    await page.getByTestId('open-across').click()
    for (const tab of tabs) {
      await page.getByTestId(`tab-${tab}`).click()
      if (tab === 'statistics') await expect(page.getByTestId('statistics')).toBeVisible()
      else await expect(page.getByTestId('dialog-across').locator('.nothing-yet')).toBeVisible()
    }
    await page.screenshot({ path: testInfo.outputPath('empty.png') })
  })
})
