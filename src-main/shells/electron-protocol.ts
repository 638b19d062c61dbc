import { protocol } from 'electron'
import type { RendererFiles } from './renderer-files.ts'
import { securityHeaders } from './security-headers.ts'

export const appOrigin = 'isnad://app'
export const startUrl = `${appOrigin}/`

/** A scheme of our own, so that no page of ours is a file:// that could read other files. Before the app is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'isnad', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers from the list of built files and from nothing else. */
export function serveRenderer(files: RendererFiles): void {
  protocol.handle('isnad', request => {
    const { host, pathname } = new URL(request.url)
    const found = host === 'app' && request.method === 'GET' ? files.get(pathname) : undefined
    if (!found) return new Response(null, { status: 404, headers: securityHeaders })
    return new Response(found.bytes, {
      headers: { ...securityHeaders, 'Content-Type': found.type, 'Cache-Control': found.cache },
    })
  })
}
