import type { Attribute, Choice, RelationType } from './scheme.ts'
import { sourceKindChoices } from './source-kind.ts'

const choice = (id: string, ar: string, en: string): Choice => ({ id, name: { ar, en } })

/** What a claim is asked: whose voice, how it is put, and how sure (docs/facts of attribution; PARC, FactBank). */
export const claimAttributes: Attribute[] = [
  {
    id: 'stance',
    name: { ar: 'الموقف', en: 'Stance' },
    type: 'choice',
    required: true,
    choices: [
      choice('asserts', 'يؤكّد', 'Asserts'),
      choice('denies', 'ينفي', 'Denies'),
      choice('demands', 'يطالب', 'Demands'),
      choice('threatens', 'يهدّد', 'Threatens'),
      choice('expects', 'يتوقّع', 'Expects'),
      choice('doubts', 'يشكّك', 'Doubts'),
      choice('reports', 'ينقل', 'Reports'),
    ],
  },
  {
    id: 'directness',
    name: { ar: 'النقل', en: 'Directness' },
    type: 'choice',
    required: false,
    choices: [
      choice('direct', 'مباشر', 'Direct'),
      choice('indirect', 'غير مباشر', 'Indirect'),
      choice('mixed', 'مختلط', 'Mixed'),
    ],
  },
  {
    id: 'voice',
    name: { ar: 'الصوت', en: 'Voice' },
    type: 'choice',
    required: false,
    choices: [
      choice('attributed', 'منسوب إلى مصدر', 'Attributed to a source'),
      choice('author', 'صوت المقال نفسه', 'The article’s own'),
    ],
  },
  {
    id: 'modality',
    name: { ar: 'الجهة', en: 'Modality' },
    type: 'choice',
    required: false,
    choices: [
      choice('fact', 'خبر', 'Fact'),
      choice('opinion', 'رأي', 'Opinion'),
      choice('expectation', 'توقّع', 'Expectation'),
      choice('demand', 'مطلب', 'Demand'),
      choice('threat', 'تهديد', 'Threat'),
      choice('warning', 'تحذير', 'Warning'),
      choice('promise', 'تعهّد', 'Promise'),
      choice('question', 'سؤال', 'Question'),
      choice('attitude', 'موقف نفسي', 'Attitude'),
      choice('responsibility', 'تبنٍّ', 'Responsibility'),
    ],
  },
  {
    id: 'polarity',
    name: { ar: 'الإثبات والنفي', en: 'Polarity' },
    type: 'choice',
    required: false,
    choices: [choice('positive', 'مُثبَت', 'Positive'), choice('negative', 'منفي', 'Negative')],
  },
  {
    id: 'certainty',
    name: { ar: 'درجة الجزم', en: 'Certainty' },
    type: 'choice',
    required: false,
    choices: [
      choice('certain', 'جازم', 'Certain'),
      choice('probable', 'مرجّح', 'Probable'),
      choice('possible', 'محتمل', 'Possible'),
    ],
  },
  { id: 'note', name: { ar: 'ملاحظة', en: 'Note' }, type: 'text', required: false },
]

const yesNo = (id: string, ar: string, en: string): Attribute => ({
  id,
  name: { ar, en },
  type: 'yes-no',
  required: false,
})

/** What joins a claim to who says it, by which words, about when, and to other claims. */
export const claimRelations: RelationType[] = [
  {
    id: 'source',
    name: { ar: 'المصدر', en: 'Source' },
    from: ['claim'],
    to: ['actor'],
    ordered: true,
    attributes: [
      {
        id: 'kind',
        name: { ar: 'نوع المصدر', en: 'Kind of source' },
        type: 'choice',
        required: false,
        choices: sourceKindChoices,
      },
      yesNo('implicit', 'ضمني: الفاعل مقدَّر', 'Implicit: the subject is understood'),
      { id: 'count', name: { ar: 'العدد', en: 'Count' }, type: 'number', required: false },
      {
        id: 'position',
        name: { ar: 'الصفة المذكورة', en: 'Position described' },
        type: 'text',
        required: false,
      },
    ],
  },
  {
    id: 'cue',
    name: { ar: 'لفظ الإسناد', en: 'Cue' },
    from: ['claim'],
    to: ['cue'],
    ordered: true,
    attributes: [yesNo('unnamed', 'لم يُسمَّ قائله', 'Nobody is named')],
  },
  {
    id: 'about',
    name: { ar: 'عن متى', en: 'About when' },
    from: ['claim'],
    to: ['date'],
    ordered: false,
    attributes: [
      {
        id: 'role',
        name: { ar: 'دور التاريخ', en: 'Role of the date' },
        type: 'choice',
        required: false,
        choices: [
          choice('content', 'تاريخ المضمون', 'Of the content'),
          choice('utterance', 'تاريخ القول', 'Of the utterance'),
          choice('relative-to-event', 'منسوب إلى حدث', 'Relative to an event'),
        ],
      },
    ],
  },
  {
    id: 'topic',
    name: { ar: 'عمّن', en: 'About whom' },
    from: ['claim'],
    to: ['actor'],
    ordered: false,
  },
  {
    id: 'target',
    name: { ar: 'الموجَّه إليه', en: 'Target' },
    from: ['claim'],
    to: ['actor'],
    ordered: false,
  },
  {
    id: 'medium',
    name: { ar: 'ما قيل فيه', en: 'Said in' },
    from: ['claim'],
    to: ['cue'],
    ordered: false,
  },
  {
    id: 'within',
    name: { ar: 'داخل ادعاء', en: 'Within a claim' },
    from: ['claim'],
    to: ['claim'],
    ordered: false,
  },
  {
    id: 'part',
    name: { ar: 'جزء يُتحقَّق منه', en: 'Checkable part' },
    from: ['claim'],
    to: ['claim'],
    ordered: false,
  },
  {
    id: 'repeats',
    name: { ar: 'تكرار لادعاء', en: 'Repeats a claim' },
    from: ['claim'],
    to: ['claim'],
    ordered: false,
  },
]
