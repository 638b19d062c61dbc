import { fold } from '../../arabic/fold.ts'
import { foldedSet, once } from './folded-set.ts'
import { knownGovernment } from './known-government.ts'
import { knownGroups } from './known-groups.ts'
import { knownOrganisations } from './known-organisations.ts'

/** Institutions: with words of their own after them they are named, and with an article they are known already. */
export const bodyHeads = once(() =>
  foldedSet(
    `وزارة وزارتا وزارتي حكومة برلمان هيئة لجنة لجان سفارة سفارتا قنصلية بعثة رئاسة قيادة شرطة محكمة مؤسسة جهاز مديرية
     إدارة سلطة سلطات منظمة أمانة نقابة حزب كتلة تيار ائتلاف حركة جيش استخبارات مخابرات خارجية كونغرس مفوضية دائرة
     مكتب مجلس اتحاد جامعة معهد بنك ديوان نيابة غرفة وفد حلف تحالف جبهة رابطة جمعية شركة كنيسة مرجعية كابينت خزانة وكيلة مركز مصرف مرصد نادي منتخب كونفدرالية كنفدرالية فدرالية فيدرالية أكاديمية بلدية منتدى بورصة مستشفى منتخبا منتخبي حكومتا حكومتي جيشا جيشي صندوق فرق طواقم نادى أندية مشيخة هيئتا هيئتي مجلسا مجلسي`,
  ),
)
/** Of these the bare word with an article says too little to be a mention. */
export const vagueBodies = once(() =>
  foldedSet(
    'لجنة هيئة جهاز إدارة دائرة مكتب مجلس اتحاد جامعة معهد بنك ديوان غرفة شركة مؤسسة قيادة رئاسة جمعية رابطة منظمة حزب حركة خارجية وكيلة لجان جبهة سلطة مركز مصرف مرصد نادي منتخب أكاديمية بلدية منتدى بورصة مستشفى صندوق فرق طواقم نادى أندية منتخبا منتخبي مجلسا مجلسي',
  ),
)
/** Men under arms, and those who stand for a side. */
export const forceHeads = once(() =>
  foldedSet(
    'قوات قوة جنود جنودا جندي جنديا عسكري عسكريا جيش عسكريون عسكريين طيران سلاح حرس بحرية مسلحون مسلحين مقاتلون مقاتلين مارينز',
  ),
)
export const factionHeads = once(() =>
  foldedSet(
    'فصائل فصيل فصيلا ميليشيات ميليشيا ميلشيات مليشيات مليشيا جماعات جماعة مسلحون مسلحين مقاتلون مقاتلين قوى كتائب متمردون متمردين متطرفون متطرفين إسلاميون إسلاميين إرهابيون إرهابيين مجموعة مجموعات خلية خلايا',
  ),
)
/** With a name after them: كتائب حزب الله، «سرايا النهر»، تنظيم «داعش». */
export const groupHeads = once(() =>
  foldedSet(
    'كتائب سرايا ألوية لواء عصائب حركة تنظيم جماعة حزب تيار كتلة ائتلاف تحالف فيلق حرس غرفة منظمة جبهة هيئة مجموعة جيش سرية',
  ),
)

/** Known by their own names: a kind of the register, then names parted by a bar. */
const named: Record<string, string> = {
  'armed-group': knownGroups,
  organisation: knownOrganisations,
  'government-body': knownGovernment,
}
/** Places that stand in the table of bodies so that no body is made of them. */
const notActors = foldedSet('المنطقة_الخضراء إقليم_كردستان')

export type NamedBody = { readonly words: readonly string[]; readonly kind: string }

export const namedBodies = once((): readonly NamedBody[] =>
  Object.entries(named).flatMap(([kind, names]) =>
    names
      .split('|')
      .filter(name => name.trim() !== '')
      .map(name => fold(name.trim()).folded.split(' '))
      .filter(words => !notActors.has(words.join('_')))
      .map(words => ({ words, kind })),
  ),
)
