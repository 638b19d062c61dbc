import type { Failure } from '../../annotations/api/failures.ts'

/** Is it a file with two people's work in it, or one of two? The app makes them one (`people/copies-notice.tsx`). */
export const isSecondCopy = (
  failure: Failure,
): failure is Failure<'conflict-copy' | 'conflict-markers'> =>
  failure.code === 'conflict-copy' || failure.code === 'conflict-markers'

/** Their names, without the folders they lie in. */
export const secondCopies = (unreadable: readonly Failure[]): string[] =>
  unreadable.filter(isSecondCopy).map(({ params }) => params.file.split(/[\\/]/u).at(-1) ?? '')
