/** The words of the board's page, which is read where there is no Isnad. */
export const boardWords = {
  ar: {
    board: 'لوح الادعاءات',
    lead: 'في كل صف أمر قيل، وفي كل عمود مَن قاله؛ وفي الخانة عدد الأقوال: + يقول به، − ينفيه أو يشكّك فيه، ○ يذكره فحسب. اضغط على ما قيل لتقرأ الأقوال بألفاظها.',
    said: 'ما قيل',
    contradictions: 'التناقضات',
    opposed: 'قولان متضادّان',
    dates: 'تواريخ مختلفة لحدث واحد',
    own: 'مصدر واحد يقول القولين',
    for: 'يقول به',
    against: 'ينفيه أو يشكّك فيه',
    neutral: 'يذكره فحسب',
    sentences: 'الأقوال جنبًا إلى جنب',
    unknown: 'غير معروف',
    undated: 'بلا تاريخ',
    uncoded: 'متشابهة غير مرمّزة',
    day: 'كلها تحتمل',
    counts: 'عدد الأقوال',
    outlets: 'جهات النشر',
    more: 'أقوال أخرى لم تُدرج:',
    back: 'إلى اللوح',
    no: 'لا تناقضات في هذه الأقوال.',
    mod: {
      BEFORE: 'قبل',
      ON_OR_BEFORE: 'بحلول',
      AFTER: 'بعد',
      ON_OR_AFTER: 'ابتداءً من',
      START: 'أوائل',
      MID: 'منتصف',
      END: 'أواخر',
      APPROX: 'نحو',
    },
  },
  en: {
    board: 'Claims board',
    lead: 'Each row is something that was said, each column who said it; a cell counts the statements: + says it, − denies or doubts it, ○ only mentions it. Press what is said to read the statements in their own words.',
    said: 'What is said',
    contradictions: 'Contradictions',
    opposed: 'Opposed',
    dates: 'Different dates of one event',
    own: 'One source says both',
    for: 'Says it',
    against: 'Denies or doubts it',
    neutral: 'Only mentions it',
    sentences: 'What was said, side by side',
    unknown: 'not known',
    undated: 'undated',
    uncoded: 'similar, not coded',
    day: 'all allow',
    counts: 'Statements',
    outlets: 'Outlets',
    more: 'More statements that are not listed:',
    back: 'To the board',
    no: 'No contradictions among these statements.',
    mod: {
      BEFORE: 'before',
      ON_OR_BEFORE: 'by',
      AFTER: 'after',
      ON_OR_AFTER: 'from',
      START: 'start of',
      MID: 'middle of',
      END: 'end of',
      APPROX: 'about',
    },
  },
} as const

export const boardStyle = `body{font:16px/1.7 "Noto Naskh Arabic","Geeza Pro","Traditional Arabic",Georgia,serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1f1d18;background:#faf8f3}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-block-start:2.2rem}h3{font-size:1.05rem;margin-block:1.4rem .2rem}.lead,.facts{color:#5d584c;margin:.2rem 0}a{color:inherit}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:#fff}
th,td{border:1px solid #e4dfd2;padding:.4rem .6rem;text-align:start;vertical-align:top;font-size:.95rem}tbody th{min-width:16rem;font-weight:400}thead th{background:#f2efe7}td{white-space:nowrap}
.for{color:#0b6e63}.against{color:#a8325e}.neutral{color:#5d584c}.mark{color:#9a5200;font-weight:600;font-size:.85rem}.why{margin:.2rem 0 .6rem}
blockquote{margin:.4rem 0;padding-inline-start:.8rem;border-inline-start:3px solid #8f8877}blockquote.for{border-color:#0b6e63}blockquote.against{border-color:#a8325e}blockquote,blockquote small{color:#1f1d18}small{color:#5d584c}
.camps{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}section{border-block-start:1px solid #e4dfd2}
@media (prefers-color-scheme:dark){body,blockquote{color:#ece9e1}body{background:#17171a}table{background:#1e1e22}thead th{background:#131316}th,td,section{border-color:#313136}.for{color:#63d0c2}.against{color:#f08bb0}.neutral,small,blockquote small,.lead,.facts{color:#b5b0a3}.mark{color:#f3b25c}}
@media print{body{background:#fff;color:#000;max-width:none}section{break-inside:avoid}}`
