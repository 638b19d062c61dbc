import type { Failure } from './failures.ts'

/** What every call answers. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }
