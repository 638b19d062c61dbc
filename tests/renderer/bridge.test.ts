import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Door } from '../../annotations/api/door.ts'

class Stream extends EventTarget {
  static readonly CLOSED = 2
  static all: Stream[] = []
  readyState = 1
  onmessage: (message: { data: string }) => void = () => {}
  onerror: () => void = () => {}
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Stream.all.push(this)
  }
}

type Sent = { url: string; method: string; headers: Record<string, string>; body: string }

/** The browser's way of posting: what is sent is kept, and answered with `answer`, or not at all. */
function posting(answer: string | undefined): Sent[] {
  const sent: Sent[] = []
  class FakeRequest {
    onload = () => {}
    onerror = () => {}
    response = new ArrayBuffer(0)
    readonly headers: Record<string, string> = {}
    place: readonly [string, string] = ['', '']
    open(...place: readonly [string, string]) {
      this.place = place
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value
    }
    getResponseHeader = () => 'application/json'
    send(body: Uint8Array) {
      const [method, url] = this.place
      sent.push({ url, method, headers: this.headers, body: new TextDecoder().decode(body) })
      if (answer === undefined) return this.onerror()
      this.response = new TextEncoder().encode(answer).buffer
      this.onload()
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  return sent
}

let leave: Record<string, () => void>
/** Addresses put into the address bar. */
let shown: unknown[]

/** The bridge as a page with this `isnad`, or without one, would load it. */
async function bridge(isnad?: Door) {
  vi.stubGlobal('window', {
    isnad,
    addEventListener: (name: string, listener: () => void) => {
      leave[name] = listener
    },
  })
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('location', { hash: '#key=a-key', pathname: '/' })
  vi.stubGlobal('history', { replaceState: (...given: unknown[]) => shown.push(given[2]) })
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
  return import('../../src-renderer/bridge.ts')
}

beforeEach(() => {
  leave = {}
  shown = []
  Stream.all = []
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const noConnection = { ok: false, failure: { code: 'no-connection', params: {} } }

test('a server that is gone is a failure, not an exception', async () => {
  const { call } = await bridge()
  posting(undefined)
  expect(await call('app.start', {})).toEqual(noConnection)
})

test('an answer that is none of ours is the same failure', async () => {
  const { call } = await bridge()
  posting('<p>another program on this port</p>')
  expect(await call('app.start', {})).toEqual(noConnection)
})

test('a main process that is gone is the same failure', async () => {
  const { call } = await bridge({
    call: () => Promise.reject(new Error('refused')),
    onEvent: () => () => {},
    pathOf: () => '',
    onClosing: () => {},
  })
  expect(await call('app.start', {})).toEqual(noConnection)
})

test('a call is sent as the server wants it, and its result handed on', async () => {
  const { call } = await bridge()
  const sent = posting('{"ok":true,"value":{"folder":"/s"}}')
  expect(await call('project.sample', {})).toEqual({ ok: true, value: { folder: '/s' } })
  expect(sent).toEqual([
    {
      url: '/call',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-isnad-key': 'a-key' },
      body: '{"method":"project.sample","input":{}}',
    },
  ])
  expect(shown).toEqual(['/'])
})

test('what a page sends on its way out is kept alive after it', async () => {
  const { call, onClosing } = await bridge()
  const sent = posting('{"ok":true,"value":{}}')
  const kept: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { keepalive }: RequestInit) => {
    kept.push(keepalive)
    return Response.json({ ok: true, value: {} })
  })
  onClosing(async () => void (await call('jobs.cancel', { job: 'x' })))
  leave.pagehide?.()
  // A page that comes back out of the browser's cache is no longer on its way out.
  leave.pageshow?.()
  await call('jobs.cancel', { job: 'x' })
  expect([kept, sent.length]).toEqual([[true], 1])
})

test('all listeners share one stream, and one that was refused is asked for again', async () => {
  vi.useFakeTimers()
  const { onEvent } = await bridge()
  const heard: AppEvent[] = []
  const stop = onEvent(event => heard.push(event))
  onEvent(event => heard.push(event))
  expect(Stream.all.map(({ url }) => url)).toEqual(['/events?key=a-key'])
  const event: AppEvent = { kind: 'changed', project: '/p', sets: [], entries: [], more: true }
  Stream.all[0]?.onmessage({ data: JSON.stringify(event) })
  stop()
  Stream.all[0]?.onmessage({ data: JSON.stringify(event) })
  expect(heard).toEqual([event, event, event])

  const [first] = Stream.all
  if (first) first.readyState = Stream.CLOSED
  first?.onerror()
  await vi.advanceTimersByTimeAsync(5000)
  expect(Stream.all.length).toBe(2)
})
