import { mkdirSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, nativeTheme } from 'electron'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Output } from '../../annotations/api/contract.ts'
import { failureText } from '../../annotations/api/failure-text.ts'
import type { Settings } from '../../annotations/api/settings.ts'
import { createApp } from '../app.ts'
import { diagnosticsOf } from '../diagnostics/diagnostics.ts'
import { tryLog } from '../diagnostics/log.ts'
import type { Shell } from '../services.ts'
import { userDataFolder } from '../storage/user-data.ts'
import { appRoot, shipped } from './app-root.ts'
import { closeWhenSaved, whatIsUnsaved } from './electron-closing.ts'
import { choose } from './electron-dialogs.ts'
import { lockDown } from './electron-lock-down.ts'
import { setMenu } from './electron-menu.ts'
import { appOrigin, claimScheme, serveRenderer, startUrl } from './electron-protocol.ts'
import { openWindow } from './electron-window.ts'
import { rendererFiles } from './renderer-files.ts'
import { keepBugs, reportBug, surviveBugs } from './report-bug.ts'
import { startFailure } from './started-on.ts'

type SecondInstance = { project?: string }

const { root, version, sample, workers, renderer, preload } = shipped(appRoot(import.meta.url))
const userData = userDataFolder()
/** Every window there is; the first is the one that is asked when none has the focus. */
const windows = new Set<BrowserWindow>()
const front = () => BrowserWindow.getFocusedWindow() ?? [...windows].at(-1)

/** `electron [switches] APP DIR`, or `isnad DIR` once packaged. */
function projectOf(argv: string[], cwd: string): string | undefined {
  const words = argv.slice(1).filter(word => !word.startsWith('-'))
  const folder = words[app.isPackaged ? 0 : 1]
  return folder && (isAbsolute(folder) ? folder : resolve(cwd, folder))
}

const now = () => new Date()
const log = tryLog({ userData, shell: 'electron', level: process.env.ISNAD_LOG })
const diagnostics = diagnosticsOf({ version, shell: 'electron', userData, root, now, log })
keepBugs(diagnostics.fault)

const shell: Shell = {
  kind: 'electron',
  version,
  userData,
  diagnostics,
  sample,
  workers,
  project: projectOf(process.argv, process.cwd()),
  choose: (kind, title, start) => choose(front(), kind, title, start),
  openWindow: project => {
    if (project !== undefined) shell.project = project
    return addWindow()
  },
  emit: (event: AppEvent) => {
    for (const window of windows) if (!window.isDestroyed()) window.webContents.send('event', event)
  },
  now,
}
const dispatch = createApp(shell, reportBug)

/** Our page in our window, and not a frame inside it. */
function isOurs({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    [...windows].some(window => !window.isDestroyed() && window.webContents === sender) &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === appOrigin
  )
}

/** What of the settings is outside the page. */
function follow({ theme, language }: Settings) {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme
  setMenu(language)
}

ipcMain.handle('call', async (event, method: unknown, input: unknown) => {
  if (!isOurs(event)) throw new Error('refused')
  const result = await dispatch(method, input)
  if (method === 'settings.save' && result.ok) follow(result.value as Settings)
  return result
})

/** `--sample` is how `npm start` asks for the sample; the app itself opens on its welcome. */
async function openSample() {
  const copied = await dispatch('project.sample', {})
  if (copied.ok) shell.project = (copied.value as Output<'project.sample'>).folder
  else process.stderr.write(`${failureText(copied.failure, 'en', true)}\n`)
}

/** One more window, on the project that is asked for now. */
async function addWindow(): Promise<void> {
  const settings = await settingsNow()
  const window = openWindow({
    preload,
    userData,
    settings,
    onLost: () => {
      shell.pageLost = true
    },
  })
  windows.add(window)
  window.on('closed', () => windows.delete(window))
  closeWhenSaved(window)
  await window.loadURL(startUrl)
}

async function settingsNow(): Promise<Settings> {
  // Asking takes the word of a lost page for said; it is the page that is to hear it.
  const { pageLost } = shell
  const started = await dispatch('app.start', {})
  shell.pageLost = pageLost
  if (!started.ok) throw new Error(`app.start: ${started.failure.code}`)
  return (started.value as Output<'app.start'>).settings
}

async function open() {
  lockDown()
  serveRenderer(await rendererFiles(renderer))
  if (process.argv.includes('--sample')) await openSample()
  const settings = await settingsNow()
  follow(settings)
  diagnostics.write('info', 'started', { version, shell: 'electron' })
  await addWindow()
  process.stdout.write('isnad: ready\n')
  const failure = shell.project && (await startFailure(shell.project))
  if (failure) process.stderr.write(`${failureText(failure, settings.language, true)}\n`)
}

/** Started again: the window that is there comes forward, on the project that was asked for. */
async function comeForward({ project }: SecondInstance) {
  const window = front()
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
  if (!project || project === shell.project) return
  if ((await whatIsUnsaved(window.webContents)) === 'refused') return
  shell.project = project
  await window.loadURL(startUrl)
}

surviveBugs()
claimScheme()
// Each home is an instance of its own, and Chromium's files stay in it.
mkdirSync(join(userData, 'electron'), { recursive: true, mode: 0o700 })
app.setPath('userData', join(userData, 'electron'))
// Whatever in Chromium might look for a network finds no name to look for.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

const mine: SecondInstance = { project: shell.project }
if (app.requestSingleInstanceLock(mine)) {
  app.on('second-instance', (_event, _argv, _cwd, theirs) => {
    comeForward(theirs as SecondInstance).catch(error => reportBug('second-instance', error))
  })
  app.on('window-all-closed', () => void dispatch.close().finally(() => app.quit()))
  app
    .whenReady()
    .then(open)
    .catch(error => {
      reportBug('start', error)
      app.exit(1)
    })
} else {
  process.stdout.write('isnad: already open\n')
  app.quit()
}
