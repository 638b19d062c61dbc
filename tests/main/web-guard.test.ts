import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rendererFiles } from '../../src-main/shells/renderer-files.ts'
import { serveWeb, type WebServer } from '../../src-main/shells/web.ts'
import { type EventStreams, eventStreams } from '../../src-main/shells/web-events.ts'

const called: unknown[] = []
let folder: string
let events: EventStreams
let server: WebServer
let port: number
let cookie: string
let key: string

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

/** A request as bytes: what a client library would tidy up on its way stays as it is written here. */
function ask(line: string, headers: Record<string, string> = {}, body = ''): Promise<string> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
  return send([`${line} HTTP/1.1`, ...lines, 'Connection: close', '', body].join('\r\n'))
}

function send(bytes: string): Promise<string> {
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

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

/** A call as our own page makes it; what a test is about is put over it. */
function call(headers: Record<string, string> = {}, body = '{"method":"app.start","input":{}}') {
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

test('the link gives a session that no script can read and no other site can use', async () => {
  const answer = await ask(`GET /${new URL(server.link()).search}`)
  expect(statusOf(answer)).toBe(303)
  expect(answer).toMatch(/^location: \/#key=[\w-]{43}\r$/im)
  expect(answer).toMatch(
    new RegExp(`^set-cookie: isnad-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/\r$`, 'im'),
  )
})

test('a link works once', async () => {
  const { search } = new URL(server.link())
  expect(statusOf(await ask(`GET /${search}`))).toBe(303)
  const again = await ask(`GET /${search}`)
  expect(statusOf(again)).toBe(403)
  expect(again).not.toMatch(/set-cookie/i)
  expect(again).toContain('Press Enter')
  expect(again).toContain('اضغط Enter')
})

test('a link replayed by a browser that is already in is refused all the same', async () => {
  const { search } = new URL(server.link())
  await ask(`GET /${search}`)
  expect(statusOf(await ask(`GET /${search}`, { Cookie: cookie }))).toBe(403)
})

test('a fresh link makes the one before it void', async () => {
  const { search } = new URL(server.link())
  server.link()
  expect(statusOf(await ask(`GET /${search}`))).toBe(403)
})

test('a link preview does not spend the link', async () => {
  const { search } = new URL(server.link())
  expect(statusOf(await ask(`HEAD /${search}`))).toBe(403)
  expect(statusOf(await ask(`GET /${search}`))).toBe(303)
})

test('a wrong link gives nothing', async () => {
  for (const token of ['', 'x', 'A'.repeat(43), 'A'.repeat(5000)]) {
    const answer = await ask(`GET /?token=${token}`)
    expect(statusOf(answer)).toBe(403)
    expect(answer).not.toMatch(/set-cookie/i)
  }
})

test('without the session nothing is answered', async () => {
  for (const path of ['/', '/index.html', '/assets/app-1a2b.js', '/events', '/nothing'])
    expect(statusOf(await ask(`GET ${path}`))).toBe(401)
  expect(statusOf(await call({ Cookie: '' }))).toBe(401)
  for (const wrong of [`isnad-${port}=`, `isnad-${port}=x`, `isnad-1=${cookie.split('=')[1]}`])
    expect(statusOf(await ask('GET /', { Cookie: wrong }))).toBe(401)
})

test('a foreign Host is refused: a name that was pointed at this machine stays outside', async () => {
  const hosts = [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `[::1]:${port}`,
    `127.0.0.1:${port}.evil.example`,
    '127.0.0.1:1',
  ]
  for (const Host of hosts) expect(statusOf(await ask('GET /', { Host, Cookie: cookie }))).toBe(421)
  expect(statusOf(await ask('GET /', { Host: `localhost:${port}`, Cookie: cookie }))).toBe(200)
  // No Host at all, which only HTTP/1.0 may do.
  expect(statusOf(await send(`GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`))).toBe(421)
})

test('a call from a foreign Origin is refused and never reaches the handlers', async () => {
  const before = called.length
  const origins = [
    '',
    'null',
    'https://evil.example',
    'http://127.0.0.1:1',
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ]
  for (const Origin of origins) expect(statusOf(await call({ Origin }))).toBe(403)
  for (const site of ['cross-site', 'same-site', 'none-such'])
    expect(statusOf(await call({ 'Sec-Fetch-Site': site }))).toBe(403)
  expect(called.length).toBe(before)
})

test('the cookie alone, which other ports are sent too, calls nothing and hears nothing', async () => {
  const before = called.length
  for (const wrong of ['', 'x', cookie.split('=')[1] as string, `${key}x`]) {
    expect(statusOf(await call({ 'X-Isnad-Key': wrong }))).toBe(401)
    expect(statusOf(await ask(`GET /events?key=${wrong}`, { Cookie: cookie }))).toBe(401)
  }
  expect(statusOf(await ask('GET /events', { Cookie: cookie }))).toBe(401)
  expect(called.length).toBe(before)
})

test('the key alone calls nothing', async () => {
  expect(statusOf(await call({ Cookie: '' }))).toBe(401)
})

test('a form of another page cannot make a call', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
    expect(statusOf(await call({ 'Content-Type': type }))).toBe(415)
})

test("another local server's page gets neither files nor events", async () => {
  for (const path of ['/assets/app-1a2b.js', '/events', '/'])
    expect(
      statusOf(await ask(`GET ${path}`, { Cookie: cookie, 'Sec-Fetch-Site': 'same-site' })),
    ).toBe(403)
  const followed = { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' }
  expect(statusOf(await ask('GET /', followed))).toBe(200)
  expect(statusOf(await ask('GET /assets/app-1a2b.js', followed))).toBe(403)
})

test('no spelling of a path leads out of the renderer', async () => {
  const paths = [
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets/%00',
    '/./index.html',
    '/INDEX.HTML',
    `${'/..'.repeat(20)}/etc/passwd`,
    '/package.json',
    '/notes.md',
    '/assets/',
    '/assets',
    '/constructor',
    '/__proto__',
  ]
  for (const path of paths) {
    const answer = await ask(`GET ${path}`, { Cookie: cookie })
    expect([path, statusOf(answer)]).toEqual([path, 404])
    expect(answer).not.toContain('secret')
  }
})

test('an absolute or protocol-relative target is no request of a browser', async () => {
  const targets = [
    'http://evil.example/',
    `http://127.0.0.1:${port}/`,
    '//evil.example/',
    '*',
    'index.html',
  ]
  for (const target of targets)
    expect([target, statusOf(await ask(`GET ${target}`, { Cookie: cookie }))]).toEqual([
      target,
      400,
    ])
})

test('only what the page needs can be asked', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'POST']) {
    const answer = await ask(`${method} /`, { Cookie: cookie, 'Content-Length': '0' })
    expect([method, statusOf(answer)]).toEqual([method, 405])
    expect(answer).toMatch(/^allow: GET, HEAD, POST\r$/im)
  }
  expect(statusOf(await ask('GET /call', { Cookie: cookie }))).toBe(405)
  expect(await ask('CONNECT evil.example:443', { Cookie: cookie })).toBe('')
  expect(await ask('GET /', { Cookie: cookie, Connection: 'Upgrade', Upgrade: 'websocket' })).toBe(
    '',
  )
})

