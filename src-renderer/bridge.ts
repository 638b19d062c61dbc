import type { AppEvent } from '../annotations/api/app-event.ts'
import type { Call } from '../annotations/api/client.ts'
import type { Asked, Method, Output } from '../annotations/api/contract.ts'
import type { Door } from '../annotations/api/door.ts'
import type { Result } from '../annotations/api/result.ts'
import { pageKey } from './page-key.ts'

declare global {
  interface Window {
    /** Put there by the preload; absent in a browser. */
    isnad?: Door
  }
}

/** Milliseconds before a refused event stream is asked for again. */
const askAgain = 2000
/** Bytes; a browser sends no more than 64 kB for a page that is already gone. */
const keptAlive = 60_000

/** What came back: what kind of thing it says it is, and its bytes. */
type Posted = { type: string | null; bytes: ArrayBuffer }

type Letter = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

/**
 * Post to the server this page is from. An XMLHttpRequest and not `fetch`: Chromium hands the megabytes of a long
 * article over in one piece to the one, and in many small ones, each waiting for the page, to the other (15 and 48 ms
 * for 2.2 MB). Rejects when there is no answer.
 */
function post(path: string, { body, headers }: Letter): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'arraybuffer'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.onload = () =>
      resolve({ type: request.getResponseHeader('content-type'), bytes: request.response })
    request.onerror = () => reject(new Error('no answer'))
    request.onabort = request.onerror
    request.send(body)
  })
}

/** Post from a page that is being left, which outlives it; nobody reads the answer there. */
async function postLast(path: string, { body, headers }: Letter): Promise<Posted> {
  const answer = await fetch(path, { method: 'POST', headers, body, keepalive: true })
  return { type: answer.headers.get('content-type'), bytes: await answer.arrayBuffer() }
}

/** The same door where there is no preload: the loopback server that served this page. */
function doorOverHttp(): Door {
  const listeners = new Set<(event: AppEvent) => void>()
  let listening = false
  let leaving = false
  const key = pageKey()

  // The browser resumes a stream that was cut; one that was refused (the app is gone) it gives up.
  function listen() {
    listening = true
    const source = new EventSource(`/events?key=${key()}`)
    source.onmessage = ({ data }) => {
      const event: AppEvent = JSON.parse(data)
      for (const listener of listeners) listener(event)
    }
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, askAgain)
    }
  }

  return {
    async call(method, input) {
      const letter = {
        body: new TextEncoder().encode(JSON.stringify({ method, input })),
        headers: { 'content-type': 'application/json', 'x-isnad-key': key() },
      }
      const last = leaving && letter.body.length < keptAlive
      const { type, bytes } = await (last ? postLast : post)('/call', letter)
      if (type === 'application/octet-stream') return { ok: true, value: new Uint8Array(bytes) }
      return JSON.parse(new TextDecoder().decode(bytes))
    },
    onEvent(listener) {
      listeners.add(listener)
      if (!listening) listen()
      return () => {
        listeners.delete(listener)
      }
    },
    // A page does not learn where a file lies.
    pathOf: () => '',
    // A browser waits for no one: this is a last chance to send what is left.
    onClosing(listener) {
      window.addEventListener('pagehide', () => {
        leaving = true
        listener().catch(() => {})
      })
      window.addEventListener('pageshow', () => {
        leaving = false
      })
    },
  }
}

const door = window.isnad ?? doorOverHttp()

/** Ask the main side. Never throws: a main side that is gone is a failure like any other. */
export const call: Call = async <M extends Method>(method: M, input: Asked<M>) => {
  try {
    return (await door.call(method, input)) as Result<Output<M>>
  } catch {
    return { ok: false, failure: { code: 'no-connection', params: {} } }
  }
}

/** What the main side says unasked; the answer stops the listening. */
export const onEvent = (listener: (event: AppEvent) => void): (() => void) => door.onEvent(listener)

/** Save what is unsaved before the window closes; a rejection keeps the window open. */
export const onClosing = (listener: () => Promise<void>): void => door.onClosing(listener)

/** The bytes of a file, as a call can carry them. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** Where the main side can read a dropped file: where it lies, or where its bytes were put for it. */
export async function pathOfDropped(file: File): Promise<Result<string>> {
  const path = door.pathOf(file)
  if (path !== '') return { ok: true, value: path }
  const base64 = await base64Of(file).catch(() => undefined)
  // A folder has a name and no bytes.
  if (base64 === undefined)
    return { ok: false, failure: { code: 'is-a-folder', params: { file: file.name } } }
  const received = await call('import.receive', { name: file.name, base64 })
  return received.ok ? { ok: true, value: received.value.path } : received
}

/** A file of the app's own, such as its letters, as the server of this page or the window hands it out. */
export async function ownFile(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}
