import { claimAttributes, claimRelations } from './claim-scheme.ts'
import { propositionAttributes } from './proposition-attributes.ts'
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
      guideline: {
        ar: `سِم كل **ذكر لفاعل**: شخصًا أو جماعة أو دولة أو وسيلة إعلام.

- خذ الاسم مع لقبه: «وزير الدفاع سالم العبيدي» مدى واحد.
- اترك حرف الجر والعطف خارج المدى.
- المصدر المجهول فاعل أيضًا: «مصدر أمني»؛ اكتب العدد إن ذُكر.
- لا تسِم الضمير وحده.`,
        en: `Tag every **mention of an actor**: a person, a group, a state, a news outlet.

- Take the name together with its title: one span.
- Leave prepositions and conjunctions outside the span.
- An anonymous source is an actor too; give the count where it is said.
- Do not tag a pronoun alone.`,
      },
      examples: [
        {
          text: 'قال وزير الدفاع سالم العبيدي إن القوات ستعود.',
          words: 'وزير الدفاع سالم العبيدي',
        },
        { text: 'أكد ثلاثة مصادر أمنية الخبر.', words: 'ثلاثة مصادر أمنية' },
      ],
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
      guideline: {
        ar: `سِم كل **عبارة زمنية** يمكن أن تُعطى قيمة: يومًا أو شهرًا أو سنة أو مدة.

- خذ العبارة كلها: «نهاية أيلول المقبل»، لا «أيلول» وحدها.
- القيمة بصيغة ISO، محسوبة من تاريخ نشر المقال.
- «قبل» و«بعد» و«مطلع» حدٌّ أو جزء، لا قيمة.`,
        en: `Tag every **expression of time** that can be given a value: a day, a month, a year, a length of time.

- Take the whole expression: “the end of next September”, not “September” alone.
- The value is ISO, reckoned from the article’s date.
- “Before”, “after”, “early” are a bound or a part, not a value.`,
      },
      examples: [{ text: 'تنتهي المهمة نهاية أيلول المقبل.', words: 'نهاية أيلول المقبل' }],
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
      guideline: {
        ar: `سِم **مضمون القول**: ما يُزعَم أنه صحيح أو مطلوب أو متوقَّع، دون لفظ الإسناد.

- ابدأ بعد «إنّ» أو بعد النقطتين، وانتهِ بنهاية المضمون.
- الموقف من القول لا من رأيك فيه: *ينفي* حين ينفي القائل.
- ما يقوله الكاتب بصوته ادعاء بلا مصدر.
- رتّب المصادر من الأبعد عن القول إلى صاحبه.`,
        en: `Tag **what is said**: what is put forward as true, wanted or expected, without the cue.

- Begin after “that” or the colon; end where the content ends.
- The stance is the speaker’s, not yours: *denies* where the speaker denies.
- What the article says in its own voice is a claim without a source.
- Put the sources in order, from the outermost to the one who said it.`,
      },
      examples: [
        { text: 'قال المتحدث إن التحالف سيغادر القواعد.', words: 'التحالف سيغادر القواعد' },
      ],
      attributes: [...claimAttributes, ...propositionAttributes],
    },
    {
      id: 'cue',
      name: { ar: 'لفظ إسناد', en: 'Cue' },
      colour: 'rose',
      fill: false,
      underline: 'dotted',
      keys: ['KeyF', 'Digit4'],
      guideline: {
        ar: `سِم **اللفظ الذي يُسنِد** القول إلى صاحبه: فعلًا («قال»، «نفى») أو عبارة («بحسب»، «نقلًا عن»).

خذ أقصر ما يكفي: الفعل بلا فاعله ولا «إنّ».`,
        en: `Tag **the words that attribute** the claim to its source: a verb (“said”, “denied”) or a phrase (“according to”).

Take the shortest that is enough: the verb without its subject.`,
      },
      examples: [{ text: 'نفى النائب ذلك، بحسب الوكالة.', words: 'نفى' }],
      attributes: [],
    },
  ],
  relationTypes: claimRelations,
}
