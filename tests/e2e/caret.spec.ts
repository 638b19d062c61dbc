import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { ready } from './text.ts'

// Lines that mix directions, digits of two scripts, brackets, marks, joiners and emoji.
const lines = [
  'قال Reuters إن 85.5% (٢٠٢٤) عادوا 📷 إلى «بيروت».',
  'The minister قال في (بيان رقم 7) at 10:30, then left.',
  'بلغت النسبة ٣٫٥٪ في مُحَمَّدٍ وبيـــروت، وفق F-16/GPS-7 [أمس] 👨‍👩‍👧‍👦.',
  '«X» نشرت @user الخبر: https://a.example/b?c=1 🇮🇶 وسلام.',
]
/** A line goes the way of its first letter. */
const isLatin = (line: string) => /^[^\p{L}]*[A-Za-z]/u.test(line)
const text = `${lines.join('\n')}\n`

test.use({ startOn: 'empty', articles: { 'article.txt': text } })

/** The caret at the beginning of the article. */
async function begin(page: Page) {
  await page.getByTestId('reader').focus()
  await page.keyboard.press('Control+Home')
}

const caretAt = (page: Page) => page.locator('.place').getAttribute('data-offset').then(Number)

/**
 * What the browser's own caret does on the drawn paragraph of a line: its stops going on by `unit` from the line's
 * beginning, in offsets of the line. The paragraph is made selectable for the asking, nothing else of it changes.
 */
const browserStops = (page: Page, line: number, unit: 'character' | 'word') =>
  page
    .locator('p[data-start]')
    .nth(line)
    .evaluate((paragraph, unit) => {
      const node = paragraph.firstChild as Text
      ;(paragraph as HTMLElement).style.userSelect = 'text'
      const selection = getSelection() as Selection
      selection.collapse(node, 0)
      const stops: number[] = []
      for (let n = 0; n < 400; n++) {
        const before = selection.focusOffset
        selection.modify('move', 'forward', unit)
        if (selection.focusNode !== node || selection.focusOffset === before) break
        stops.push(selection.focusOffset)
      }
      selection.removeAllRanges()
      ;(paragraph as HTMLElement).style.userSelect = ''
      return stops
    }, unit)

for (const [at, line] of lines.entries()) {
  const start = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0)

  const byCharacter = async (page: Page) => {
    await begin(page)
    const stops = await browserStops(page, at, 'character')
    expect(stops.length).toBeGreaterThan(30)
    const forward = isLatin(line) ? 'ArrowRight' : 'ArrowLeft'
    for (let n = 0; n < at; n++) await page.keyboard.press('Control+ArrowDown')
    if (at > 0) await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+ArrowUp')
    expect(await caretAt(page)).toBe(start)
    const ours: number[] = []
    for (const _ of stops) {
      await page.keyboard.press(forward)
      ours.push((await caretAt(page)) - start)
    }
    expect(ours).toEqual(stops)
  }

  const byWord = async (page: Page) => {
    await begin(page)
    const stops = await browserStops(page, at, 'word')
    const forward = isLatin(line) ? 'Control+ArrowRight' : 'Control+ArrowLeft'
    for (let n = 0; n < at; n++) await page.keyboard.press('Control+ArrowDown')
    if (at > 0) await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+ArrowUp')
    const ours: number[] = []
    for (let n = 0; n < 60; n++) {
      await page.keyboard.press(forward)
      const now = (await caretAt(page)) - start
      if (now > line.length) break
      ours.push(now)
      if (now === line.length) break
    }
    // The browser also stops after marks that are no word; where a word ends both stop.
    expect(stops).toEqual(expect.arrayContaining(ours.filter(stop => stop < line.length)))
    expect(ours.length).toBeGreaterThan(5)
  }

  const byClick = async (page: Page) => {
    const paragraph = page.locator('p[data-start]').nth(at)
    // Every place of the browser's own caret on the line, and its offset there.
    const places = await paragraph.evaluate(p => {
      const node = p.firstChild as Text
      const { left, right, top, bottom } = p.getBoundingClientRect()
      const found = new Map<number, { x: number; y: number }>()
      for (let y = top + 4; y < bottom; y += 16)
        for (let x = Math.ceil(left); x < right; x += 5) {
          const hit = document.caretPositionFromPoint(x, y)
          if (hit?.offsetNode === node && !found.has(hit.offset)) found.set(hit.offset, { x, y })
        }
      return [...found]
    })
    expect(places.length).toBeGreaterThan(30)
    for (const [offset, { x, y }] of places.filter((_, n) => n % 4 === 0)) {
      await page.mouse.click(x, y)
      expect(await caretAt(page)).toBe(start + offset)
      // Drawn where the letter after it (or before it) begins: at one of the browser's own places for this offset.
      const away = await page.evaluate(
        ({ at, offset }) => {
          const node = document.querySelectorAll('p[data-start]')[at]?.firstChild as Text
          const caret = document.querySelector('.caret')?.getBoundingClientRect() as DOMRect
          const edges: number[] = []
          const sides = (from: number, to: number) => {
            const range = new Range()
            range.setStart(node, Math.max(0, from))
            range.setEnd(node, Math.min(node.length, to))
            for (const { left, right, top, bottom } of range.getClientRects())
              if (caret.top < bottom && caret.bottom > top) edges.push(left, right)
          }
          sides(offset - 2, offset)
          sides(offset, offset + 2)
          return Math.min(...edges.map(edge => Math.abs(edge - caret.left)))
        },
        { at, offset },
      )
      expect([offset, away <= 2.5]).toEqual([offset, true])
    }
  }

  test(`by character, by word and by click the caret goes where the browser’s does: ${line}`, async ({
    app,
  }) => {
    await ready(app.page)
    await test.step('by character', () => byCharacter(app.page))
    await test.step('by word', () => byWord(app.page))
    await test.step('by click', () => byClick(app.page))
  })
}
