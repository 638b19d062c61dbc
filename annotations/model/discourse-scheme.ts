import type { LabelScheme } from './scheme.ts'

/** Statements as discourse network analysis codes them (Leifeld 2016): a person, an organisation, a concept, agreement. */
export const discourseScheme: LabelScheme = {
  labels: [
    {
      id: 'statement',
      name: { ar: 'تصريح', en: 'Statement' },
      colour: 'violet',
      fill: true,
      underline: 'none',
      keys: ['KeyA', 'Digit1'],
      guideline: {
        ar: 'سِم **جملة يتّخذ فيها فاعل موقفًا** من فكرة. تصريح واحد لكل فكرة: إن قال القائل شيئين فهما تصريحان.',
        en: 'Tag **a sentence in which an actor takes a position** on an idea. One statement an idea: who says two things makes two statements.',
      },
      examples: [
        {
          text: 'قال النائب: «نرفض تمديد المهمة، ونطالب بجدول معلن».',
          words: 'نرفض تمديد المهمة',
        },
      ],
      attributes: [
        {
          id: 'concept',
          name: { ar: 'الفكرة', en: 'Concept' },
          type: 'text',
          required: true,
        },
        {
          id: 'agreement',
          name: { ar: 'الموقف من الفكرة', en: 'Position' },
          type: 'choice',
          required: true,
          choices: [
            { id: 'agrees', name: { ar: 'يؤيّد', en: 'Agrees' } },
            { id: 'disagrees', name: { ar: 'يعارض', en: 'Disagrees' } },
            { id: 'ambivalent', name: { ar: 'متردّد', en: 'Ambivalent' } },
          ],
        },
        {
          id: 'conditional',
          name: { ar: 'مشروط', en: 'Conditional' },
          type: 'yes-no',
          required: false,
        },
        {
          id: 'condition',
          name: { ar: 'الشرط', en: 'Condition' },
          type: 'text',
          required: true,
          when: { attribute: 'conditional', is: [true] },
        },
      ],
    },
    {
      id: 'speaker',
      name: { ar: 'متحدث', en: 'Speaker' },
      colour: 'teal',
      fill: true,
      underline: 'solid',
      keys: ['KeyS', 'Digit2'],
      guideline: {
        ar: 'سِم **من يصدر عنه التصريح**، شخصًا كان أو هيئة تتكلم باسمها.',
        en: 'Tag **whoever makes the statement**: a person, or a body speaking for itself.',
      },
      examples: [{ text: 'قال النائب سعد الهاشمي: «نرفض».', words: 'النائب سعد الهاشمي' }],
      attributes: [
        {
          id: 'actor',
          name: { ar: 'في سجلّ الفاعلين', en: 'In the register' },
          type: 'actor',
          required: false,
        },
      ],
    },
    {
      id: 'organisation',
      name: { ar: 'هيئة', en: 'Organisation' },
      colour: 'amber',
      fill: true,
      underline: 'dashed',
      keys: ['KeyD', 'Digit3'],
      guideline: {
        ar: 'سِم **الهيئة التي ينتمي إليها المتحدث**، إن ذكرها النص.',
        en: 'Tag **the body the speaker belongs to**, where the text says so.',
      },
      examples: [{ text: 'المتحدث باسم كتلة الضفتين.', words: 'كتلة الضفتين' }],
      attributes: [],
    },
  ],
  relationTypes: [
    {
      id: 'made-by',
      name: { ar: 'صادر عن', en: 'Made by' },
      from: ['statement'],
      to: ['speaker'],
      ordered: false,
    },
    {
      id: 'belongs-to',
      name: { ar: 'ينتمي إلى', en: 'Belongs to' },
      from: ['speaker'],
      to: ['organisation'],
      ordered: false,
    },
  ],
  overlap: 'any',
}
