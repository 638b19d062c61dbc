import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import type {} from '../../src-renderer/bridge.ts'
import { type App, expect, test } from './app.ts'
import { repository } from './repository.ts'

test.use({ startOn: 'empty' })

function electronOf({ electron }: App): ElectronApplication {
  if (!electron) throw new Error('this is a promise of the window')
  return electron
}

test('the window has the preferences it promises', async ({ app }) => {
  const preferences = await electronOf(app).evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Not in the type declarations, but what the page was really made with.
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
  expect(
    await electronOf(app).evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled()),
  ).toBe(false)
})

test('the page has the one door and nothing of Node', async ({ app }) => {
  const reach = await app.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
      name => name in window,
    ),
    door: Object.keys(window.isnad ?? {}).sort(),
  }))
  expect(reach).toEqual({ globals: [], door: ['call', 'onClosing', 'onEvent', 'pathOf'] })
})

test('there is one window, and it opens no other', async ({ app }) => {
  expect(await app.page.evaluate(() => window.open('isnad://app/') === null)).toBe(true)
  expect(await app.page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(
    await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1)
})

test('the main side answers no page but ours', async ({ app }) => {
  const preload = join(repository, 'out', 'preload', 'preload.cjs')
  // A page with our preload, as an injected window would have it, but not our window.
  const answer = await electronOf(app).evaluate(async ({ BrowserWindow }, path) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: path, sandbox: true },
    })
    await window.loadURL('isnad://app/').catch(() => {})
    const answer: string = await window.webContents.executeJavaScript(
      `isnad.call('app.start', {}).then(() => 'answered', error => String(error))`,
    )
    window.destroy()
    return answer
  }, preload)
  expect(answer).toContain('refused')
})

test('a frame inside our page has no door', async ({ app }) => {
  const doors = await app.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return frame.contentWindow && 'isnad' in frame.contentWindow
  })
  expect(doors).toBe(false)
})

test('nothing is downloaded', async ({ app }) => {
  const started = electronOf(app).evaluate(
    ({ session }) =>
      new Promise<string>(resolve => {
        session.defaultSession.on('will-download', event =>
          resolve(event.defaultPrevented ? 'cancelled' : 'started'),
        )
        setTimeout(resolve, 1500, 'cancelled')
      }),
  )
  await app.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  })
  expect(await started).toBe('cancelled')
})

test.describe('under attack', () => {
  test.use({ troubled: true })

  test('even without the policy no request leaves', async ({ app }) => {
    const outcome = await electronOf(app).evaluate(async ({ net }) => {
      const fetched = await net.fetch('https://example.com/').then(
        () => 'answered',
        (error: Error) => error.message,
      )
      return fetched
    })
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  test('the page is of our own scheme, and no path leads out of it', async ({ app }) => {
    expect(app.page.url()).toBe('isnad://app/')
    const statuses = await app.page.evaluate(async () => {
      const paths = [
        '/../package.json',
        '/package.json',
        '/%2e%2e/package.json',
        '/..%2fpackage.json',
      ]
      const answers = await Promise.all(paths.map(path => fetch(`isnad://app${path}`)))
      return answers.map(({ status }) => status)
    })
    expect(statuses).toEqual([404, 404, 404, 404])
  })

  test('the page goes nowhere else', async ({ app }) => {
    for (const target of [
      'https://example.com/',
      'file:///etc/passwd',
      'isnad://app/index.html',
      'data:text/html,x',
      'about:blank',
    ]) {
      await app.page.evaluate(to => {
        const link = document.createElement('a')
        link.href = to
        document.body.append(link)
        link.click()
      }, target)
      await app.page.waitForTimeout(150)
      // A blank page is the one place Chromium goes unasked; the app comes back from it.
      await expect.poll(() => app.page.url()).toBe('isnad://app/')
    }
  })

  test('nothing is permitted that a page could ask the system for', async ({ app }) => {
    const states = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
      const answers = names.map(name =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      )
      return Promise.all(answers)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
    const asked = await app.page.evaluate(
      () =>
        new Promise(resolve => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('answered'),
            () => resolve('refused'),
          )
        }),
    )
    expect(asked).toBe('refused')
  })
})
