import type { Language } from '../../annotations/api/failure-text.ts'
import type { Repair } from '../../annotations/api/views.ts'

const words: Record<Language, Record<Repair['kind'], (done: Repair) => string>> = {
  ar: {
    restored: ({ saved, actions = 0 }) =>
      `استُعيد من نسخة ${saved ?? ''}${actions > 0 ? `، وأُعيد عليها ما في السجل (${actions})` : ''}`,
    replayed: ({ actions = 0, revision = 0 }) =>
      `أُكمل من السجل (${actions})، وهو الآن عند المراجعة ${revision}`,
    merged: () => 'دُمجت نسخه',
    'set-aside': () => 'لا نسخة سليمة منه؛ وُضع جانبًا',
    'in-use': ({ annotator = '' }) => `توسيمات «${annotator}» مفتوحة للكتابة الآن؛ تُركت كما هي`,
  },
  en: {
    restored: ({ saved, actions = 0 }) =>
      `restored from the copy of ${saved ?? ''}${actions > 0 ? `, with logged actions made again (${actions})` : ''}`,
    replayed: ({ actions = 0, revision = 0 }) =>
      `brought up to its log (${actions}), now at revision ${revision}`,
    merged: () => 'its copies were merged',
    'set-aside': () => 'no good copy is known; set aside',
    'in-use': ({ annotator = '' }) =>
      `the annotations of “${annotator}” are open for writing now; left as they are`,
  },
}

/** What a repair did, for a person at a terminal. */
export function repairLine(language: Language, done: Repair): string {
  const aside = done.aside === undefined ? '' : ` → ${done.aside}`
  return `${done.file}: ${words[language][done.kind](done)}${aside}`
}
