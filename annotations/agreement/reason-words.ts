import type { Bilingual } from '../model/scheme.ts'
import type { UndefinedReason } from './measure.ts'
import type { FigureWarning, ReportNote } from './report-shape.ts'

/** Why there is no figure. */
export const reasonWords: Record<UndefinedReason, Bilingual> = {
  'no-pairs': { ar: 'لا شيء حكم عليه اثنان', en: 'nothing was judged by two annotators' },
  'one-category': {
    ar: 'فئة واحدة لا غير، فلا يُعرف الاتفاق من المصادفة',
    en: 'one category only: agreement cannot be told from chance',
  },
  'no-variation': { ar: 'لا تباين يُقاس عليه', en: 'no variation to measure against' },
  'two-coders-needed': { ar: 'لا بدّ من مُحكِّمَين', en: 'two annotators are needed' },
  'not-numbers': { ar: 'القيم ليست أعدادًا', en: 'the values are not numbers' },
  'no-units': { ar: 'لا توسيمات', en: 'there are no annotations' },
  'no-spans': { ar: 'لم يُوسم شيء بهذا الوسم', en: 'nothing was marked' },
  'no-text': { ar: 'النص أقصر من أن يُقطَّع', en: 'the text is too short to be divided' },
  'bad-unit': { ar: 'مدى مقلوب أو سالب', en: 'a span is inverted or negative' },
  'outside-continuum': { ar: 'مدى خارج النص', en: 'a span lies outside the text' },
  'overlapping-units': {
    ar: 'مدى مُحكِّم واحد يتداخل تحت الوسم نفسه، وهذا المقياس لا يقبله؛ غاما تقبله',
    en: 'one annotator’s spans overlap under the same label, which this measure cannot take; γ can',
  },
  'not-aligned': { ar: 'لا مدى يقابل آخر', en: 'no spans are aligned' },
  'too-complex': {
    ar: 'التداخل أكثر من أن يُواءم مواءمة مُثلى',
    en: 'too much overlaps for an exact alignment',
  },
  'no-boundaries': { ar: 'لا حدود في أيّ من التقطيعين', en: 'neither has a boundary' },
  'different-lengths': {
    ar: 'التقطيعان لنصّين مختلفي الطول',
    en: 'the two are of texts of different lengths',
  },
  'bad-window': { ar: 'نافذة لا تلائم النص', en: 'the window does not fit the text' },
}

export const warningWords: Record<FigureWarning, Bilingual> = {
  'few-units': { ar: 'وحدات قليلة (دون 30)', en: 'few units (under 30)' },
  'one-category': { ar: 'فئة واحدة', en: 'one category' },
  prevalence: {
    ar: 'فئة غالبة: كابا وألفا منخفضتان مع اتفاق عالٍ',
    en: 'one category prevails: κ and α are low though agreement is high',
  },
  'by-paragraphs': {
    ar: 'الفترة من إعادة سحب الفقرات، فالوثائق قليلة',
    en: 'interval from paragraphs, for documents are few',
  },
}

/** `{annotator}`, `{title}`, `{count}`, `{detail}` are filled in. */
const noteWords: Record<ReportNote['kind'], Bilingual> = {
  'one-annotator': {
    ar: '«{title}»: وسمها {annotator} وحده، فلا تدخل في المقارنة.',
    en: '“{title}”: only {annotator} worked on it, so it is not compared.',
  },
  'not-begun': {
    ar: '«{title}»: مجموعة {annotator} فارغة ولم تُسلَّم، فعُدّت لم تبدأ.',
    en: '“{title}”: {annotator}’s set is empty and not submitted; it is taken as not begun.',
  },
  'nothing-marked': {
    ar: '«{title}»: سلّمها {annotator} بلا أي توسيم، فحُسبت كذلك.',
    en: '“{title}”: {annotator} submitted it without a single annotation; it counts as that.',
  },
  'bad-spans': {
    ar: '«{title}»: {count} من توسيمات {annotator} مداها مقلوب أو خارج النص أو لا يطابق اقتباسه، فتُركت.',
    en: '“{title}”: {count} of {annotator}’s annotations have spans that are inverted, outside the text, or do not say what they quote; they are left out.',
  },
  'different-texts': {
    ar: '«{title}»: مجموعة {annotator} على نص آخر، فتُركت. استوردها من جديد على هذا النص.',
    en: '“{title}”: {annotator}’s set is on another text and is left out. Import it again onto this one.',
  },
  unreadable: {
    ar: '«{title}»: تعذّرت قراءة مجموعة {annotator} ({detail}).',
    en: '“{title}”: {annotator}’s set cannot be read ({detail}).',
  },
  'never-together': {
    ar: 'لا وثيقة وسمها {annotator} و{detail} كلاهما؛ وزّع عليهما وثائق مشتركة.',
    en: '{annotator} and {detail} share no document; give them some in common.',
  },
}

/** A name keeps its own direction in a sentence of the other. */
const isolated = (value: string) => `\u2068${value}\u2069`

export function noteText(note: ReportNote, language: 'ar' | 'en'): string {
  const values: Record<string, string> = {
    annotator: isolated(note.annotator),
    title: isolated(note.title),
    count: String(note.count ?? 0),
    detail: isolated(note.detail ?? ''),
  }
  return noteWords[note.kind][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => values[name] ?? '',
  )
}
