import { Worker } from 'node:worker_threads'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Concordance } from '../../annotations/api/searching.ts'
import { AppError } from '../app-error.ts'
import type { Asked } from './search-project.ts'
import type { CopyGroup, Progress, SearchService } from './search-service.ts'

export type Asking = { kind: 'query'; asked: Asked } | { kind: 'copies' }
export type Answer = { kind: 'query'; page: Concordance } | { kind: 'copies'; groups: CopyGroup[] }
export type Told =
  | { kind: 'ask'; number: number; folder: string; asking: Asking }
  | { kind: 'touch'; folder: string; ids: readonly string[] | 'all' }
export type Said =
  | { kind: 'progress'; number: number; done: number; total: number }
  | { kind: 'answer'; number: number; answer: Answer }
  | { kind: 'failure'; number: number; failure: Failure }

/** What is only looked at while texts are read is given back soon: the index itself is no object of the heap. */
export const searchLimits = { resourceLimits: { maxYoungGenerationSizeMb: 16 } }

type Waiting = {
  progress: Progress
  done: (answer: Answer) => void
  failed: (error: Error) => void
}

/** Searching in a thread of its own, begun with the first question; a thread that falls is begun again. */
export function searchThread(script: string): SearchService {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let asked = 0

  function begin(): Worker {
    const begun = new Worker(script, searchLimits)
    begun.on('message', (said: Said) => {
      const asker = waiting.get(said.number)
      if (said.kind === 'progress') return asker?.progress(said.done, said.total)
      waiting.delete(said.number)
      // An idle thread keeps nobody from ending.
      if (waiting.size === 0) begun.unref()
      if (said.kind === 'answer') asker?.done(said.answer)
      else asker?.failed(new AppError(said.failure))
    })
    begun.on('error', error => {
      thread = undefined
      for (const { failed } of waiting.values()) failed(error)
      waiting.clear()
    })
    return begun
  }

  function ask(folder: string, asking: Asking, progress: Progress): Promise<Answer> {
    thread ??= begin()
    thread.ref()
    const number = asked++
    return new Promise((done, failed) => {
      waiting.set(number, { progress, done, failed })
      thread?.postMessage({ kind: 'ask', number, folder, asking } satisfies Told)
    })
  }

  return {
    async query(folder, asked, progress) {
      const answer = await ask(folder, { kind: 'query', asked }, progress)
      if (answer.kind !== 'query') throw new Error(`a query was answered with ${answer.kind}`)
      return answer.page
    },
    async copies(folder, progress) {
      const answer = await ask(folder, { kind: 'copies' }, progress)
      if (answer.kind !== 'copies') throw new Error(`copies were answered with ${answer.kind}`)
      return answer.groups
    },
    touch(folder, ids) {
      thread?.postMessage({ kind: 'touch', folder, ids } satisfies Told)
    },
  }
}
