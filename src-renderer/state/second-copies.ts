import type { ProjectView } from '../../annotations/api/views.ts'

type Unreadable = ProjectView['unreadable'][number]

/** Is it a file with two people's work in it, or one of two? The app makes them one (`people/copies-notice.tsx`). */
export const isSecondCopy = ({ code }: Pick<Unreadable, 'code'>) =>
  code === 'conflict-copy' || code === 'conflict-markers'

/** Their names, without the folders they lie in. */
export const secondCopies = (unreadable: readonly Unreadable[]): string[] =>
  unreadable
    .filter(isSecondCopy)
    .map(({ params }) => String(params.file).split(/[\\/]/u).at(-1) ?? '')
