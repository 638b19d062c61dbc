import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import {
  countMerged,
  type MergedFileReport,
  type MergeReport,
} from '../../annotations/api/merging.ts'
import type { Fate } from '../../annotations/merge/merge-report.ts'
import { failureOf } from '../app-error.ts'
import { type DriverFiles, driveMerge } from '../merge/merge-driver.ts'

const value = (of: unknown) => {
  const text = typeof of === 'string' ? of : (JSON.stringify(of) ?? '–')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** What somebody should look at: both changed one thing, or one changed what the other took away. */
function fateLine(
  language: Language,
  { kind, element, at, kept, other }: Fate,
): string | undefined {
  const where = [element, at].filter(part => part !== undefined).join(' · ')
  if (kind === 'clash')
    return language === 'ar'
      ? `${where}: غيّره الاثنان؛ بقي ${value(kept)}، والآخر ${value(other)}`
      : `${where}: both changed it; kept ${value(kept)}, the other says ${value(other)}`
  if (kind === 'kept')
    return language === 'ar'
      ? `${where}: حُذف في نسخة وعُدّل في الأخرى؛ أُبقي`
      : `${where}: removed in one copy and worked on in the other; kept`
  return undefined
}

const kinds: Record<Language, Partial<Record<MergedFileReport['kind'], string>>> = {
  ar: { 'kept-aside': 'نسختان لا تُدمجان؛ الأخرى جانبًا', unreadable: 'لا تُقرأ إحدى النسختين' },
  en: {
    'kept-aside': 'two copies that cannot be merged; the other one lies aside',
    unreadable: 'one of the copies cannot be read',
  },
}

const notes: Record<Language, Record<MergeReport['notes'][number]['kind'], string>> = {
  ar: {
    'no-document': 'مجموعة بلا وثيقتها',
    'other-text': 'مجموعة على نص آخر',
    'other-project': 'النسختان ليستا من مشروع واحد',
    'same-actor-twice': 'فاعلان باسم واحد',
    'name-clash': 'مُوسِّمان اسماهما مجلد واحد في Windows وmacOS',
  },
  en: {
    'no-document': 'a set whose document is not there',
    'other-text': 'a set on another text',
    'other-project': 'the two are not copies of one project',
    'same-actor-twice': 'two actors of one name',
    'name-clash': 'two annotators whose names are one folder on Windows and macOS',
  },
}

function complaintsOf(report: MergeReport, language: Language): string[] {
  const lines = report.files.flatMap(({ file, kind, detail, aside, fates = [] }) => {
    const said = kinds[language][kind]
    const more = [detail, aside && `→ ${aside}`].filter(Boolean).join(' ')
    return [
      ...(said === undefined ? [] : [`${file}: ${said} ${more}`.trim()]),
      ...fates.flatMap(fate => {
        const line = fateLine(language, fate)
        return line === undefined ? [] : [`${file}: ${line}`]
      }),
    ]
  })
  const told = report.notes.map(({ kind, file, detail }) =>
    [`${file}: ${notes[language][kind]}`, detail].filter(Boolean).join(' · '),
  )
  return [...lines, ...told]
}

export function mergedSaid(report: MergeReport, language: Language) {
  const { onlyA, onlyB, merged, clashes, aside } = countMerged(report)
  const summary =
    language === 'ar'
      ? `${report.out}: وثائق ${report.documents}، مجموعات ${report.sets}؛ ملفات في الأولى وحدها ${onlyA}، في الثانية وحدها ${onlyB}، دُمجت ${merged}، مواضع غيّرها الاثنان ${clashes}`
      : `${report.out}: documents ${report.documents}, sets ${report.sets}; files only in the first ${onlyA}, only in the second ${onlyB}, merged ${merged}, changed by both ${clashes}`
  return { value: report, summary, complaints: complaintsOf(report, language), clean: aside === 0 }
}

/** Git asks; 0 is a clean merge, 1 is one to be looked at, with what stands against each other on standard error. */
export async function mergeDriver(files: DriverFiles, language: Language): Promise<0 | 1> {
  try {
    const { clean, fates } = await driveMerge(files)
    for (const fate of fates) {
      const line = fateLine(language, fate)
      if (line !== undefined) process.stderr.write(`${files.name}: ${line}\n`)
    }
    return clean ? 0 : 1
  } catch (error) {
    process.stderr.write(`${failureText(failureOf(error), language, true)}\n`)
    return 1
  }
}
