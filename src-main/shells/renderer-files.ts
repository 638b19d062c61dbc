import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** One file of the built renderer, as both shells serve it. */
export type RendererFile = { bytes: Uint8Array<ArrayBuffer>; type: string; cache: string }

/** By the path it is asked for; what is not a key here is not served. */
export type RendererFiles = ReadonlyMap<string, RendererFile>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

// The build puts a digest of the content into the name of everything under assets/.
const cacheOf = (path: string) =>
  path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store'

async function list(folder: string, path: string, files: Map<string, RendererFile>) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name)
    const asked = `${path}/${entry.name}`
    const type = types[extname(entry.name)]
    if (entry.isDirectory()) await list(file, asked, files)
    else if (entry.isFile() && type)
      files.set(asked, { bytes: new Uint8Array(await readFile(file)), type, cache: cacheOf(asked) })
  }
}

/**
 * What was built, read whole and once (a few MB): no path is ever made from a request, and a page that is open is not
 * torn when the app is built anew beside it.
 */
export async function rendererFiles(folder: string): Promise<RendererFiles> {
  const files = new Map<string, RendererFile>()
  await list(folder, '', files)
  const index = files.get('/index.html')
  if (!index) throw new Error(`no index.html in ${folder}: the renderer is not built`)
  return files.set('/', index)
}
