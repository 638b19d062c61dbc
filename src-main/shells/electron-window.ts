import { app, BrowserWindow, nativeTheme } from 'electron'
import type { Settings } from '../../annotations/api/settings.ts'
import { startUrl } from './electron-protocol.ts'
import { readPlace, rememberPlace, smallest } from './electron-window-place.ts'
import { reportBug } from './report-bug.ts'

/** Behind the page until it has painted; the same as the page's own, or starting would flash. */
const paper = { light: '#faf8f3', dark: '#17171a' }

/** Milliseconds; a page that dies again sooner than this is not loaded again. */
const crashLoop = 10_000

type Opening = { preload: string; userData: string; settings: Settings }

function loadAgain(window: BrowserWindow) {
  window.loadURL(startUrl).catch(error => reportBug('the page', error))
}

export function openWindow({ preload, userData, settings }: Opening): BrowserWindow {
  const { maximized, ...place } = readPlace(userData)
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: settings.language === 'ar' ? 'إسناد' : 'Isnad',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  rememberPlace(window, userData)
  // Chromium asks no one before it shows about:blank.
  window.webContents.on('did-navigate', (_event, url) => {
    if (url !== startUrl) loadAgain(window)
  })
  let opened = Date.now()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    reportBug('the page', reason)
    if (window.isDestroyed() || Date.now() - opened < crashLoop) return
    opened = Date.now()
    loadAgain(window)
  })
  return window
}
