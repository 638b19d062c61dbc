import { askedThread } from '../threads/asked-thread.ts'
import type { Known, Question } from './across-project.ts'
import type { AcrossService } from './across-service.ts'

export type AcrossQuestion = { folder: string; known: Known; question: Question }

export function acrossThread(script: string): AcrossService {
  const thread = askedThread<AcrossQuestion>(script)
  return {
    ask: (folder, known, question, watch) =>
      thread.ask({ folder, known, question }, watch) as Promise<never>,
  }
}
