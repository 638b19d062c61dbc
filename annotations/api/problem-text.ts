import type { AnnotatedProblem } from './annotated.ts'
import { failureText, type Language } from './failure-text.ts'

type Words = Record<Language, string>

const words: Record<string, Words> = {
  'span-outside-text': { ar: 'موضع خارج النص', en: 'a place outside the text' },
  'span-inverted': { ar: 'نهاية قبل البداية', en: 'the end is before the start' },
  'empty-span': { ar: 'مدى فارغ', en: 'an empty span' },
  'no-span': { ar: 'توسيم بلا مدى', en: 'an annotation without a span' },
  'no-place': { ar: 'لا موضع له في نص الوثيقة', en: 'it has no place in the document’s text' },
  'quote-differs': { ar: 'النص هناك لا يقول ما اقتُبس', en: 'the text there says something else' },
  'splits-character': {
    ar: 'موضع داخل محرف، فوُسِّع المدى ليشمله',
    en: 'a place inside a character; the span was widened to hold it',
  },
  moved: {
    ar: 'الموضع لا يطابق الاقتباس، فوُضع حيث يقول النص ذلك',
    en: 'the place did not match the quote; it was put where the text says it',
  },
  'other-unit': {
    ar: 'الموضع محسوب بوحدة أخرى غير وحدة بقية السجل، فحُوِّل',
    en: 'its offsets count in another unit than the rest of the record; they were converted',
  },
  'html-region': {
    ar: 'موضع في صفحة HTML لا في نص',
    en: 'a place in an HTML page, not in a text',
  },
  'no-label': { ar: 'بلا وسم', en: 'without a label' },
  cancelled: { ar: 'أُلغي في أداته', en: 'cancelled in its tool' },
  'answered-no': { ar: 'رُفض في أداته', en: 'rejected in its tool' },
  'labels-are-numbers': {
    ar: 'الأوسمة أرقام بلا أسماء، فأُخذت كما هي',
    en: 'its labels are numbers without names, and were taken as they are',
  },
  rounded: { ar: 'وُسِّع إلى حدود الكلمات', en: 'it was widened to whole words' },
  'duplicate-id': {
    ar: 'معرّف مكرّر، فأُعطي معرّفًا آخر',
    en: 'the id is used twice; it was given another',
  },
  'unknown-label': { ar: 'وسم ليس في الخطة', en: 'a label the scheme does not have' },
  'unknown-relation-type': {
    ar: 'نوع علاقة ليس في الخطة',
    en: 'a relation type the scheme does not have',
  },
  'relation-end-missing': { ar: 'علاقة طرفها غير موجود', en: 'one end of the relation is missing' },
  'relation-end-refused': {
    ar: 'علاقة طرفها لم يُستورد',
    en: 'one end of the relation was left out',
  },
  'relation-not-allowed': {
    ar: 'علاقة لا تسمح بها الخطة بين هذين الوسمين',
    en: 'the scheme does not allow this relation between these labels',
  },
  'no-text': { ar: 'لا نص للسجل', en: 'the record has no text' },
  'not-json': { ar: 'ليس JSON صالحًا', en: 'not valid JSON' },
  'not-xml': { ar: 'ليس XML صالحًا', en: 'not valid XML' },
  'too-deep': { ar: 'تداخل أعمق من أن يُقرأ', en: 'nested too deeply to be read' },
  'too-long': { ar: 'سجل أطول من أن يُقرأ', en: 'a record too long to be read' },
  'wrong-shape': { ar: 'ليس على هيئة النسق', en: 'not of the format’s shape' },
  'bad-line': { ar: 'سطر لا يُفهم', en: 'a line that cannot be understood' },
  'not-utf-8': { ar: 'بايت ليس UTF-8', en: 'not UTF-8' },
  'too-large': { ar: 'الملف أكبر من أن يُقرأ دفعة واحدة', en: 'too large to be read at once' },
  'overlap-not-allowed': {
    ar: 'الخطة لا تسمح بهذا التقاطع',
    en: 'the scheme does not allow this overlap',
  },
  'attribute-of-nothing': { ar: 'صفة لما ليس هنا', en: 'an attribute of nothing that is here' },
  'wrong-document': { ar: 'لوثيقة ليست في المشروع', en: 'of a document the project does not have' },
  unreadable: { ar: 'تعذّرت قراءته', en: 'it could not be read' },
}

const what: Record<AnnotatedProblem['what'], Words> = {
  rejected: { ar: 'رُفض السجل', en: 'record rejected' },
  'left-out': { ar: 'تُرك', en: 'left out' },
  repaired: { ar: 'أُصلح', en: 'repaired' },
}

/** What happened to one thing of an annotated file and why, without its place; `plain` as in `failureText`. */
export function problemText(problem: AnnotatedProblem, language: Language, plain = false): string {
  const { kind, element, detail, failure } = problem
  if (failure) return `${what[problem.what][language]}: ${failureText(failure, language, plain)}`
  const why = Object.hasOwn(words, kind) ? words[kind]?.[language] : kind
  const about = [element, detail].filter(part => part !== undefined && part !== '').join(' · ')
  const colon = `${what[problem.what][language]}: ${why}`
  return about === '' ? colon : `${colon} (${about})`
}
