import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { rendererFiles } from '../../src-main/shells/renderer-files.ts'
import { serveWeb, type WebServer } from '../../src-main/shells/web.ts'
import { type EventStreams, eventStreams } from '../../src-main/shells/web-events.ts'

export const called: unknown[] = []
let folder: string
export let events: EventStreams
export let server: WebServer
export let port: number
export let cookie: string
export let key: string

/** A server of its own that answers every call alike; whatever was sent to it, it still serves in the end. */
export function withGuardedServer() {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isnad-guard-'))
    await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
    await writeFile(join(folder, 'package.json'), '{"secret":true}')
    await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Isnad</title>')
    await writeFile(join(folder, 'renderer', 'assets', 'app-1a2b.js'), 'export {}')
    await writeFile(join(folder, 'renderer', 'notes.md'), 'not for the page')
    events = eventStreams()
    server = await serveWeb({
      events,
      files: await rendererFiles(join(folder, 'renderer')),
      port: 0,
      headersTimeout: 1000,
      requestTimeout: 2000,
      dispatch: async (method, input) => {
        called.push({ method, input })
        return { ok: true, value: 'done' }
      },
    })
    const link = new URL(server.link())
    port = Number(link.port)
    const entered = await ask(`GET ${link.pathname}${link.search}`)
    cookie = /set-cookie: ([^;]+)/i.exec(entered)?.[1] ?? ''
    key = /location: \/#key=([\w-]+)/i.exec(entered)?.[1] ?? ''
  })

  afterAll(async () => {
    // Whatever was sent, it still serves.
    expect(statusOf(await ask('GET /', { Cookie: cookie }))).toBe(200)
    await server.close()
    await rm(folder, { recursive: true })
  })
}

/** A request as bytes: what a client library would tidy up on its way stays as it is written here. */
export function ask(
  line: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<string> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
  return send([`${line} HTTP/1.1`, ...lines, 'Connection: close', '', body].join('\r\n'))
}

export function send(bytes: string): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', part => {
      answer += part
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

/** A call as our own page makes it; what a test is about is put over it. */
export function call(
  headers: Record<string, string> = {},
  body = '{"method":"app.start","input":{}}',
) {
  return ask(
    'POST /call',
    {
      Cookie: cookie,
      'X-Isnad-Key': key,
      Origin: `http://127.0.0.1:${port}`,
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  )
}
