import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './looking.ts'
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
        // An outlet's name keeps to its own direction among the words around it.
        if (tab === 'profile')
          expect(await page.getByTestId('plot-stop').textContent()).toMatch(
            /\u2068[^\u2069]+\u2069 · /,
          )
        // Each view is looked at in one of the two: axe takes its time with a long table.
        if (looked[language].includes(tab)) continue
        expect(await faultsOf(app, '[data-testid="dialog-across"]'), tab).toEqual([])
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
  await page.locator('.marked-plot svg g.mark-actor circle').first().click({ force: true })
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
  // With its title, what its lines mean, and the letters it is written in.
  expect(Buffer.from(written.svg ?? '', 'latin1').toString()).toMatch(/مَن يقول ماذا.*ينفيه/)
  expect(written.svg).toContain('data:font/woff2')
  expect(written.graphml).toContain('<graphml')
  await page.getByTestId('back').click()
  await expect(page.getByTestId('across-save')).toBeFocused()
  await page.getByTestId('tab-board').click()
  await page.getByTestId('across-save').click()
  await page.getByTestId('path').fill(join(dirname(project), 'board.html'))
  await page.getByTestId('submit').click()
  await expect(page.getByTestId('written')).toBeVisible()
  const html = await readFile(join(dirname(project), 'board.html'), 'utf8')
  expect(html).not.toMatch(/<script|https?:/)
  expect(html).toContain('يرحل التحالف كله بنهاية أيلول 2025')
})

test('marks are gone through by keyboard, each says what it is and leads to its text', async ({
  app,
}) => {
  const { page } = app
  await openAcross(page)
  await page.getByTestId('tab-network').click()
  await drawn(page)
  const [stops, stop] = [page.getByTestId('plot-stops'), page.getByTestId('plot-stop')]
  await stops.focus()
  await expect(page.locator('.marked-plot .mark-ring')).toBeVisible()
  // The page reads from the right: on is to the left.
  await page.keyboard.press('ArrowLeft')
  await expect(stop).toHaveAttribute('aria-posinset', '2')
  const tie = (await stop.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('across-lines').getByTestId('open-text').first()).toBeVisible()
  await page.getByTestId('close-lines').click()
  await stops.focus()
  await page.keyboard.press('ArrowDown')
  await expect(stop).not.toHaveText(tie)

  await page.getByTestId('tab-timeline').click()
  await drawn(page)
  const domain = page.getByTestId('timeline-domain')
  const usual = (await domain.textContent()) ?? ''
  await stops.focus()
  const first = (await stop.textContent()) ?? ''
  await page.keyboard.press('ArrowDown')
  await expect(stop).not.toHaveText(first)
  await page.keyboard.press('Home')
  await expect(stop).toHaveText(first)
  await page.keyboard.press('+')
  await expect(domain).not.toHaveText(usual)
  await page.keyboard.press('0')
  await expect(domain).toHaveText(usual)
  // A stretch from mark to mark, as one drawn with the mouse.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await expect(domain).not.toHaveText(usual)
  await page.keyboard.press('0')
  await expect(domain).toHaveText(usual)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('dialog-across')).toBeHidden()
  await expect(page.getByTestId('reader')).toBeFocused()
})

test('claims of similar words are coded by one key from the board, and it is taken back', async ({
  app,
}) => {
  const { page } = app
  await openAcross(page)
  const offers = page.getByTestId('offer-coding')
  const before = await offers.count()
  expect(before).toBeGreaterThan(0)
  const row = page.locator('tr[data-row^="c:"]').filter({ has: offers }).first()
  const key = await row.getAttribute('data-row')
  await row.locator('.board-row').focus()
  await page.keyboard.press('KeyC')
  await expect(page.getByTestId('code-claims')).toBeFocused()
  await page.keyboard.press('KeyN')
  await expect(page.getByTestId('coded')).toBeVisible()
  await expect(page.locator(`tr[data-row="${key}"]`)).toHaveCount(0)
  await expect(page.getByTestId('undo-coding')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('coded')).toBeHidden()
  await expect(page.locator(`tr[data-row="${key}"]`)).toHaveCount(1)
  await expect(offers).toHaveCount(before)
})

/** Claims of a codebook of their own, added to a set as another program would. */
async function addClaims(project: string, count: number) {
  const folder = join(project, 'annotations', 'ليلى')
  const [file] = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.json'))
  const path = join(folder, file ?? '')
  const set = JSON.parse(await readFile(path, 'utf8'))
  const { spans } = set.annotations[0]
  for (let n = 0; n < count; n++) {
    const id = `long-${n}`
    const proposition = { id, code: `50.${n + 1}`, text: { ar: `قضية ${n + 1}` }, notes: '' }
    await writeFile(
      join(project, 'propositions', `${id}.json`),
      JSON.stringify({ format: 'isnad-proposition/1', ...proposition }),
    )
    const attributes = { stance: 'asserts', proposition: id }
    set.annotations.push({ id, label: 'claim', spans, attributes })
  }
  await writeFile(path, JSON.stringify(set))
}

test('a long board is drawn as far as one has come, by scrolling or by keyboard', async ({
  app,
}) => {
  const { page, project } = app
  await ready(page)
  await addClaims(project, 150)
  await page.keyboard.press('F6')
  const rows = page.locator('tr[data-row^="p:long-"]')
  await expect(rows.first()).toBeVisible()
  const first = await rows.count()
  expect(first).toBeLessThan(100)
  // The last that is drawn and the arrow: there is always a next.
  await rows.last().getByTestId('cell').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(first).getByTestId('cell').first()).toBeFocused()
  await page.getByTestId('tab-profile').click()
  await page.getByTestId('tab-board').click()
  await expect(rows.first()).toBeVisible()
  await expect(rows).not.toHaveCount(150)
  await expect(async () => {
    await page.mouse.move(600, 500)
    await page.mouse.wheel(0, 4000)
    await expect(page.getByTestId('more-rows')).toHaveCount(0, { timeout: 300 })
  }).toPass()
  await expect(rows).toHaveCount(150)
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
