import type { Language } from '../../annotations/api/failure-text.ts'
import type { RecurringReport } from '../../annotations/api/views.ts'
import { counted, documents, lines } from './cli-words.ts'

const said = (value: unknown, summary: string) => ({ value, summary, complaints: [], clean: true })

/** What is dimmed now, and each line that recurs with how many documents have it dimmed. */
export function dimmed(report: RecurringReport, language: Language) {
  const marked = counted(language, report.marked, lines[language])
  const changed = counted(language, report.documents.length, documents[language])
  const summary =
    language === 'ar'
      ? `عُتّم الآن: ${marked}، في ${changed}`
      : `Dimmed now: ${marked}, in ${changed}`
  const list = report.lines.map(
    ({ line, outlets, documents }) => `${documents}\t${line}\t${outlets.join(' · ')}`,
  )
  return said(report, [summary, ...list].join('\n'))
}

export function givenBack(given: { documents: readonly string[] }, language: Language) {
  const changed = counted(language, given.documents.length, documents[language])
  return said(
    given,
    language === 'ar' ? `أُعيدت الأسطر إلى المتن في: ${changed}` : `Body again in ${changed}`,
  )
}
