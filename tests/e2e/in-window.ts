import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { repository } from './repository.ts'
import type { Running } from './running.ts'

const noteConnections = join(repository, 'tests', 'e2e', 'note-connections.cjs')

/** How long a start, and then its window, may take (ms): what answers nothing by then never does. */
const patience = 15_000
const starts = 3

/** What comes of some work in time; undefined where nothing does. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), patience)
  })
  // What fails after its time is nobody's failure.
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * The app in its own window. Once in a hundred starts a new Electron never answers the driver, where two start at once on
 * a small machine: that one is ended, this is said, and another is started.
 */
export async function inWindow(home: string, project: string): Promise<Running> {
  for (let start = 1; start < starts; start++) {
    const electron = await launch(home, project).catch(() => undefined)
    const running = electron && (await inTime(settle(electron, home)).catch(() => undefined))
    if (running) return running
    process.stderr.write('An Electron answered nothing and was ended; another is started.\n')
    electron?.process().kill('SIGKILL')
  }
  return settle(await launch(home, project), home)
}

const connectionsOf = (home: string) => join(home, 'connections.txt')

function launch(home: string, project: string): Promise<ElectronApplication> {
  const executablePath = process.env.ISNAD_ELECTRON
  if (!executablePath)
    throw new Error('ISNAD_ELECTRON names no Electron; run this through npm test')
  const env = { ...process.env, ISNAD_HOME: home, ISNAD_CONNECTIONS: connectionsOf(home) }
  return _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), repository, project],
    env: env as Record<string, string>,
    timeout: patience,
  })
}

async function settle(electron: ElectronApplication, home: string): Promise<Running> {
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
      const opened = await readFile(connectionsOf(home), 'utf8').catch(() => '')
      requests.push(...opened.split('\n').filter(line => line !== ''))
    },
  }
}
