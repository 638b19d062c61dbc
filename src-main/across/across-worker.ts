import { answerQuestions } from '../threads/answer-questions.ts'
import { acrossService } from './across-service.ts'
import type { AcrossQuestion } from './across-thread.ts'

const service = acrossService()
service.ready()

answerQuestions<AcrossQuestion>(({ folder, known, question }, watch) =>
  service.ask(folder, known, question, watch),
)
