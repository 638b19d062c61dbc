import { _electron } from '@playwright/test'
import { repository } from './repository.ts'
import type { Running } from './running.ts'

/** The app in its own window. */
export async function inWindow(home: string, project: string): Promise<Running> {
  const executablePath = process.env.ISNAD_ELECTRON
  if (!executablePath)
    throw new Error('ISNAD_ELECTRON names no Electron; run this through npm test')
  const electron = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), repository, project],
    env: { ...process.env, ISNAD_HOME: home } as Record<string, string>,
  })
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
    },
  }
}
