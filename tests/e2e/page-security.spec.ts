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

  test('text is never made into script: eval, Function and javascript: are refused', async ({
    app,
  }) => {
    // Later than the evaluation itself, which the browser lets through whatever the policy says.
    const done = await app.page.evaluate(
      () =>
        new Promise<string[]>(resolve => {
          const tried = (work: () => unknown) => {
            try {
              work()
              return 'run'
            } catch {
              return 'refused'
            }
          }
          setTimeout(() => {
            const link = document.createElement('a')
            link.href = 'javascript:window.intruder=1'
            document.body.append(link)
            link.click()
            // biome-ignore lint/security/noGlobalEval: this is the attack.
            resolve([tried(() => eval('1')), tried(() => new Function('return 1')())])
          }, 50)
        }),
    )
    expect(done).toEqual(['refused', 'refused'])
    await app.page.waitForTimeout(100)
    expect((await intruded(app.page)).script).toBe(false)
  })
})
