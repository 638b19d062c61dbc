import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from '@playwright/test'
import { repository } from './repository.ts'
import type { Running } from './running.ts'

/** The browser of a worker, started when it is first asked for. */
export type Browsing = () => Promise<Browser>

export async function browsing(use: (browsing: Browsing) => Promise<void>): Promise<void> {
  let browser: Promise<Browser> | undefined
  await use(() => {
    // Chromium's sandbox refuses root.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    browser ??= chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args })
    return browser
  })
  await (await browser)?.close()
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('no output to read')
  const lines = createInterface({ input: server.stdout })
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`isnad serve ended with ${code}`)
  })
  const [line] = await Promise.race([once(lines, 'line'), ended])
  return String(line)
}

/** The app behind the loopback server, in a real browser. */
export async function inBrowser(browser: Browser, home: string, project: string): Promise<Running> {
  const connections = join(home, 'connections.txt')
  const server = spawn(
    process.execPath,
    [
      ...['--require', join(repository, 'tests', 'e2e', 'note-connections.cjs')],
      ...[join(repository, 'out', 'main', 'cli.js'), 'serve', project],
    ],
    {
      env: { ...process.env, ISNAD_HOME: home, ISNAD_CONNECTIONS: connections },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url: string = JSON.parse(await firstLine(server)).url
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } })
  const requests: string[] = []
  context.on('request', request => requests.push(request.url()))
  const page = await context.newPage()
  await page.goto(url)
  return {
    page,
    requests,
    origin: new URL(url).origin,
    async close() {
      // As a user closes a tab: what the page does on its way out is part of what is tested.
      page.on('dialog', dialog => dialog.accept().catch(() => {}))
      const gone = page.waitForEvent('close')
      await page.close({ runBeforeUnload: true })
      await gone
      await context.close()
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      // The server itself opens no connection to anywhere.
      const opened = await readFile(connections, 'utf8').catch(() => '')
      requests.push(...opened.split('\n').filter(line => line !== ''))
    },
  }
}
