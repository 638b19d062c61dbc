import { app, session, type WebContents } from 'electron'
import { startUrl } from './electron-protocol.ts'

/** The page may load itself anew; it may go nowhere else, open nothing and embed nothing. */
function confine(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string; isMainFrame?: boolean }) => {
    if (event.url !== startUrl || event.isMainFrame === false) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Copying words out is the one thing a page may ask the system for; reading what others copied is not. */
const isGranted = (permission: string) => permission === 'clipboard-sanitized-write'

/** Everything a page could do beyond the one call, refused: for every page there will ever be. Once the app is ready. */
export function lockDown(): void {
  const ours = session.defaultSession
  const allowed = app.isPackaged ? ['isnad:'] : ['isnad:', 'devtools:']
  ours.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !allowed.includes(new URL(url).protocol) }),
  )
  ours.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)))
  ours.setPermissionCheckHandler((_contents, permission) => isGranted(permission))
  ours.setDevicePermissionHandler(() => false)
  ours.setSpellCheckerEnabled(false)
  ours.on('will-download', event => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => confine(contents))
}
