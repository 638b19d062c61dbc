import { type BrowserWindow, type IpcMainEvent, ipcMain, type WebContents } from 'electron'

/** Milliseconds a page is given to save; a page that hangs must not be impossible to close. */
const patience = 5000

/** Has the page saved what it had? It refuses where something could not be saved. */
export function whatIsUnsaved(contents: WebContents): Promise<'saved' | 'refused'> {
  if (contents.isCrashed()) return Promise.resolve('saved')
  return new Promise(resolve => {
    const answer = (result: 'saved' | 'refused') => {
      clearTimeout(timer)
      ipcMain.off('closing-ok', saved)
      ipcMain.off('closing-refused', refused)
      resolve(result)
    }
    const saved = ({ sender }: IpcMainEvent) => sender === contents && answer('saved')
    const refused = ({ sender }: IpcMainEvent) => sender === contents && answer('refused')
    const timer = setTimeout(answer, patience, 'saved')
    ipcMain.on('closing-ok', saved)
    ipcMain.on('closing-refused', refused)
    contents.send('closing')
  })
}

/** A window that asks its page before it goes. */
export function closeWhenSaved(window: BrowserWindow): void {
  let asking = false
  window.on('close', event => {
    event.preventDefault()
    if (asking) return
    asking = true
    whatIsUnsaved(window.webContents).then(result => {
      asking = false
      if (result === 'saved') window.destroy()
    })
  })
}
