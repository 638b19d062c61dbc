/** How a value came about, in words for the analyst. `{anchor}` is the day it was counted from. */
export const rules = {
  written: { ar: 'مكتوب كما هو', en: 'as written' },
  converted: { ar: 'محوّل من تقويمه', en: 'converted from its calendar' },
  'both-calendars': { ar: 'مكتوب بالتقويمين', en: 'written in both calendars' },
  'days-from-anchor': { ar: 'أيام معدودة من تاريخ المرجع', en: 'days counted from the anchor' },
  'unit-from-anchor': {
    ar: 'أسبوع أو شهر أو سنة بالنسبة إلى تاريخ المرجع',
    en: 'week, month or year relative to the anchor',
  },
  'from-previous': {
    ar: 'بالنسبة إلى التاريخ السابق في النص',
    en: 'relative to the date before it',
  },
  'weekday-before': {
    ar: 'آخر يوم بهذا الاسم قبل تاريخ المرجع',
    en: 'the last such weekday before the anchor',
  },
  'weekday-past': {
    ar: 'آخر يوم بهذا الاسم حتى تاريخ المرجع، فالجملة ليست في المستقبل',
    en: 'the latest such weekday up to the anchor, since no future verb governs it',
  },
  'weekday-after': {
    ar: 'أول يوم بهذا الاسم بعد تاريخ المرجع',
    en: 'the first such weekday after the anchor',
  },
  'weekday-future': {
    ar: 'أول يوم بهذا الاسم بعد تاريخ المرجع، لأن الفعل مستقبل',
    en: 'the next such weekday, since a future verb governs it',
  },
  'weekday-of-week': { ar: 'يوم من أسبوع مسمّى', en: 'a day of a named week' },
  'month-past': {
    ar: 'أقرب شهر أو يوم مضى، فالفعل ماضٍ أو لا فعل',
    en: 'the latest past one: a past verb or none governs it',
  },
  'month-future': {
    ar: 'أقرب شهر أو يوم آتٍ، لأن الفعل مضارع أو مستقبل',
    en: 'the next one: a present or future verb governs it',
  },
  'month-directed': {
    ar: 'اختيرت السنة بحسب «الماضي» أو «المقبل» أو «الجاري»',
    en: 'the year follows from “last”, “next” or “this”',
  },
  'weekday-fixes-year': {
    ar: 'السنة التي يوافق فيها اليومُ من الأسبوع التاريخَ',
    en: 'the year in which the weekday fits the date',
  },
  'time-ago': { ar: 'مدة معدودة من تاريخ المرجع', en: 'an amount of time from the anchor' },
  'part-of-year': { ar: 'جزء من السنة', en: 'a part of the year' },
  'decade-of-century': { ar: 'عقد من قرنه', en: 'a decade of its century' },
  'decade-alone': {
    ar: 'عقد بلا قرن: من القرن العشرين',
    en: 'a decade without a century: the 20th',
  },
  century: { ar: 'القرن كله', en: 'the whole century' },
  feast: { ar: 'مناسبة يعيّنها التقويم', en: 'a day the calendar fixes' },
  'time-of-day': { ar: 'وقت من يوم معلوم', en: 'a time of a known day' },
  utterance: {
    ar: 'داخل اقتباس: بالنسبة إلى يوم القول',
    en: 'inside a quotation: counted from the day it was said',
  },
  duration: { ar: 'مدة', en: 'a length of time' },
  recurring: { ar: 'يتكرر', en: 'it recurs' },
  vague: { ar: 'إشارة عامة إلى زمن', en: 'a general reference to a time' },
  nowadays: { ar: '«اليوم» بمعنى هذه الأيام', en: '“today” in the sense of nowadays' },
  'no-anchor': {
    ar: 'نسبيّ ولا تاريخ مرجعًا له',
    en: 'relative, and there is no anchor date to count from',
  },
} as const

export type RuleId = keyof typeof rules
