import type { Label, LabelScheme } from './scheme.ts'

type Entity = Pick<Label, 'id' | 'name' | 'colour' | 'underline' | 'keys' | 'guideline'> & {
  parent?: string
  words: [text: string, words: string]
}

const entity = ({
  id,
  name,
  parent,
  colour,
  underline,
  keys,
  guideline,
  words,
}: Entity): Label => ({
  id,
  name,
  ...(parent === undefined ? {} : { parent }),
  colour,
  fill: true,
  underline,
  keys,
  guideline,
  examples: [{ text: words[0], words: words[1] }],
  attributes: [],
})

/** Names in running text, after the types of ANERcorp and OntoNotes that Arabic news has most of. */
export const namedEntitiesScheme: LabelScheme = {
  labels: [
    entity({
      id: 'person',
      name: { ar: 'شخص', en: 'Person' },
      colour: 'teal',
      underline: 'solid',
      keys: ['KeyA', 'Digit1'],
      guideline: {
        ar: 'اسم **شخص** معيّن، بلا لقبه: «سالم العبيدي»، لا «الوزير سالم العبيدي».',
        en: 'The name of **a person**, without the title before it.',
      },
      words: ['التقى الوزير سالم العبيدي الوفد.', 'سالم العبيدي'],
    }),
    entity({
      id: 'organisation',
      name: { ar: 'منظمة', en: 'Organisation' },
      colour: 'violet',
      underline: 'dashed',
      keys: ['KeyS', 'Digit2'],
      guideline: {
        ar: '**هيئة** لها اسم: حزب أو شركة أو وزارة أو نادٍ. خذ الاسم الكامل.',
        en: 'A **body** with a name: a party, a company, a ministry, a club. Take the full name.',
      },
      words: ['أعلنت وزارة الموارد المائية الخطة.', 'وزارة الموارد المائية'],
    }),
    entity({
      id: 'armed-group',
      name: { ar: 'جماعة مسلحة', en: 'Armed group' },
      parent: 'organisation',
      colour: 'rose',
      underline: 'double',
      keys: ['KeyD', 'Digit3'],
      guideline: {
        ar: 'منظمة **تحمل السلاح** وليست جيش دولة.',
        en: 'An organisation that **bears arms** and is no state’s army.',
      },
      words: ['تبنّى لواء الضفاف العملية.', 'لواء الضفاف'],
    }),
    entity({
      id: 'place',
      name: { ar: 'مكان', en: 'Place' },
      colour: 'green',
      underline: 'dotted',
      keys: ['KeyF', 'Digit4'],
      guideline: {
        ar: '**موضع** على الأرض: مدينة أو نهر أو مبنى. فإن قامت العاصمة مقام حكومتها فهي مكان أيضًا.',
        en: 'A **place** on earth: a town, a river, a building; also where a capital stands for its government.',
      },
      words: ['وصل الوفد إلى ميناء الفاو.', 'ميناء الفاو'],
    }),
    entity({
      id: 'time',
      name: { ar: 'زمن', en: 'Time' },
      colour: 'amber',
      underline: 'wavy',
      keys: ['KeyG', 'Digit5'],
      guideline: {
        ar: '**عبارة زمنية**: تاريخ أو شهر أو مدة.',
        en: 'An **expression of time**: a date, a month, a length of time.',
      },
      words: ['بدأت الحملة مطلع شباط.', 'مطلع شباط'],
    }),
    entity({
      id: 'event',
      name: { ar: 'حدث', en: 'Event' },
      colour: 'blue',
      underline: 'solid',
      keys: ['KeyH', 'Digit6'],
      guideline: {
        ar: '**حدث له اسم**: قمة أو حرب أو بطولة.',
        en: 'An **event with a name**: a summit, a war, a championship.',
      },
      words: ['تُعقد قمة النهرين غدًا.', 'قمة النهرين'],
    }),
  ],
  relationTypes: [
    {
      id: 'member-of',
      name: { ar: 'عضو في', en: 'Member of' },
      from: ['person'],
      to: ['organisation', 'armed-group'],
      ordered: false,
    },
    {
      id: 'located-in',
      name: { ar: 'يقع في', en: 'Located in' },
      from: ['organisation', 'armed-group', 'event', 'place'],
      to: ['place'],
      ordered: false,
    },
  ],
  overlap: 'nested',
}
