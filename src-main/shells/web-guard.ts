import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is refused; the pages for it are in web-refusal.ts. */
export type Reason =
  | 'bad-request'
  | 'foreign-host'
  | 'wrong-method'
  | 'spent-link'
  | 'no-session'
  | 'foreign-origin'
  | 'not-json'
  | 'not-found'
  | 'too-large'

export type Asked = { method: string; url: string; headers: IncomingHttpHeaders }

export type Verdict =
  | { kind: 'file'; path: string }
  | { kind: 'call' }
  | { kind: 'events' }
  /** The one-time link: the browser gets the session and is sent to the page itself. */
  | { kind: 'enter'; cookie: string; location: string }
  | { kind: 'refused'; reason: Reason }

export type WebGuard = ReturnType<typeof webGuard>

const secret = () => randomBytes(32).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * Who may speak to the loopback server. Any page of any site, and any program of any user of this machine, can send it
 * requests; only a browser that was handed a link by us may have an answer. Ports do not separate cookies or sites: a
 * request that another local server's page sends is told apart by Origin and Sec-Fetch-Site, and since the browser hands
 * our cookie to whatever listens on another port, the cookie shows the page and no more. Calls and events need a key
 * beside it, which the page is given behind the # of its address and keeps in storage that is of this port alone.
 */
export function webGuard(port: number) {
  const name = `isnad-${port}`
  const session = secret()
  const key = secret()
  let token: string | undefined
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]

  const refused = (reason: Reason): Verdict => ({ kind: 'refused', reason })

  /** A link that lets one browser in, once; the one before it is void. */
  function link(): string {
    token = secret()
    return `http://${hosts[0]}/?token=${token}`
  }

  function enter(given: string): Verdict {
    if (token === undefined || !same(given, token)) return refused('spent-link')
    token = undefined
    return {
      kind: 'enter',
      cookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
      location: `/#key=${key}`,
    }
  }

  const holdsKey = (given: unknown) => typeof given === 'string' && same(given, key)

  function judge({ method, url, headers }: Asked): Verdict {
    if (!/^\/(?!\/)/.test(url)) return refused('bad-request')
    if (!headers.host || !hosts.includes(headers.host)) return refused('foreign-host')
    const [path = '/', query] = url.split('?', 2)
    const reading = method === 'GET' || method === 'HEAD'
    if (!reading && !(method === 'POST' && path === '/call')) return refused('wrong-method')

    const site = headers['sec-fetch-site']
    const given = path === '/' && reading ? new URLSearchParams(query).get('token') : null
    // Asking for the headers alone, as link previews do, must not spend the link.
    if (given !== null) return method === 'GET' ? enter(given) : refused('spent-link')
    const held = cookieOf(headers.cookie, name)
    if (held === undefined || !same(held, session)) return refused('no-session')
    // A link followed from elsewhere shows the page; nothing else may be asked for from elsewhere.
    const followed = path === '/' && headers['sec-fetch-dest'] === 'document'
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !followed)
      return refused('foreign-origin')

    if (path === '/call') {
      if (method !== 'POST') return refused('wrong-method')
      if (!holdsKey(headers['x-isnad-key'])) return refused('no-session')
      if (headers.origin !== `http://${headers.host}`) return refused('foreign-origin')
      const [type] = (headers['content-type'] ?? '').split(';', 1)
      return type?.trim().toLowerCase() === 'application/json'
        ? { kind: 'call' }
        : refused('not-json')
    }
    if (path === '/events') {
      if (method !== 'GET') return refused('wrong-method')
      // An event stream of the browser's takes no header.
      return holdsKey(new URLSearchParams(query).get('key'))
        ? { kind: 'events' }
        : refused('no-session')
    }
    return { kind: 'file', path }
  }

  return { link, judge }
}
