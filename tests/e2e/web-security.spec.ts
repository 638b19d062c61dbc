import { expect, test } from './app.ts'

test.use({ startOn: 'empty' })

test('the one style that a library puts in is let through by its digest', async ({ app }) => {
  await expect(app.page.getByRole('button').first()).toBeVisible()
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

test('a page opened beside the first one works, too', async ({ app }) => {
  const page = await app.page.context().newPage()
  await page.goto(app.origin)
  await expect(page.getByRole('button').first()).toBeVisible()
  await page.close()
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

  test('the key is out of the address, and of the reach of other ports', async ({ app }) => {
    expect(new URL(app.page.url()).hash).toBe('')
    // What another port is sent, if a page of this browser goes there.
    const cookies = await app.page.context().cookies(app.origin)
    const key = await app.page.evaluate(() => localStorage.getItem('isnad-key'))
    expect(cookies.map(({ value }) => value)).not.toContain(key)
    const page = await app.page.context().newPage()
    await page.route('http://127.0.0.1:9/', route =>
      route.fulfill({ contentType: 'text/html', body: '<title>neighbour</title>' }),
    )
    await page.goto('http://127.0.0.1:9/')
    expect(await page.evaluate(() => localStorage.getItem('isnad-key'))).toBeNull()
    await page.close()
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
