import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { AppEvent } from '../annotations/api/app-event.ts'
import type { Door } from '../annotations/api/door.ts'

let beforeClosing: () => Promise<void> = async () => {}

ipcRenderer.on('closing', async () => {
  try {
    await beforeClosing()
    ipcRenderer.send('closing-ok')
  } catch {
    ipcRenderer.send('closing-refused')
  }
})

const door: Door = {
  call: (method, input) => ipcRenderer.invoke('call', method, input),
  onEvent(listener) {
    const heard = (_: unknown, event: AppEvent) => listener(event)
    ipcRenderer.on('event', heard)
    return () => ipcRenderer.off('event', heard)
  },
  pathOf: file => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
  onClosing(listener) {
    beforeClosing = listener
  },
}

contextBridge.exposeInMainWorld('isnad', door)
