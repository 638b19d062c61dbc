import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type {} from '../../src-renderer/bridge.ts'
import { expect, test } from './app.ts'
import { repository } from './repository.ts'

test.use({ startOn: 'empty' })

type Answer = 'saves' | 'cannot save' | 'hangs'

/** What the page does when it is asked whether it can go. */
const onClosing = (page: Page, answer: Answer) =>
  page.evaluate(how => {
    const answers = {
      saves: () => Promise.resolve(),
      'cannot save': () => Promise.reject(new Error('the disk is full')),
      hangs: () => new Promise<void>(() => {}),
    }
    window.isnad?.onClosing(answers[how])
  }, answer)

test('a window whose page has saved closes, and the app ends', async ({ app }) => {
  await onClosing(app.page, 'saves')
  const ended = app.electron?.waitForEvent('close')
  await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
  await app.restart()
  await expect(app.page.getByRole('button').first()).toBeVisible()
})

test('a window whose page could not save stays open', async ({ app }) => {
  await onClosing(app.page, 'cannot save')
  const windows = await app.electron?.evaluate(async ({ app: electron, BrowserWindow }) => {
    electron.quit()
    await new Promise(resolve => setTimeout(resolve, 1000))
    return BrowserWindow.getAllWindows().length
  })
  expect(windows).toBe(1)
  await onClosing(app.page, 'saves')
})

test('a window whose page hangs can be closed', async ({ app }) => {
  await onClosing(app.page, 'hangs')
  const ended = app.electron?.waitForEvent('close', { timeout: 10_000 })
  await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
  await app.restart()
})

test('the window comes back as large as it was', async ({ app }) => {
  await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setSize(1010, 707),
  )
  const remembered = () => readFile(join(app.home, 'window.json'), 'utf8').catch(() => '')
  await expect.poll(remembered).toContain('"width": 1010')
  await app.restart()
  const size = await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  )
  expect(size).toEqual([1010, 707])
})

test('the window is never smaller than the page can be', async ({ app }) => {
  const smallest = await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getMinimumSize(),
  )
  expect(smallest).toEqual([900, 600])
})

test('the menu speaks the language that is set', async ({ app }) => {
  const labels = () =>
    app.electron?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(await labels()).toContain('تحرير')
  await app.page.evaluate(() => window.isnad?.call('settings.save', { language: 'en' }))
  expect(await labels()).toContain('Edit')
})

test('started a second time, the app that runs comes forward on what was asked for', async ({
  app,
}) => {
  const other = join(app.home, 'other')
  await app.page.evaluate(
    folder => window.isnad?.call('project.create', { folder, title: 'آخر' }),
    other,
  )
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(String(process.env.ISNAD_ELECTRON), [...root, repository, other], {
    env: { ...process.env, ISNAD_HOME: app.home },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  second.stdout.setEncoding('utf8').on('data', part => {
    said += part
  })
  const [code] = await once(second, 'close')
  expect([code, said]).toEqual([0, 'isnad: already open\n'])
  // A page that is just being left is not answered; the one after it is.
  const startedOn = () =>
    app.page
      .evaluate(async () => {
        const started = await window.isnad?.call('app.start', {})
        return JSON.stringify(started)
      })
      .catch(() => 'leaving')
  await expect.poll(startedOn).toContain(other)
})

test.describe('a page whose process dies', () => {
  test.use({ troubled: true })

  test('is opened again, and says what is saved', async ({ app }) => {
    await expect(app.page.getByRole('button').first()).toBeVisible()
    const said = await app.electron?.evaluate(async ({ BrowserWindow, dialog }) => {
      // Twice so soon after its beginning it is asked whether it should be; here the answer is yes.
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
      const [window] = BrowserWindow.getAllWindows()
      const loaded = new Promise<void>(resolve =>
        window?.webContents.once('did-finish-load', () => resolve()),
      )
      window?.webContents.forcefullyCrashRenderer()
      await loaded
      for (let n = 0; n < 100; n++) {
        const text: string = await window?.webContents.executeJavaScript('document.body.innerText')
        if (text.includes('توقفت الصفحة')) return text
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      return 'nothing'
    })
    expect(said).toContain('ففُتحت من جديد')
  })
})
