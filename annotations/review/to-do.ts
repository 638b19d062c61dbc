import type { Remarks } from '../model/remark.ts'
import type { Standing } from './standing.ts'
import { mentionedIn, type Thread, threadsOf, unreadOf } from './threads.ts'

/** What awaits somebody on one document. */
export type ToDo = {
  documentId: string
  /** Changes asked for in their set, by whom and why. */
  changes?: { by: string; text: string }
  /** Corrections to take or leave. */
  suggestions: number
  /** Comments on their set that are not resolved. */
  open: number
  unread: number
  /** Of the unread, those that name them. */
  mentions: number
}

/** Is a thread about somebody's own set, and nobody has closed it? */
const isOpenFor = (thread: Thread, annotator: string) =>
  thread.on.annotator === annotator &&
  thread.author !== annotator &&
  !thread.resolved &&
  !thread.answer

export function toDoOf(
  documentId: string,
  all: readonly Remarks[],
  {
    annotator,
    standing,
    people,
  }: { annotator: string; standing?: Standing | undefined; people: readonly string[] },
): ToDo | undefined {
  const threads = threadsOf(all).filter(thread => isOpenFor(thread, annotator))
  const unread = unreadOf(all, annotator)
  const suggestions = threads.filter(({ suggestion }) => suggestion).length
  const asked =
    standing?.status === 'changes-requested' && standing.by !== annotator
      ? all
          .find(({ author }) => author === standing.by)
          ?.remarks.find(one => one.kind === 'verdict' && one.at === standing.since)
      : undefined
  const changes =
    standing?.status === 'changes-requested'
      ? { by: standing.by ?? '', text: asked?.kind === 'verdict' ? (asked.text ?? '') : '' }
      : undefined
  const mentions = unread.filter(
    one => one.kind === 'comment' && mentionedIn(one.text, people).includes(annotator),
  ).length
  if (!changes && threads.length === 0 && unread.length === 0) return undefined
  return {
    documentId,
    ...(changes && { changes }),
    suggestions,
    open: threads.length - suggestions,
    unread: unread.length,
    mentions,
  }
}
