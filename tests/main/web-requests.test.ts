import { connect } from 'node:net'
import { expect, test } from 'vitest'
import {
  ask,
  call,
  called,
  cookie,
  port,
  send,
  statusOf,
  withGuardedServer,
} from './guarded-server.ts'

withGuardedServer()

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
