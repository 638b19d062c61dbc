import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import {
  ask,
  call,
  called,
  cookie,
  events,
  key,
  port,
  send,
  statusOf,
  withGuardedServer,
} from './guarded-server.ts'

withGuardedServer()

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
