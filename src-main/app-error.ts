import type { Failure, FailureCode, FailureParams } from '../annotations/api/failures.ts'

/** An expected failure on its way to whoever asked. */
export class AppError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export function appError<C extends FailureCode>(
  code: C,
  params: FailureParams[C],
  details?: unknown,
): AppError {
  return new AppError({ code, params, details } as Failure)
}

/** A failure of the file system in words of ours; what is no such failure is a bug and stays one. */
export function failureOf(error: unknown, path?: string): Failure {
  if (error instanceof AppError) return error.failure
  const { code, path: at, message } = error as NodeJS.ErrnoException
  const file = path ?? at ?? ''
  switch (code) {
    case 'ENOENT':
      return { code: 'not-found', params: { file } }
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission', params: { file } }
    case 'EROFS':
      return { code: 'read-only', params: { file } }
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', params: { file } }
    case 'EISDIR':
      return { code: 'is-a-folder', params: { file } }
    case 'ENOTDIR':
      return { code: 'not-a-folder', params: { file } }
  }
  // ENAMETOOLONG and the like; ERR_INVALID_ARG_TYPE and its kind are bugs of ours.
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code))
    return { code: 'io', params: { file, detail: code } }
  return { code: 'internal', params: { detail: message ?? String(error) } }
}
