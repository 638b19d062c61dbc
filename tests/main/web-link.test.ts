import { expect, test } from 'vitest'
import { ask, cookie, port, server, statusOf, withGuardedServer } from './guarded-server.ts'

withGuardedServer()

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
