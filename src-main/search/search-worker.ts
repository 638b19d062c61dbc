import { answerQuestions } from '../threads/answer-questions.ts'
import { searchService } from './search-service.ts'
import type { SearchQuestion, Touched } from './search-thread.ts'

const service = searchService()

answerQuestions<SearchQuestion, Touched>(
  (question, watch) =>
    question.kind === 'query'
      ? service.query(question.folder, question.asked, watch)
      : service.copies(question.folder, watch),
  ({ folder, ids }) => service.touch(folder, ids),
)
