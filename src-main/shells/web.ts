import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { Dispatch } from '../dispatch.ts'
import type { RendererFiles } from './renderer-files.ts'
import { reportBug } from './report-bug.ts'
import { securityHeaders } from './security-headers.ts'
import { readJson } from './web-body.ts'
import type { EventStreams } from './web-events.ts'
import { type Reason, type WebGuard, webGuard } from './web-guard.ts'
import { refusal } from './web-refusal.ts'

type Serving = {
  dispatch: Dispatch
  events: EventStreams
  files: RendererFiles
  /** 0 for any that is free. */
  port: number
  /** Milliseconds a sender has for its headers, and for the whole of its request. */
  headersTimeout?: number
  requestTimeout?: number
}

/** Bytes. A set of changes is a few kB; a whole pasted book is about 10 MB. */
const bodyLimit = 64 * 1024 * 1024
/** Milliseconds that calls under way are given to end when the server is stopped. */
const patience = 5000

const envelope = z.object({ method: z.string(), input: z.unknown() })

const jsonType = 'application/json; charset=utf-8'
const bytesType = 'application/octet-stream'

export type WebServer = Awaited<ReturnType<typeof serveWeb>>

/** The same renderer and the same dispatch, for a browser on this machine. */
export async function serveWeb(serving: Serving) {
  const { dispatch, events, files, headersTimeout = 10_000, requestTimeout = 60_000 } = serving
  let guard: WebGuard
  let underWay = 0

  function refuse(response: ServerResponse, reason: Reason) {
    const { status, type, body } = refusal(reason)
    if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST')
    // What is still being sent is not read: the connection ends with this answer.
    response.writeHead(status, { 'Content-Type': type, Connection: 'close' }).end(body)
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse) {
    const body = await readJson(request, bodyLimit)
    if (!body.ok) return refuse(response, body.reason)
    const asked = envelope.safeParse(body.value)
    if (!asked.success) return refuse(response, 'bad-request')
    underWay += 1
    try {
      const result = await dispatch(asked.data.method, asked.data.input)
      // Bytes go as they are; everything else, failures too, as JSON.
      const bytes = result.ok && result.value instanceof Uint8Array
      // Encoded at once: a long string given to the socket is measured, then encoded, beside its head.
      const content = bytes ? (result.value as Uint8Array) : Buffer.from(JSON.stringify(result))
      // Whoever knows how long it is has room for it when it comes.
      response
        .writeHead(200, {
          'Content-Type': bytes ? bytesType : jsonType,
          'Content-Length': content.byteLength,
        })
        .end(content)
    } finally {
      underWay -= 1
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'no-store')
    const { method = '', url = '', headers } = request
    const verdict = guard.judge({ method, url, headers })
    switch (verdict.kind) {
      case 'refused':
        return refuse(response, verdict.reason)
      case 'enter':
        response.writeHead(303, { 'Set-Cookie': verdict.cookie, Location: verdict.location }).end()
        return
      case 'call':
        return answerCall(request, response)
      case 'events':
        response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
        if (!events.add(response)) response.end()
        return
      case 'file': {
        const found = files.get(verdict.path)
        if (!found) return refuse(response, 'not-found')
        response.writeHead(200, {
          'Content-Type': found.type,
          'Content-Length': found.bytes.length,
          'Cache-Control': found.cache,
        })
        response.end(method === 'HEAD' ? undefined : found.bytes)
      }
    }
  }

  const server = createServer(
    { headersTimeout, requestTimeout, keepAliveTimeout: 5000, connectionsCheckingInterval: 1000 },
    (request, response) => {
      answer(request, response).catch(error => {
        // A sender that goes away half-way is no fault of ours.
        if (!request.destroyed || request.complete) reportBug('the loopback server', error)
        if (response.headersSent) response.destroy()
        else response.writeHead(500).end()
      })
    },
  )
  server.maxConnections = 128
  // A CONNECT or an upgrade has no business here.
  server.on('connect', (_request, socket) => socket.destroy())
  server.on('upgrade', (_request, socket) => socket.destroy())

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(serving.port, '127.0.0.1', resolve)
  })
  guard = webGuard((server.address() as AddressInfo).port)

  /** Takes no one new, lets calls under way end, and closes. */
  async function close(): Promise<void> {
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    events.close()
    const end = Date.now() + patience
    while (underWay > 0 && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 20))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 200).unref()
    return closed
  }

  return { link: () => guard.link(), close }
}
