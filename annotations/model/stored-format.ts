import type { z } from 'zod'
import { parseBy } from './parse-by.ts'

export type Unreadable =
  | { kind: 'not-json'; detail: string }
  | { kind: 'wrong-shape'; detail: string }
  | { kind: 'newer'; format: string; known: string }

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: Unreadable }

/** One kind of file on disk: its format's name and version, its shape, and its one way of being written. */
export type Stored<T> = {
  readonly format: string
  parse(text: string): Parsed<T>
  /** Same value, same bytes: key order as in the schema, LF, final newline. */
  stringify(value: T): string
  /** The same in pieces, for whoever would rather not make again what has not changed. */
  pieces?(value: T): Piece[]
}

/** A piece of a file: as it stands, or made of a value that is replaced and never changed. */
export type Piece = string | { of: object; text(): string }

/** Where in the value and what, of the first thing a schema refuses. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || '(root)'}: ${issue.message}` : 'unknown'
}

/**
 * The value of a JSON text that says `"format": "name/version"`, without that key. A newer version is refused as such:
 * what it means is not ours to guess.
 */
export function parseFormat(text: string, format: string): Parsed<Record<string, unknown>> {
  const [name, version] = format.split('/') as [string, string]
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return { ok: false, reason: { kind: 'not-json', detail: (error as Error).message } }
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { ok: false, reason: { kind: 'wrong-shape', detail: 'not an object' } }
  const { format: found, ...rest } = raw as Record<string, unknown>
  const known = typeof found === 'string' && /^([a-z-]+)\/([1-9]\d*)$/.exec(found)
  if (!known || known[1] !== name)
    return { ok: false, reason: { kind: 'wrong-shape', detail: `format is not ${format}` } }
  if (Number(known[2]) > Number(version))
    return { ok: false, reason: { kind: 'newer', format: known[0], known: format } }
  return { ok: true, value: rest }
}

/** What a format does its own way. */
type Ways<T> = {
  /** The value without asking the schema of each part; undefined where the schema has to be asked. */
  quickly?(raw: Record<string, unknown>): T | undefined
  write?(value: { format: string } & T): Piece[]
  /** What of a value the schema refuses is of a later Isnad. */
  ofLaterVersion?(raw: Record<string, unknown>): { format: string; known: string } | undefined
}

/** A format by its schema, and the one way its values are written. */
export function stored<T>(
  format: string,
  schema: z.ZodType<T>,
  canonical: (value: T) => T,
  ways: Ways<T> = {},
): Stored<T> {
  const write = ways.write ?? (value => [JSON.stringify(value, null, 2)])
  const pieces = (value: T): Piece[] => [...write({ format, ...canonical(value) }), '\n']
  return {
    format,
    parse(text) {
      const raw = parseFormat(text, format)
      if (!raw.ok) return raw
      const quick = ways.quickly?.(raw.value)
      if (quick !== undefined) return { ok: true, value: quick }
      const parsed = parseBy(schema, raw.value)
      if (parsed.success) return { ok: true, value: parsed.data }
      const later = ways.ofLaterVersion?.(raw.value)
      if (later !== undefined) return { ok: false, reason: { kind: 'newer', ...later } }
      return { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
    },
    stringify: value =>
      pieces(value)
        .map(piece => (typeof piece === 'string' ? piece : piece.text()))
        .join(''),
    pieces,
  }
}

/** Parsing already yields schema order, so records that are only ever parsed or built whole need no more than this. */
export const inSchemaOrder =
  <T>(schema: z.ZodType<T>) =>
  (value: T) =>
    schema.parse(value)

/** The same with its keys in order. */
export const sorted = <V>(record: Record<string, V>): Record<string, V> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
