import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import { type Samples, scroll, settle, withProbe, worked } from './browser.ts'
import type { Mark } from './peer.ts'
import type { Content } from './project.ts'
import { wordNear } from './word-near.ts'

/** Who is measured beside us, and what they are. */
export const peers = [
  { id: 'mark', name: 'plain `<mark>` elements' },
  { id: 'recogito-highlights', name: '@recogito/text-annotator 4.1.1, CSS_HIGHLIGHTS' },
  { id: 'recogito-spans', name: '@recogito/text-annotator 4.1.1, SPANS' },
  { id: 'v-annotator', name: 'v-annotator 0.1.31 (doccano)' },
] as const
export type PeerId = (typeof peers)[number]['id']

const adds = 3

/** The pages the peers run in, built as any product is. */
export async function buildPeers(folder: string, out: string): Promise<void> {
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: out, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 10_000 },
  })
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** The built pages on the loopback, and what they are to show. */
export async function servePeers(built: string, { document, set }: Content) {
  const marks: Mark[] = set.annotations.flatMap(({ id, label, spans }) =>
    spans.map(({ start, end }) => ({ id, label, start, end })),
  )
  const content = JSON.stringify({ text: document.text, marks })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(built, path === '/' ? 'index.html' : path)
    const type = types[extname(file)] ?? 'application/octet-stream'
    if (path === '/content.json') return response.setHeader('Content-Type', type).end(content)
    if (path.includes('..') || !existsSync(file)) return response.writeHead(404).end()
    response.setHeader('Content-Type', type)
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (id: PeerId) => `http://127.0.0.1:${port}/?peer=${id}`,
    close: () => server.close(),
  }
}

async function addOnce(page: Page, text: string, at: number, samples: Samples) {
  const offset = await page.evaluate(() => window.peer.offsetInView())
  const word = wordNear(text, offset, at)
  const mark: Mark = { id: `added-${at}`, label: 'actor', ...word }
  const [added, work] = await worked(page, () =>
    page.evaluate(
      mark =>
        window.probe.adding(
          () => window.peer.add(mark),
          () => window.peer.added(mark),
        ),
      mark,
    ),
  )
  samples.added.push(added)
  samples.work.push(work)
}

/** One load of a peer's page: open, add, scroll. */
export async function measurePeer(
  browser: Browser,
  url: string,
  text: string,
  samples: Samples,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await withProbe(page)
  await page.goto(url)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  await settle(page)
  samples.open.push(
    await page.evaluate(() =>
      window.probe.opening(
        () => window.peer.drawn(),
        () => window.peer.open(window.content.text, window.content.marks),
      ),
    ),
  )
  await settle(page)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  for (let at = 0; at < adds; at++) {
    await settle(page)
    await addOnce(page, text, at, samples)
  }
  await page.evaluate(() => scrollTo(0, 0))
  await settle(page)
  const frames = await page.evaluate(
    ({ speed, seconds }) =>
      window.probe.scrolling(document.scrollingElement as Element, speed, seconds),
    scroll,
  )
  samples.frames.push(...frames)
  await page.close()
}

/** The version each peer is installed in, to be printed beside its figures. */
export function peerVersion(folder: string, name: string): string {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
    .version
}
