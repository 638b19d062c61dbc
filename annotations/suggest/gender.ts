import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import type { Gender, Numbered } from './words/verb-form.ts'

/** Feminine without its ending, and plurals of things, which verbs take as feminine and one. */
const feminine = once(() =>
  foldedSet(
    'مصادر فصائل كتائب سرايا ألوية عصائب قوى جهات وكالات صحف قنوات أطراف لجان وسائل أوساط حماس مليشيات استخبارات حرب دول وكالة قيادات أجهزة طواقم فرق أحزاب كتل أندية جيوش محاكم مجالس نقابات بنوك كوادر',
  ),
)
const plural = once(() =>
  foldedSet(
    'مسؤولو مسؤولي ضباط شهود خبراء نشطاء سكان أهالي نواب أطباء وزراء سفراء جنود مقاتلو مسلحو قادة',
  ),
)

/** The gender and number a verb after a noun has, by the noun's ending. */
export function genderOf({ bare }: Token): { gender: Gender; number: Numbered } {
  if (plural().has(bare)) return { gender: 'masculine', number: 'plural' }
  if (feminine().has(bare) || /(?:ه|ات|اء)$/.test(bare))
    return { gender: 'feminine', number: 'singular' }
  if (/ون$/.test(bare)) return { gender: 'masculine', number: 'plural' }
  // مسؤولين, of two or of many: nobody can tell from the letters.
  if (/ين$/.test(bare)) return { gender: 'masculine', number: 'plural' }
  if (/ان$/.test(bare) && bare.length > 5) return { gender: 'masculine', number: 'dual' }
  return { gender: 'masculine', number: 'singular' }
}
