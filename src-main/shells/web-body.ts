import type { IncomingMessage } from 'node:http'

export type Body = { ok: true; value: unknown } | { ok: false; reason: 'too-large' | 'not-json' }

/** A request's JSON, as far as `limit` bytes. Rejects where the sender goes away meanwhile. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    return { ok: false, reason: 'too-large' }
  const parts: Buffer[] = []
  let size = 0
  // Left open where it is too long, so that the answer can still be sent.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.length
    if (size > limit) return { ok: false, reason: 'too-large' }
    parts.push(part)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  } catch {
    return { ok: false, reason: 'not-json' }
  }
}
