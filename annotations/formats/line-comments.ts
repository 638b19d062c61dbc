import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Remarks } from '../model/remark.ts'
import { type Thread, threadsOf } from '../review/threads.ts'
import type { Offsets } from '../text/offsets.ts'
import type { IsnadLine } from './isnad-line.ts'

type Comments = NonNullable<IsnadLine['comments']>

const concerns = ({ on }: Pick<Thread, 'on'>, annotator: string) =>
  on.annotator === undefined || on.annotator === annotator

/** What was said about a document or about somebody's set on it, thread by thread. */
export function lineComments(
  all: readonly Remarks[],
  annotator: string,
  { toCodePoint }: Offsets,
): Comments {
  return threadsOf(all)
    .filter(thread => concerns(thread, annotator))
    .flatMap(({ id: thread, on, suggestion, comments, resolved }) => {
      const about = {
        thread,
        annotation: on.annotation ?? null,
        span: on.span
          ? {
              ...on.span,
              codePoints: [toCodePoint(on.span.start), toCodePoint(on.span.end)] as [
                number,
                number,
              ],
            }
          : null,
        resolved: resolved !== undefined,
      }
      const words = [
        ...(suggestion?.text ? [{ ...suggestion, text: suggestion.text }] : []),
        ...comments,
      ]
      return words.map(({ id, author, at, text }) => ({ id, author, at, text, ...about }))
    })
}

/** The same as lines of text, for formats that have no more room for them. */
export const commentTexts = (all: readonly Remarks[], annotator: string): string[] =>
  threadsOf(all)
    .filter(thread => concerns(thread, annotator))
    .flatMap(({ comments }) => comments.map(({ author, text }) => `${author}: ${text}`))

/** What is said of single annotations of a set, for formats that have a note for each and no more. */
export const commentsOf = (all: readonly Remarks[], set: AnnotationSet): [string, string][] =>
  threadsOf(all)
    .filter(thread => concerns(thread, set.annotator))
    .flatMap(({ on, comments }) =>
      comments.flatMap(({ author, text }): [string, string][] =>
        on.annotation === undefined ? [] : [[on.annotation, `${author}: ${text}`]],
      ),
    )

/** A comment by itself: what it is about, or what it answers. */
export type ToldComment = {
  id: string
  author: string
  at: string
  text: string
  on: Thread['on']
  /** The comment that began the thread. */
  answers?: string
}

/** What was said of a document and of the sets of these annotators, for formats that have room for all of it. */
export const toldComments = (
  all: readonly Remarks[],
  sets: readonly AnnotationSet[],
): ToldComment[] =>
  threadsOf(all)
    .filter(({ on }) => sets.some(({ annotator }) => concerns({ on }, annotator)))
    .flatMap(({ id: thread, on, comments }) => {
      // What was said of an annotation that is not there any more is said of its document.
      const set = sets.find(({ annotator }) => annotator === on.annotator)
      const isThere = set?.annotations.some(({ id }) => id === on.annotation)
      const about = on.annotation === undefined || isThere ? on : {}
      const [first] = comments
      return comments.map(({ id, author, at, text }) => ({
        ...{ id, author, at, text, on: about },
        ...(first && first.id === thread && id !== first.id && { answers: first.id }),
      }))
    })

/** How many comments a format leaves out of what is written with these sets. */
export function lostComments(
  holds: 'all' | 'annotations' | undefined,
  all: readonly Remarks[],
  sets: readonly AnnotationSet[],
): number {
  if (holds === 'all') return 0
  return toldComments(all, sets).filter(
    ({ on }) => holds !== 'annotations' || on.annotation === undefined,
  ).length
}
