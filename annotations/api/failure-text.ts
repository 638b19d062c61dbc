import type { Failure, FailureCode } from './failures.ts'
import { fileFailureWords } from './file-failure-words.ts'
import { queryProblemText } from './query-problem-text.ts'
import { workFailureWords } from './work-failure-words.ts'

export type Language = 'ar' | 'en'

type Words = Record<Language, string>

/** What happened and what to do, for a person. `{name}` is filled from the failure's params. */
export type FailureWords = Partial<Record<FailureCode, Words>>

const words: Record<FailureCode, Words> = { ...fileFailureWords, ...workFailureWords }

// A file name of another direction must not reorder the sentence around it.
const isolated = (value: unknown) => `\u2068${String(value)}\u2069`

/** A failure in words. Values are isolated for a bidirectional display; `plain` leaves that out, for terminals. */
export function failureText(failure: Failure, language: Language, plain = false): string {
  const inWords = (value: unknown) => (plain ? String(value) : isolated(value))
  const params: Record<string, unknown> =
    failure.code === 'bad-query'
      ? {
          ...failure.params,
          place: failure.params.start + 1,
          reason: queryProblemText(failure.params, language, inWords),
        }
      : failure.params
  return words[failure.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    inWords(params[name]),
  )
}
