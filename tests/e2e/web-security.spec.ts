import { expect, test } from './app.ts'
import { injectInline, intruded, reachOut, refusedBy } from './policy.ts'

test.use({ startOn: 'empty' })

test('using the page offends no rule of its own policy', async ({ app }) => {
  await expect(app.page.getByRole('button').first()).toBeVisible()
  const refused = await refusedBy(app.page, async () => {
    await app.page.getByRole('button').first().hover()
    await app.page.keyboard.press('Tab')
  })
  expect(refused).toEqual([])
  // The one style that a library puts in is let through by its digest, and is in force.
  const rules = await app.page.evaluate(() => {
    const style = document.getElementById('react-aria-pressable-style')
    return style instanceof HTMLStyleElement ? (style.sheet?.cssRules.length ?? 0) : 0
  })
  expect(rules).toBeGreaterThan(0)
})

test('a reload stays in the session', async ({ app }) => {
  await app.page.reload()
  await expect(app.page.getByRole('button').first()).toBeVisible()
  expect(new URL(app.page.url()).search).toBe('')
})

test('the session is out of the reach of scripts', async ({ app }) => {
  expect(await app.page.evaluate(() => document.cookie)).toBe('')
})

test('a second browser gets nothing without a link of its own', async ({ app }) => {
  const context = await app.page.context().browser()?.newContext()
  const page = await context?.newPage()
  const answer = await page?.goto(app.origin)
  expect(answer?.status()).toBe(401)
  expect(await page?.textContent('body')).toContain('Enter')
  await context?.close()
})

test.describe('under attack', () => {
  test.use({ troubled: true })

  test('injected script and style do nothing', async ({ app }) => {
    const refused = await refusedBy(app.page, () => injectInline(app.page))
    expect(refused).toEqual(
      expect.arrayContaining([
        'script-src-elem inline',
        'style-src-elem inline',
        'script-src-attr inline',
      ]),
    )
    expect(await intruded(app.page)).toEqual({ script: false, style: false })
  })

  test('the page can send nothing out', async ({ app }) => {
    const refused = await refusedBy(app.page, async () => {
      expect((await reachOut(app.page)).fetched).toBe('refused')
    })
    const directives = refused.map(line => line.split(' ')[0])
    expect(directives).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'frame-src']))
  })

  test("another local server's page cannot put ours into a frame", async ({ app }) => {
    // Of the same host, so that the browser does send our cookie along.
    const neighbour = 'http://127.0.0.1:9/'
    const page = await app.page.context().newPage()
    await page.route(neighbour, route =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${app.origin}/"></iframe>` }),
    )
    await page.goto(neighbour)
    await expect(page.locator('iframe')).toBeAttached()
    await expect(page.frameLocator('iframe').locator('#app')).toHaveCount(0)
    await page.close()
  })
})
