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
  'near-needs-number': {
    ar: 'القرب يُكتب ~ وعدد الكلمات، مثل: وزير ~5 جسر',
    en: 'near is ~ and a number of words, as in: minister ~5 bridge',
  },
  'bad-wildcard': {
    ar: 'لا يُبحث هنا إلا بالنجمة في آخر الكلمة، مثل: عراق*. ولحرف كما هو ضع الكلمة بين علامتي اقتباس',
    en: 'only a * at the end of a word stands for other letters, as in عراق*; for a sign as it is put the word in quotation marks',
  },
  'bad-date': {
    ar: 'التاريخ يُكتب ⁦2024⁩ أو ⁦2024-01⁩ أو ⁦2024-01..2024-03⁩',
    en: 'a date is 2024, 2024-01 or 2024-01..2024-03',
  },
  'bad-region': {
    ar: 'المنطقة: متن، عنوان، كاتب، تاريخ، صورة، زوائد، الكل',
    en: 'a region is body, title, byline, dateline, caption, boilerplate or all',
  },
  'bad-about': {
    ar: 'ما يُتحدث عنه يُكتب تاريخًا: ⁦2025⁩ أو ⁦2025-09⁩ أو ⁦2025-Q3⁩ أو ⁦2025-09..2026⁩',
    en: 'what is spoken about is a date: 2025, 2025-09, 2025-Q3 or 2025-09..2026',
  },
  'unknown-label': {
    ar: 'لا وسم باسم «{value}»؛ الوسوم: {known}',
    en: 'there is no label “{value}”; labels are {known}',
  },
  'unknown-stance': {
    ar: 'لا موقف باسم «{value}»؛ المواقف: {known}',
    en: 'there is no stance “{value}”; stances are {known}',
  },
  'unknown-annotator': {
    ar: 'لا توسيمات لموسِّم باسم «{value}»؛ الموسِّمون: {known}',
    en: 'nobody called “{value}” has annotated here; annotators are {known}',
  },
  'too-many-words': {
    ar: 'كلمات أكثر مما يُبحث به معًا (٣٠)',
    en: 'more words than can be asked for at once (30)',
  },
}

type Asked = QueryProblem & { query: string }

/** What is wrong with this query; `isolated` keeps a name of another direction from moving what stands around it. */
export function queryProblemText(
  { kind, start, end, query, known = [] }: Asked,
  language: 'ar' | 'en',
  isolated: (name: string) => string,
): string {
  const asked = query.slice(start, end)
  const value = asked.slice(asked.indexOf(':') + 1).replace(/^["«“]|["»”]$/g, '')
  const names = known.map(name => isolated(name[language])).join(language === 'ar' ? '، ' : ', ')
  return queryProblemWords[kind][language]
    .replace('{value}', () => isolated(value))
    .replace('{known}', () => names || '–')
}
