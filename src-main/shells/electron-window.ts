import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import type { Settings } from '../../annotations/api/settings.ts'
import { startUrl } from './electron-protocol.ts'
import { readPlace, rememberPlace, smallest } from './electron-window-place.ts'
import { reportBug } from './report-bug.ts'

/** Behind the page until it has painted; the same as the page's own, or starting would flash. */
const paper = { light: '#faf8f3', dark: '#17171a' }

/** Milliseconds; a page that dies again sooner than this is not loaded again unasked. */
const crashLoop = 10_000

type Opening = {
  preload: string
  userData: string
  settings: Settings
  /** The page's process is gone; another one is about to be started. */
  onLost: () => void
}

const words = {
  ar: {
    message: 'توقفت صفحة إسناد مرتين متتاليتين.',
    detail: 'كل ما ظهرت عليه «حُفظ» محفوظ على القرص. كُتب تقرير بالخلل في ملف على هذا الجهاز وحده.',
    again: 'افتحها من جديد',
    quit: 'أنهِ إسناد',
  },
  en: {
    message: 'Isnad’s page stopped twice in a row.',
    detail:
      'Everything that was shown as saved is on the disk. A report of the fault was written to a file on this computer alone.',
    again: 'Open it again',
    quit: 'Quit Isnad',
  },
}

async function askWhatNow(window: BrowserWindow, language: Settings['language']) {
  const { message, detail, again, quit } = words[language]
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [again, quit],
    cancelId: 1,
  })
  if (window.isDestroyed()) return
  if (response === 0) loadAgain(window)
  else window.destroy()
}

function loadAgain(window: BrowserWindow) {
  window.loadURL(startUrl).catch(error => reportBug('the page', error))
}

export function openWindow({ preload, userData, settings, onLost }: Opening): BrowserWindow {
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
    if (window.isDestroyed()) return
    onLost()
    const soon = Date.now() - opened < crashLoop
    opened = Date.now()
    if (soon) void askWhatNow(window, settings.language)
    else loadAgain(window)
  })
  return window
}
