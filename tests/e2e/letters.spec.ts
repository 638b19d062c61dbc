import { expect, test } from './app.ts'
import { dragOver, drawnText, expectSameText, paragraphWith, placeOf, saved } from './text.ts'

const text = 'سلامٌ على مُحَمَّدٍ وعلى المتظاهرين في بيـــروت، قال Reuters إن 85.5% (٢٠٢٤) 🔴 عادوا.\n'

test.use({ startOn: 'empty', articles: { 'article.txt': text } })

test.beforeEach(async ({ app }) => {
  await app.page.locator('p[data-start]').first().waitFor()
})

// Inside the lam-alef ligature, between a letter and its shadda’s neighbours, in the middle of a tatweel.
const inside = [
  ['سلام', 1, 2],
  ['المتظاهرين', 3, 7],
  ['مُحَمَّدٍ', 2, 7],
  ['بيـــروت', 3, 6],
] as const

test('a span inside a word moves no letter and joins what it joined', async ({ app }) => {
  const { page } = app
  for (const [word, from, to] of inside) {
    const paragraph = paragraphWith(page, word)
    const shape = () =>
      paragraph.evaluate(p => {
        const node = p.firstChild as Text
        return [...node.data].map((_, at) => {
          const range = new Range()
          range.setStart(node, at)
          range.setEnd(node, Math.min(at + 1, node.data.length))
          const { left, right, top } = range.getBoundingClientRect()
          return [left, right, top]
        })
      })
    const [before, words] = [await shape(), await drawnText(page)]
    await dragOver(page, word, { from, to, key: 'Control' })
    await page.keyboard.press('KeyA')
    await saved(page)
    expect([word, await shape()]).toEqual([word, before])
    await expectSameText(page, words)
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toContain('label-actor-0')
  }
})

test('overlapping, nested and equal annotations are told apart by level, line and colour', async ({
  app,
}) => {
  const { page } = app
  await dragOver(page, 'على مُحَمَّدٍ وعلى المتظاهرين')
  await page.keyboard.press('KeyD')
  await dragOver(page, 'مُحَمَّدٍ وعلى')
  await page.keyboard.press('KeyD')
  await dragOver(page, 'مُحَمَّدٍ')
  await page.keyboard.press('KeyA')
  const names = await page.evaluate(() => [...CSS.highlights.keys()])
  expect(names).toEqual(expect.arrayContaining(['label-claim-0', 'label-claim-1', 'label-actor-0']))
  const styles = await paragraphWith(page, 'سلام').evaluate(p =>
    ['label-claim-0', 'label-claim-1', 'label-actor-0'].map(name => {
      const { backgroundColor, textDecorationLine, textUnderlineOffset } = getComputedStyle(
        p,
        `::highlight(${name})`,
      )
      return [backgroundColor, textDecorationLine, textUnderlineOffset].join(' ')
    }),
  )
  expect(new Set(styles).size).toBe(3)
})

test('words keep their order on the screen beside a Latin name and a number', async ({ app }) => {
  const { page } = app
  const places = async () =>
    Promise.all(
      ['قال', 'Reuters', '85.5%', '٢٠٢٤'].map(async word => (await placeOf(page, word)).left),
    )
  const before = await places()
  await dragOver(page, 'قال Reuters إن')
  await page.keyboard.press('KeyD')
  await saved(page)
  expect(await places()).toEqual(before)
})
