import type { AnnotatedProblem, AnnotatedReport } from '../../annotations/api/annotated.ts'
import type { Call } from '../../annotations/api/client.ts'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Language } from '../../annotations/api/failure-text.ts'
import { lossText } from '../../annotations/api/loss-text.ts'
import { problemText } from '../../annotations/api/problem-text.ts'
import type { Result } from '../../annotations/api/result.ts'
import { type Losses, lossKinds } from '../../annotations/formats/exchange/losses.ts'
import { type FormatId, formatIds } from '../../annotations/formats/format-ids.ts'

/** Kinds of article files; these are no formats of annotations. */
const articles = ['txt', 'html', 'docx']
/** Files of these may be articles or annotations; they are looked at. */
const either = ['auto', 'csv', 'jsonl']

/** The format of the annotations that an import is asked for; none where it is asked for articles. */
export async function annotatedFormat(
  call: Call,
  asked: string,
  paths: readonly string[],
): Promise<Result<FormatId | undefined>> {
  if (articles.includes(asked)) return { ok: true, value: undefined }
  const known = formatIds.find(id => id === asked)
  if (known && !either.includes(asked)) return { ok: true, value: known }
  if (!known && !either.includes(asked)) {
    const detail = `--format ${asked}: ${[...articles, ...either, ...formatIds].join(', ')}`
    return { ok: false, failure: { code: 'bad-input', params: { detail } } }
  }
  const found = await call('annotated.detect', { paths: [...paths] })
  if (!found.ok) return found
  return { ok: true, value: found.value.format }
}

export type AskedAnnotated = Pick<Asked<'annotated.run'>, 'annotator' | 'mapFile'> & {
  format: string
}

/** A line of the report: the place, what happened to it, and why. */
function complaint(language: Language, problem: AnnotatedProblem): string {
  const { file, line } = problem
  return `${line === undefined ? file : `${file}:${line}`}: ${problemText(problem, language, true)}`
}

export function annotatedSaid(language: Language, report: AnnotatedReport) {
  const { documents, sets, annotations, relations, problemCount, problems, cancelled } = report
  const ar = language === 'ar'
  const parts = ar
    ? [
        `النسق: ${report.format}`,
        `وثائق جديدة: ${documents.added}`,
        `وثائق معروفة: ${documents.known}`,
        `مجموعات: ${sets}`,
        `توسيمات: ${annotations}`,
        `علاقات: ${relations}`,
        `مشكلات: ${problemCount}`,
        ...(report.added.labels.length > 0
          ? [`أوسمة أُضيفت: ${report.added.labels.join('، ')}`]
          : []),
      ]
    : [
        `Format: ${report.format}`,
        `documents added: ${documents.added}`,
        `already there: ${documents.known}`,
        `sets: ${sets}`,
        `annotations: ${annotations}`,
        `relations: ${relations}`,
        `problems: ${problemCount}`,
        ...(report.added.labels.length > 0
          ? [`labels added: ${report.added.labels.join(', ')}`]
          : []),
      ]
  return {
    summary: parts.join(ar ? '، ' : ', '),
    complaints: problems.map(problem => complaint(language, problem)),
    clean: problems.every(({ what }) => what === 'repaired') && !cancelled,
  }
}

/** What a format could not hold, a line a kind. */
export const lossLines = (language: Language, losses: Losses | undefined): string[] =>
  lossKinds.flatMap(kind => {
    const count = losses?.[kind]
    return count ? [lossText(kind, count, language)] : []
  })
