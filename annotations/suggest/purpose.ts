import { definiteRun, goesOn, isDateWord, isPreposition } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import { isPlaceName } from './place-name.ts'
import type { Token } from './token.ts'
import { bodyHeads, forceHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { sourceNouns, titles } from './words/people.ts'

/** Bodies that are called after what they are for; a government or an army is not. */
const served = once(() =>
  foldedSet(
    'هيئة لجنة وكالة اتحاد مجلس منظمة مؤسسة جهاز مركز مفوضية صندوق بنك مصرف جمعية رابطة نقابة معهد مكتب أمانة رئاسة مديرية إدارة نيابة شركة مرصد ديوان غرفة كونفدرالية كنفدرالية فدرالية فيدرالية شبكة دائرة محكمة جبهة حركة أكاديمية منتدى',
  ),
)
/** What these words begin after لـ is a name's, and not what somebody does: لكرة القدم، لحقوق الإنسان. */
const causes = once(() =>
  foldedSet(
    'كرة حقوق شؤون مكافحة رعاية حماية تنمية إدارة بحوث دراسات أبحاث إعادة تنظيم رقابة سلامة ضمان خدمات صحة علوم مراقبة إغاثة أمن حفظ تطوير محاربة تعزيز إحصاء نقل مياه طيران علاقات سياسات عمليات',
  ),
)
const wide =
  /^ال(?:عليا|اعلي|عامه?|وطنيه?|دوليه?|مركزيه?|مستقله?|عالميه?|عربيه?|اقليميه?|ملكيه?|اتحاديه?|خاصه?|تنفيذيه?|ساميه?|سامي|دايمه?|مشتركه?|اممي|امميه|اسلاميه?|افريقيه?|اوروبيه?|اسيويه?|يمنيه?)$/

/** Is a body or an office so called that what it is for may follow? */
export function isServed(tokens: readonly Token[], head: number, end: number): boolean {
  if (end <= head + 1 || !served().has(tokens[head]?.bare ?? '')) return false
  return tokens[head]?.isDefinite === true
}

/** After المدير العام, المبعوث الخاص: an office of its own that is for something. */
export const isOfficial = (token: Token | undefined) => wide.test(token?.key ?? '')

const people = ({ bare }: Token) =>
  titles().has(bare) ||
  sourceNouns().has(bare) ||
  forceHeads().has(bare) ||
  (/(?:ين|ون)$/.test(bare) && !/^(?:شءون|قانون|تعاون|تمكين|تكوين|تامين|تدوين)$/.test(bare))

/** Past للانتخابات التونسية، لكرة القدم، للإعلام والاتصالات: what a body is for, or undefined. */
export function purposeEnd(
  tokens: readonly Token[],
  at: number,
  isOffice = false,
): number | undefined {
  const token = tokens[at]
  if (!token || token.isMark || isDateWord(token)) return undefined
  // المدير العام للوكالة الدولية للطاقة الذرية
  const known = isOffice && token.before === 'ل' ? knownBodyEnd(tokens, at) : undefined
  if (known !== undefined) return known
  const isCause =
    token.key.startsWith('ل') && causes().has(token.key.slice(1)) && goesOn(tokens[at + 1])
  if (!isCause && token.before !== 'ل') return undefined
  if (people(token) || isPlaceName(token)) return undefined
  // الأمين العام للجنة, and not: اللجنة العليا للحكومة
  if (bodyHeads().has(token.bare) && !isOffice) return undefined
  if (!token.isDefinite && !isCause) return undefined
  let end = definiteRun(tokens, at + 1)
  // للإعلام والاتصالات، للتربية والعلم والثقافة
  while (isJoined(tokens[end])) end = definiteRun(tokens, end + 1)
  return end
}

const isJoined = (token: Token | undefined) =>
  token?.before === 'و' &&
  token.isDefinite &&
  /(?:ات|وث|يم|يه|وم|اد|اع|اب|يق|اه|اء|لم|افه|اعه|اره|احه|ال|ين)$/.test(token.bare) &&
  !people(token) &&
  !isPreposition(token) &&
  !bodyHeads().has(token.bare)
