import type { Choice, LabelScheme } from './scheme.ts'

const choice = (id: string, ar: string, en: string): Choice => ({ id, name: { ar, en } })

/** Kinds of actor (design.md, 1). */
export const actorKindChoices: Choice[] = [
  choice('person', 'شخص', 'Person'),
  choice('organisation', 'منظمة', 'Organisation'),
  choice('armed-group', 'جماعة مسلحة', 'Armed group'),
  choice('government-body', 'جهة حكومية', 'Government body'),
  choice('state', 'دولة', 'State'),
  choice('media', 'وسيلة إعلام', 'Media'),
  choice('anonymous-source', 'مصدر مجهول', 'Anonymous source'),
  choice('other', 'غير ذلك', 'Other'),
]

const stances: Choice[] = [
  choice('asserts', 'يؤكّد', 'Asserts'),
  choice('denies', 'ينفي', 'Denies'),
  choice('demands', 'يطالب', 'Demands'),
  choice('threatens', 'يهدّد', 'Threatens'),
  choice('expects', 'يتوقّع', 'Expects'),
  choice('doubts', 'يشكّك', 'Doubts'),
  choice('reports', 'ينقل', 'Reports'),
]

const voices: Choice[] = [
  choice('direct', 'مباشر', 'Direct'),
  choice('indirect', 'غير مباشر', 'Indirect'),
  choice('mixed', 'مختلط', 'Mixed'),
]

/** Actors, dates, claims and the cues that join them: what a new project starts with. */
export const defaultScheme: LabelScheme = {
  labels: [
    {
      id: 'actor',
      name: { ar: 'فاعل', en: 'Actor' },
      colour: 'teal',
      fill: true,
      underline: 'solid',
      keys: ['KeyA', 'Digit1'],
      attributes: [
        {
          id: 'kind',
          name: { ar: 'النوع', en: 'Kind' },
          type: 'choice',
          required: true,
          choices: actorKindChoices,
        },
        {
          id: 'actor',
          name: { ar: 'في سجلّ الفاعلين', en: 'In the register' },
          type: 'actor',
          required: false,
        },
        { id: 'count', name: { ar: 'العدد', en: 'Count' }, type: 'number', required: false },
      ],
    },
    {
      id: 'date',
      name: { ar: 'تاريخ', en: 'Date' },
      colour: 'amber',
      fill: true,
      underline: 'dashed',
      keys: ['KeyS', 'Digit2'],
      attributes: [
        { id: 'value', name: { ar: 'القيمة', en: 'Value' }, type: 'date', required: true },
      ],
    },
    {
      id: 'claim',
      name: { ar: 'ادعاء', en: 'Claim' },
      colour: 'violet',
      fill: true,
      underline: 'none',
      keys: ['KeyD', 'Digit3'],
      attributes: [
        {
          id: 'stance',
          name: { ar: 'الموقف', en: 'Stance' },
          type: 'choice',
          required: true,
          choices: stances,
        },
        {
          id: 'voice',
          name: { ar: 'الصيغة', en: 'Voice' },
          type: 'choice',
          required: false,
          choices: voices,
        },
      ],
    },
    {
      id: 'cue',
      name: { ar: 'لفظ إسناد', en: 'Cue' },
      colour: 'rose',
      fill: false,
      underline: 'dotted',
      keys: ['KeyF', 'Digit4'],
      attributes: [],
    },
  ],
  relationTypes: [
    {
      id: 'source',
      name: { ar: 'المصدر', en: 'Source' },
      from: ['claim'],
      to: ['actor'],
      ordered: true,
    },
    {
      id: 'cue',
      name: { ar: 'لفظ الإسناد', en: 'Cue' },
      from: ['claim'],
      to: ['cue'],
      ordered: true,
    },
    {
      id: 'about',
      name: { ar: 'عن متى', en: 'About when' },
      from: ['claim'],
      to: ['date'],
      ordered: false,
    },
    {
      id: 'target',
      name: { ar: 'الموجَّه إليه', en: 'Target' },
      from: ['claim'],
      to: ['actor'],
      ordered: false,
    },
  ],
}
