import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import type { AdjudicationReport } from '../../annotations/api/reviewing.ts'
import { differenceKinds } from '../../annotations/review/comparison.ts'

const kinds: Record<Language, Record<(typeof differenceKinds)[number], string>> = {
  ar: {
    missing: 'ناقص',
    boundary: 'حدود',
    label: 'وسم',
    attribute: 'سمة',
    actor: 'فاعل',
    date: 'قيمة تاريخ',
    relation: 'علاقة',
    chain: 'إسناد',
  },
  en: {
    missing: 'missing',
    boundary: 'boundary',
    label: 'label',
    attribute: 'attribute',
    actor: 'actor',
    date: 'date value',
    relation: 'relation',
    chain: 'chain',
  },
}

function summaryOf(report: AdjudicationReport, language: Language): string {
  const { strategy, documents, changed, single, annotations, relations, differences, open } = report
  const left = differenceKinds
    .filter(kind => report.kinds[kind] > 0)
    .map(kind => `${kinds[language][kind]} ${report.kinds[kind]}`)
    .join(language === 'ar' ? '، ' : ', ')
  const lines =
    language === 'ar'
      ? [
          `القاعدة: ${strategy}، وثائق: ${documents}، تغيّر منها: ${changed}، بمُحكِّم واحد: ${single}`,
          `في المرجع: توسيمات ${annotations}، علاقات ${relations}`,
          `الفروق: ${differences}، ما لم يُحسم: ${open}${left ? ` (${left})` : ''}`,
        ]
      : [
          `Strategy: ${strategy}, documents: ${documents}, of them changed: ${changed}, with one annotator: ${single}`,
          `In the gold sets: annotations ${annotations}, relations ${relations}`,
          `Differences: ${differences}, left to decide: ${open}${left ? ` (${left})` : ''}`,
        ]
  return lines.join('\n')
}

/** An adjudication as the command line says it: what came of it, and beside it what could not be compared. */
export function adjudicated(report: AdjudicationReport, language: Language) {
  return {
    value: report,
    summary: summaryOf(report, language),
    complaints: report.rejected.map(({ title, annotator, failure }) =>
      [title, annotator, failureText(failure, language, true)]
        .filter(part => part !== undefined)
        .join(': '),
    ),
    clean: report.documents > 0 && report.rejected.length === 0 && !report.cancelled,
  }
}
