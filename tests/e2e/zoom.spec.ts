import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { ready } from './text.ts'

/** Controls in sight whose words are cut off, or that stand over one another, by what they say. */
const wrong = (page: Page, within = 'body') =>
  page.locator(within).evaluate(root => {
    const controls = [
      ...root.querySelectorAll<HTMLElement>('button, [role=tab], input, [role=radio]'),
    ]
      .filter(e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter(e => !e.closest('.note, .link-hints, .visually-hidden, [aria-hidden="true"], label'))
    const says = (e: Element) => `${e.className}: ${e.textContent?.slice(0, 40)}`
    const cut = controls
      .filter(e => e.tagName !== 'INPUT' && e.scrollWidth > e.clientWidth + 1)
      .map(e => `cut ${says(e)}`)
    const over = controls.flatMap((a, at) =>
      controls.slice(at + 1).flatMap(b => {
        if (a.contains(b) || b.contains(a) || a.parentElement !== b.parentElement) return []
        // An arrow inside a field is where it should be.
        if (a.tagName === 'INPUT' || b.tagName === 'INPUT') return []
        const [x, y] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
        const apart =
          x.right <= y.left + 1 ||
          y.right <= x.left + 1 ||
          x.bottom <= y.top + 1 ||
          y.bottom <= x.top + 1
        return apart ? [] : [`${says(a)} over ${says(b)}`]
      }),
    )
    const beyond = controls
      .filter(e => e.closest('[role=dialog], .top-bar'))
      .filter(e => {
        const { left, right } = e.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1
      })
      .map(e => `beyond the window ${says(e)}`)
    const sideways = document.documentElement.scrollWidth - innerWidth
    return [...cut, ...over, ...beyond, ...(sideways > 0 ? [`sideways by ${sideways}`] : [])]
  })

for (const language of ['ar', 'en'] as const)
  test.describe(language, () => {
    test.use({ settings: { language } })

    test('every screen is whole at both sizes, at once and twice as large', async ({
      app,
    }, testInfo) => {
      // A window of a test keeps the size its shell gave it; the page is the same in both.
      test.skip(app.electron !== undefined, 'the window keeps its size: looked at in the browser')
      const { page } = app
      await ready(page)
      const dialogs = [
        'Control+KeyK',
        'Shift+Slash',
        'Control+Comma',
        'KeyH',
        'Control+KeyI',
        'Control+KeyE',
      ]
      for (const [width, height] of [
        [1280, 800],
        [1024, 640],
      ] as const)
        for (const zoom of [1, 2]) {
          const name = `${width}-${zoom * 100}`
          await page.setViewportSize({ width: width / zoom, height: height / zoom })
          await page.getByTestId('reader').focus()
          await page.keyboard.press('Control+Home')
          await page.keyboard.press('Tab')
          await expect(page.getByTestId('at-hand')).toBeVisible()
          await page.screenshot({ path: testInfo.outputPath(`desk-${name}.png`) })
          expect([name, await wrong(page)]).toEqual([name, []])
          const text = await page.getByTestId('reader').boundingBox()
          expect(text?.height).toBeGreaterThan(120)
          for (const pane of ['corpus', 'inspector'] as const) {
            if (width / zoom > 900) break
            await page.getByTestId(`pane-${pane}`).click()
            await expect(page.locator(`.${pane}`)).toBeVisible()
            await page.screenshot({ path: testInfo.outputPath(`${pane}-${name}.png`) })
            expect([name, pane, await wrong(page, `.${pane}`)]).toEqual([name, pane, []])
            await page.getByTestId(`pane-${pane}`).click()
          }
          await page.getByTestId('reader').focus()
          await page.keyboard.press('Enter')
          await expect(page.getByTestId('edit-here')).toBeVisible()
          await page.screenshot({ path: testInfo.outputPath(`edit-${name}.png`) })
          expect([name, await wrong(page, '.edit-here')]).toEqual([name, []])
          await page.keyboard.press('Escape')
          for (const chord of dialogs) {
            await page.getByTestId('reader').focus()
            await page.keyboard.press(chord)
            await expect(page.getByRole('dialog')).toBeVisible()
            await page.screenshot({ path: testInfo.outputPath(`${chord}-${name}.png`) })
            expect([name, chord, await wrong(page, '[role=dialog]')]).toEqual([name, chord, []])
            await page.keyboard.press('Escape')
            await expect(page.getByRole('dialog')).toBeHidden()
          }
        }
    })
  })
