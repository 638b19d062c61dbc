import { askedThread } from '../threads/asked-thread.ts'
import type { Question } from './across-project.ts'
import type { AcrossService } from './across-service.ts'
import type { Known } from './read-across.ts'

export type AcrossQuestion = { folder: string; known: Known; question: Question }

export function acrossThread(script: string): AcrossService {
  const thread = askedThread<AcrossQuestion>(script)
  return {
    ask: (folder, known, question, watch) =>
      thread.ask({ folder, known, question }, watch) as Promise<never>,
    ready: thread.ready,
  }
}
