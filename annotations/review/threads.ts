import {
  byTime,
  type Remark,
  type RemarkOf,
  type Remarks,
  type RemarkTarget,
} from '../model/remark.ts'

export type Said<R extends Remark = Remark> = R & { author: string }

/** What was said about one thing, from the remark that began it. */
export type Thread = {
  id: string
  author: string
  at: string
  on: RemarkTarget
  /** A correction that was suggested, and what became of it. */
  suggestion?: Said<RemarkOf<'suggestion'>>
  answer?: Said<RemarkOf<'answer'>>
  comments: Said<RemarkOf<'comment'>>[]
  /** Who closed it, and when. */
  resolved?: { by: string; at: string }
}

/** Everything said about a document, by everybody, in order. */
const saidBy = (all: readonly Remarks[]): Said[] =>
  all.flatMap(({ author, remarks }) => remarks.map(one => ({ ...one, author }))).sort(byTime)

/** Threads in the order in which they began; what its author took back is not in them. */
export function threadsOf(all: readonly Remarks[]): Thread[] {
  const said = saidBy(all)
  const authorOf = new Map(said.map(({ id, author }) => [id, author]))
  const withdrawn = new Set(
    said.flatMap(one =>
      one.kind === 'withdraw' && authorOf.get(one.of) === one.author ? [one.of] : [],
    ),
  )
  const threads = new Map<string, Thread>()
  for (const one of said) {
    if (withdrawn.has(one.id)) continue
    if (one.kind === 'suggestion') {
      const { id, author, at, on } = one
      threads.set(id, { id, author, at, on, suggestion: one, comments: [] })
    } else if (one.kind === 'comment' && one.thread === undefined) {
      const { id, author, at, on = {} } = one
      threads.set(id, { id, author, at, on, comments: [one] })
    }
  }
  // What answers may come from a clock that is behind: it is looked for when all that begins is known.
  for (const one of said) {
    if (withdrawn.has(one.id)) continue
    if (one.kind === 'comment' && one.thread !== undefined)
      threads.get(one.thread)?.comments.push(one)
    if (one.kind === 'resolve') {
      const thread = threads.get(one.thread)
      if (thread) thread.resolved = { by: one.author, at: one.at }
    }
    if (one.kind === 'reopen') delete threads.get(one.thread)?.resolved
    if (one.kind === 'answer') {
      const thread = threads.get(one.to)
      if (thread?.suggestion) thread.answer = one
    }
  }
  return [...threads.values()]
}

/** Everybody of `known` whose name stands behind an @; of two names that begin alike the longer one. */
export function mentionedIn(text: string, known: readonly string[]): string[] {
  const longestFirst = [...known].sort((a, b) => b.length - a.length)
  const found = new Set<string>()
  for (const { index } of text.matchAll(/@/g)) {
    const rest = text.slice(index + 1).normalize('NFC')
    const name = longestFirst.find(name => rest.startsWith(name))
    if (name !== undefined) found.add(name)
  }
  return [...found]
}

/** Remarks of others that somebody has not read: words, corrections, answers and judgements. */
export function unreadOf(all: readonly Remarks[], reader: string): Said[] {
  const read = new Set(all.find(({ author }) => author === reader)?.read ?? [])
  const speaks = ['comment', 'suggestion', 'answer', 'verdict']
  return saidBy(all).filter(
    ({ id, author, kind }) => author !== reader && speaks.includes(kind) && !read.has(id),
  )
}
