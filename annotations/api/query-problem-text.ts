import type { QueryProblem } from '../analysis/query-tokens.ts'

type Words = { ar: string; en: string }

/** What is wrong with a query, for a person; the place is said around it. */
export const queryProblemWords: Record<QueryProblem['kind'], Words> = {
  empty: { ar: 'لا شيء للبحث عنه', en: 'there is nothing to look for' },
  'unclosed-quote': { ar: 'علامة اقتباس لم تُغلق', en: 'a quotation mark is not closed' },
  'unclosed-bracket': { ar: 'قوس لم يُغلق', en: 'a bracket is not closed' },
  'stray-bracket': { ar: 'قوس لا بداية له', en: 'a bracket closes nothing' },
  'missing-word': { ar: 'تنقص كلمة هنا', en: 'a word is missing here' },
  'unknown-filter': {
    ar: 'لا مرشِّح بهذا الاسم؛ المرشِّحات: منفذ، كاتب، عنوان، تاريخ، منطقة، وسم، فاعل، مصدر، عن، موقف، موسم',
    en: 'there is no filter of this name; filters are outlet, author, title, date, region, label, actor, source, about, stance, annotator',
  },
  'filter-inside': {
    ar: 'لا يكون المرشِّح داخل قوسين ولا مع OR',
    en: 'a filter cannot stand in brackets or with OR',
  },
  'only-not': {
    ar: 'نفيٌ وحده لا يُبحث به؛ أضف كلمة',
    en: 'a query cannot only say NOT; add a word',
  },
  'near-needs-words': {
    ar: 'القرب ~ يكون بين كلمتين أو عبارتين',
    en: '~ stands between two words or phrases',
  },
  'bad-date': {
    ar: 'التاريخ يُكتب ⁦2024⁩ أو ⁦2024-01⁩ أو ⁦2024-01..2024-03⁩',
    en: 'a date is 2024, 2024-01 or 2024-01..2024-03',
  },
  'bad-region': {
    ar: 'المنطقة: متن، عنوان، كاتب، تاريخ، صورة، زوائد، الكل',
    en: 'a region is body, title, byline, dateline, caption, boilerplate or all',
  },
  'too-many-words': {
    ar: 'كلمات أكثر مما يُبحث به معًا (٣٠)',
    en: 'more words than can be asked for at once (30)',
  },
}
