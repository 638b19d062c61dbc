import { noteText } from '../../annotations/agreement/reason-words.ts'
import { reportCsv } from '../../annotations/agreement/report-csv.ts'
import { reportHtml } from '../../annotations/agreement/report-html.ts'
import type { AgreementReport, ReportNote } from '../../annotations/agreement/report-shape.ts'
import { reportText } from '../../annotations/agreement/report-text.ts'
import type { Language } from '../../annotations/api/failure-text.ts'

/** What was there to compare and could not be: rejected input. That a document was annotated by one is not. */
const rejected: readonly ReportNote['kind'][] = ['bad-spans', 'different-texts', 'unreadable']

/** A report as the command line says it: the figures on standard output, what was left out beside them. */
export function agreed(
  report: AgreementReport,
  print: 'text' | 'html' | 'csv',
  language: Language,
) {
  const texts = {
    text: () => reportText(report, language),
    html: () => reportHtml(report, language).trimEnd(),
    csv: () => reportCsv(report).trimEnd(),
  }
  return {
    value: report,
    summary: texts[print](),
    complaints: report.notes.map(note => noteText(note, language)),
    clean:
      report.documents.compared > 0 && !report.notes.some(({ kind }) => rejected.includes(kind)),
  }
}
