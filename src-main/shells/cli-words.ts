import type { Language } from '../../annotations/api/failure-text.ts'
import type { SuggestReport } from '../../annotations/api/suggesting.ts'
import type { CheckReport, ExportReport, ImportReport } from '../../annotations/api/views.ts'

/** The language of the terminal: ISNAD_LANG, else that of the system. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const name = env.ISNAD_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^ar/i.test(name) ? 'ar' : 'en'
}

export type Forms = { [form in Intl.LDMLPluralRule]?: string } & { other: string }

const rules = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') }

export const counted = (language: Language, n: number, forms: Forms) =>
  (forms[rules[language].select(n)] ?? forms.other).replace('#', String(n))

export const documents: Record<Language, Forms> = {
  ar: {
    zero: 'لا وثائق',
    one: 'وثيقة واحدة',
    two: 'وثيقتان',
    few: '# وثائق',
    many: '# وثيقة',
    other: '# وثيقة',
  },
  en: { one: '# document', other: '# documents' },
}
const files: Record<Language, Forms> = {
  ar: {
    zero: 'لا ملفات',
    one: 'ملف واحد',
    two: 'ملفان',
    few: '# ملفات',
    many: '# ملفًا',
    other: '# ملف',
  },
  en: { one: '# file', other: '# files' },
}
export const lines: Record<Language, Forms> = {
  ar: {
    zero: 'لا أسطر',
    one: 'سطر واحد',
    two: 'سطران',
    few: '# أسطر',
    many: '# سطرًا',
    other: '# سطر',
  },
  en: { one: '# line', other: '# lines' },
}
const annotations: Record<Language, Forms> = {
  ar: {
    zero: 'لا توسيمات',
    one: 'توسيم واحد',
    two: 'توسيمان',
    few: '# توسيمات',
    many: '# توسيمًا',
    other: '# توسيم',
  },
  en: { one: '# annotation', other: '# annotations' },
}
const sets: Record<Language, Forms> = {
  ar: {
    zero: 'لا مجموعات',
    one: 'مجموعة واحدة',
    two: 'مجموعتان',
    few: '# مجموعات',
    many: '# مجموعة',
    other: '# مجموعة',
  },
  en: { one: '# set', other: '# sets' },
}
const errors: Record<Language, Forms> = {
  ar: {
    zero: 'لا أخطاء',
    one: 'خطأ واحد',
    two: 'خطآن',
    few: '# أخطاء',
    many: '# خطأ',
    other: '# خطأ',
  },
  en: { one: '# error', other: '# errors' },
}
const warnings: Record<Language, Forms> = {
  ar: {
    zero: 'لا تنبيهات',
    one: 'تنبيه واحد',
    two: 'تنبيهان',
    few: '# تنبيهات',
    many: '# تنبيهًا',
    other: '# تنبيه',
  },
  en: { one: '# warning', other: '# warnings' },
}

export const severity: Record<Language, Record<'error' | 'warning', string>> = {
  ar: { error: 'خطأ', warning: 'تنبيه' },
  en: { error: 'error', warning: 'warning' },
}

export function created(language: Language, folder: string): string {
  return language === 'ar' ? `أُنشئ المشروع في ${folder}` : `Made a project in ${folder}`
}

export function imported(
  language: Language,
  { imported, duplicates, rejected, recurring, cancelled }: ImportReport,
): string {
  const count = (n: number, forms: Record<Language, Forms>) => counted(language, n, forms[language])
  const parts =
    language === 'ar'
      ? [
          `استُوردت: ${count(imported.length, documents)}`,
          `موجودة من قبل: ${count(duplicates.length, files)}`,
          `مرفوضة: ${count(rejected.length, files)}`,
          ...(recurring ? [`عُتّمت زوائد متكررة: ${count(recurring.marked, lines)}`] : []),
          ...(cancelled ? ['أُلغيت العملية قبل تمامها'] : []),
        ]
      : [
          `Imported: ${count(imported.length, documents)}`,
          `already there: ${count(duplicates.length, files)}`,
          `rejected: ${count(rejected.length, files)}`,
          ...(recurring ? [`recurring furniture dimmed: ${count(recurring.marked, lines)}`] : []),
          ...(cancelled ? ['cancelled before it was done'] : []),
        ]
  return parts.join(language === 'ar' ? '، ' : ', ')
}

export function exported(language: Language, report: ExportReport): string {
  const wrote = counted(language, report.lines, lines[language])
  const holding = counted(language, report.annotations, annotations[language])
  const left = report.leftOut
    ? language === 'ar'
      ? `، وتُرك في زوائد الصفحة ${counted(language, report.leftOut, annotations[language])} (--furniture)`
      : `, ${counted(language, report.leftOut, annotations[language])} in page furniture left out (--furniture)`
    : ''
  return language === 'ar'
    ? `كُتب ${report.file}: ${wrote}، ${holding}${left}`
    : `Wrote ${report.file}: ${wrote}, ${holding}${left}`
}

export function checked(language: Language, { findings, ...report }: CheckReport): string {
  const of = (asked: 'error' | 'warning') =>
    findings.filter(({ severity }) => severity === asked).length
  const parts = [
    counted(language, report.documents, documents[language]),
    counted(language, report.sets, sets[language]),
    counted(language, report.annotations, annotations[language]),
    counted(language, of('error'), errors[language]),
    counted(language, of('warning'), warnings[language]),
  ]
  return `${report.path}: ${parts.join(language === 'ar' ? '، ' : ', ')}`
}

export function suggested(language: Language, { documents: read, added }: SuggestReport): string {
  const { actors, dates, claims, relations } = added
  const of = counted(language, read, documents[language])
  return language === 'ar'
    ? `${of}؛ أُضيف من الاقتراحات: فاعلون ${actors}، تواريخ ${dates}، ادعاءات ${claims}، روابط ${relations}`
    : `${of}; suggestions added: actors ${actors}, dates ${dates}, claims ${claims}, links ${relations}`
}
