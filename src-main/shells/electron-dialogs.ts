import { type BrowserWindow, dialog } from 'electron'

/** The system's own dialogs; an empty list is a dialog closed without a choice. */
export async function choose(
  window: BrowserWindow | undefined,
  kind: 'folder' | 'files' | 'save',
  title: string,
  start?: string,
): Promise<string[]> {
  if (!window) return []
  const options = { title, defaultPath: start }
  if (kind === 'save') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, options)
    return canceled ? [] : [filePath]
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...options,
    properties:
      kind === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile', 'multiSelections'],
  })
  return canceled ? [] : filePaths
}
