import type { Statistics } from '../../annotations/across/statistics.ts'
import type { Language } from '../../annotations/api/failure-text.ts'

/** The figures of a project as lines of a terminal. */
export function statisticsText(found: Statistics, language: Language): string {
  const { documents, published, claims, actors, dates } = found
  const ar = language === 'ar'
  const none = ar ? 'لا شيء' : 'none'
  const span = (first: string | null, last: string | null) =>
    first === null && last === null ? none : `${first ?? '…'} – ${last ?? '…'}`
  const rows: [string, string][] = [
    [ar ? 'الوثائق' : 'documents', `${documents.all}`],
    [ar ? 'الموسومة منها' : 'annotated', `${documents.annotated}`],
    [ar ? 'الكلمات' : 'words', `${documents.words}`],
    [ar ? 'الصحف والوكالات' : 'outlets', `${documents.outlets}`],
    [ar ? 'النشر' : 'published', span(published.first, published.last)],
    [ar ? 'بلا تاريخ نشر' : 'without publication date', `${published.undated}`],
    [ar ? 'التوسيمات' : 'annotations', `${found.annotations}`],
    ...found.labels.map(({ label, count, perThousandWords }): [string, string] => [
      `  ${label}`,
      `${count} (${perThousandWords} ${ar ? 'لكل ألف كلمة' : 'per 1,000 words'})`,
    ]),
    [ar ? 'الادعاءات' : 'claims', `${claims.all}`],
    [ar ? 'المرمّزة بقضية' : 'pointing to a proposition', `${claims.coded}`],
    [ar ? 'الفاعلون المربوطون' : 'actors linked', `${actors.linked} / ${actors.register}`],
    [ar ? 'الأيام المذكورة' : 'days spoken of', span(dates.first, dates.last)],
    ...found.annotators.map(
      ({ annotator, documents, annotations, status, secondsPerDocument }): [string, string] => [
        annotator,
        [
          `${documents} ${ar ? 'وثائق' : 'documents'}`,
          `${annotations} ${ar ? 'توسيمات' : 'annotations'}`,
          ...Object.entries(status).map(([name, count]) => `${name} ${count}`),
          ...(secondsPerDocument === null
            ? []
            : [`${Math.round(secondsPerDocument)} ${ar ? 'ثانية للوثيقة' : 's a document'}`]),
        ].join(', '),
      ],
    ),
  ]
  return rows.map(([name, value]) => `${name}: ${value}`).join('\n')
}
