import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { repository } from './repository.ts'
import type { Running } from './running.ts'

const noteConnections = join(repository, 'tests', 'e2e', 'note-connections.cjs')

/** The app in its own window. */
export async function inWindow(home: string, project: string): Promise<Running> {
  const executablePath = process.env.ISNAD_ELECTRON
  if (!executablePath)
    throw new Error('ISNAD_ELECTRON names no Electron; run this through npm test')
  const connections = join(home, 'connections.txt')
  const electron = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), repository, project],
    env: { ...process.env, ISNAD_HOME: home, ISNAD_CONNECTIONS: connections } as Record<
      string,
      string
    >,
  })
  await electron.evaluate((_, noting) => {
    process.getBuiltinModule('node:module').createRequire(noting)(noting)
  }, noteConnections)
  // A test may have seen the app end; it is not ended twice.
  let ended = false
  electron.on('close', () => {
    ended = true
  })
  const requests: string[] = []
  electron.context().on('request', request => requests.push(request.url()))
  const page = await electron.firstWindow()
  await page.waitForLoadState()
  return {
    page,
    requests,
    origin: 'isnad://app',
    electron,
    close: async () => {
      if (!ended) await electron.close()
      // The main process itself opens no connection to anywhere.
      const opened = await readFile(connections, 'utf8').catch(() => '')
      requests.push(...opened.split('\n').filter(line => line !== ''))
    },
  }
}
