import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { enterWeb } from '../enter-web.ts'
import { cli, env, folder, inCliFolder, isnad } from './cli-folder.ts'

inCliFolder()

/** The server, the first line it printed, and how it ends. */
async function serving(...args: string[]) {
  const server: ChildProcess = spawn(process.execPath, [cli, 'serve', ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let err = ''
  server.stderr?.setEncoding('utf8').on('data', part => {
    err += part
  })
  const ended = once(server, 'exit').then(([code, signal]) => ({ code, signal, err }))
  if (!server.stdout) throw new Error('no output')
  const [line] = await once(createInterface({ input: server.stdout }), 'line')
  return { server, line: String(line), ended }
}

async function enter(link: string) {
  const { origin, headers } = await enterWeb(link)
  return async (method: string, input: unknown) => {
    const body = JSON.stringify({ method, input })
    return (await fetch(`${origin}/call`, { method: 'POST', headers, body })).json()
  }
}

test('serve prints its link first, answers, and ends on either signal with 0', async () => {
  await isnad('init', 'served')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { server, line, ended } = await serving('served')
    const { url } = JSON.parse(line)
    expect(line).toBe(`{"url":"${url}"}`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const call = await enter(url)
    expect(await call('app.start', {})).toMatchObject({
      ok: true,
      value: { shell: 'web', dialogs: false, project: join(folder, 'served') },
    })
    server.kill(signal)
    expect(await ended).toEqual({ code: 0, signal: null, err: '' })
  }
})

test('serve without a folder opens a copy of the sample in the user’s own place', async () => {
  const { server, line, ended } = await serving()
  const call = await enter(JSON.parse(line).url)
  expect(await call('app.start', {})).toMatchObject({
    value: { project: join(folder, 'home', 'sample') },
  })
  server.kill('SIGTERM')
  await ended
  expect(await readdir(join(folder, 'home', 'sample'))).toContain('project.json')
})

test('serve on a folder that is no project says so and serves the welcome all the same', async () => {
  await mkdir(join(folder, 'plain'))
  const { server, line, ended } = await serving('plain')
  const call = await enter(JSON.parse(line).url)
  expect(await call('app.start', {})).toMatchObject({ ok: true })
  server.kill('SIGTERM')
  const { code, err } = await ended
  expect(code).toBe(0)
  expect(err).toContain(join(folder, 'plain'))
  expect(err).toContain('not an Isnad project')
})

test('serve on a port that is taken says which, and ends with 1', async () => {
  const { server, line, ended } = await serving()
  const { port } = new URL(JSON.parse(line).url)
  const second = await isnad('serve', '--port', port)
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.err).toContain(`Port ${port} cannot be used`)
  server.kill('SIGTERM')
  await ended
})