test('a body over the limit is refused by what it announces and by what it sends', async () => {
  const before = called.length
  expect(statusOf(await call({ 'Content-Length': '70000000' }))).toBe(413)
  const chunk = 'x'.repeat(1024 * 1024)
  const parts = Array.from({ length: 66 }, () => `100000\r\n${chunk}\r\n`).join('')
  const answer = await call(
    { 'Content-Length': '', 'Transfer-Encoding': 'chunked' },
    `${parts}0\r\n\r\n`,
  )
  // The connection may end before the answer is read; what counts is that nothing was carried out.
  expect(answer === '' || statusOf(answer) === 413).toBe(true)
  expect(called.length).toBe(before)
})

test('what is not a call is refused', async () => {
  const before = called.length
  expect(statusOf(await call({}, '{'))).toBe(415)
  for (const body of ['null', '[]', '{}', '{"method":1}', '"app.start"'])
    expect([body, statusOf(await call({}, body))]).toEqual([body, 400])
  expect(called.length).toBe(before)
})

test('headers that come too slowly end the connection', async () => {
  const started = Date.now()
  const answer = await send(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`)
  expect(statusOf(answer)).toBe(408)
  expect(Date.now() - started).toBeLessThan(5000)
})

test('a body that comes too slowly ends the connection', async () => {
  const before = called.length
  const answer = await call({ 'Content-Length': '100' }, '{')
  expect(statusOf(answer)).toBe(408)
  expect(called.length).toBe(before)
})

test('many connections that say nothing keep nobody out for long', async () => {
  const idle = Array.from({ length: 400 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  const answered = async () => statusOf(await ask('GET /', { Cookie: cookie }))
  await expect.poll(answered, { timeout: 20_000 }).toBe(200)
  for (const socket of idle) socket.destroy()
})

test('headers without end are refused', async () => {
  const answer = await ask('GET /', { Cookie: cookie, 'X-Long': 'x'.repeat(20_000) })
  expect(statusOf(answer)).toBe(431)
})

test('what is not HTTP at all does no harm', async () => {
  expect(statusOf(await send('\u0016\u0003\u0001 hello\r\n\r\n'))).toBe(400)
})

test('no other interface of this machine is listened on', async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .flatMap(address => (address && !address.internal ? [address.address] : []))
  for (const host of [...others, '::1', '127.0.0.2'])
    await expect(
      new Promise((resolve, reject) =>
        connect(port, host, () => resolve(host)).on('error', reject),
      ),
    ).rejects.toThrow()
})

test('our own page is answered, under the whole policy', async () => {
  const page = await ask('GET /', { Cookie: cookie })
  expect(statusOf(page)).toBe(200)
  for (const header of [
    /^content-security-policy: default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[^ ;]+'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r$/im,
    /^x-content-type-options: nosniff\r$/im,
    /^referrer-policy: no-referrer\r$/im,
    /^cross-origin-opener-policy: same-origin\r$/im,
    /^cross-origin-resource-policy: same-origin\r$/im,
    /^permissions-policy: .*camera=\(\)/im,
    /^cache-control: no-store\r$/im,
  ])
    expect(page).toMatch(header)
  const asset = await ask('GET /assets/app-1a2b.js', { Cookie: cookie })
  expect(asset).toMatch(/^cache-control: private, max-age=31536000, immutable\r$/im)
  expect(asset).toMatch(/^content-type: text\/javascript; charset=utf-8\r$/im)
})

test('our own call reaches the handlers as it was sent', async () => {
  const answer = await call({}, '{"method":"app.start","input":{"أ":1}}')
  expect(statusOf(answer)).toBe(200)
  expect(answer).toContain('{"ok":true,"value":"done"}')
  expect(called.at(-1)).toEqual({ method: 'app.start', input: { أ: 1 } })
})

test('what the app says unasked reaches every page that listens', async () => {
  const { body, status } = await fetch(`http://127.0.0.1:${port}/events?key=${key}`, {
    headers: { cookie },
  })
  expect(status).toBe(200)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('retry: 2000\n\n')
  const event = { kind: 'changed', project: '/p', sets: [], entries: [], more: true } as const
  events.emit({ ...event, sets: [], entries: [] })
  expect((await reader?.read())?.value).toBe(`data: ${JSON.stringify(event)}\n\n`)
  await reader?.cancel()
})
