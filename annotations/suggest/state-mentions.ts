import { type At, goesOn, isQuote, isReportingWord } from './grammar.ts'
import type { Mention } from './mention.ts'
import { stateEnd } from './place-name.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { states } from './words/states.ts'

/** After these a state is a place: في العراق، أراضي لبنان، شمال سوريا. */
const placeBefore = once(() =>
  foldedSet(
    `في داخل خارج عبر قرب نحو صوب باتجاه شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط أنحاء أراضي أرض سماء أجواء حدود مدينة مدن محافظة محافظات مطار مساحة
     منطقة مناطق ساحة ضواحي سكان أهالي شوارع العاصمة عاصمة عموم ربوع محافظ مطارات جامعة قاعدة سوق أسواق جبهة ساحل سواحل جبل غرار غادر وصل زار يزور زيارة بلدة مياه مقاطعة جنوبا لدى ضرب ضربت هز هزت اجتاح اجتاحت شهد تشهد شهدت فرع مقر سماء خارطة خريطة محيط`,
  ),
)
/** Towards a place, where somebody goes there; otherwise to a government. */
const movement = once(() =>
  foldedSet(
    'زيارة زيارته زيارتها وصل وصلت وصوله عاد عودة عودته توجه سفر سافر غادر دخول دخوله نقل رحلة طريق يصل تصل قادما قدم متجها انتقل',
  ),
)
/** من is where somebody is from or where something leaves, but: مدعومة من إيران. */
const agentBefore = once(() =>
  foldedSet(
    'مدعومة مدعوم مدعومين مدعومون بدعم دعم مقربة مقرب قريبة قريب طلب بطلب ضغط ضغوط بضغط تهديد تهديدا موقف رسالة تمويل بتمويل ممولة مسلحة بإيعاز أمر كل كلا إيعاز تحذير ضوء توجيه رد',
  ),
)

const attacks = ({ bare }: Token) =>
  /^(?:هجوما?|هجمات|هجومه|غاره|غارات|غاراته|قصف|قصفه|ضربه|ضربات|عدوان|عدوانه|حرب)$/.test(bare)
const strikes = /^(?:[وف]?[تي]?ستهدف|[وف]?استهدفت?|[وف]?[تي]?قصفت?|[وف]?[تي]?هزت?)$/
const holds = /^(?:[تي]?هيمنت?|[تي]?سيطرت?|سيطره|هيمنه|استولي|استولت|[تي]ستولي|استيلاء)$/
const leaves = /^(?:مغادره|خروج|دخول|انسحاب)$/
const goes =
  /^[سفو]?[يت]?(?:وجهت?|توجهت?|صل|وصلت?|وصول|سافرت?|نتقلت?|عود|عادت?|غادرت?|تجهت?|اتجهت?)$/
/** يتوجه وفد من الوزارة إلى القاهرة: who goes may stand between. */
function goesThere(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 9) && !tokens[back]?.isMark; back--)
    if (goes.test(tokens[back]?.key ?? '')) return true
  return false
}
const asks = ({ word }: Token) => /^[يت]?طلب(?:ت|وا)?$/.test(word)

const isPlace = (tokens: readonly Token[], first: number): boolean => {
  const token = tokens[first] as Token
  if (token.before.endsWith('ب')) return true
  let at = first - 1
  while (isQuote(tokens[at]?.key)) at--
  const before = tokens[at]
  if (!before) return false
  const place = before.word.replace(/^[لبكوف]+(?=....)/, '')
  if ((placeBefore().has(before.word) || placeBefore().has(place)) && !token.before.includes('ل'))
    return true
  // طلبت طهران من واشنطن
  // الحدود مع سوريا، الضاحية الجنوبية لبيروت، غارات على بيروت
  const word = tokens[at - 1]?.bare ?? ''
  if (before.key === 'مع' && /^(?:حدود|حدودي|حدوديه)$/.test(word)) return true
  if (token.before === 'ل' && /^(?:جنوبي|شمالي|شرقي|غربي)ه?$/.test(before.bare)) return true
  // جماعة تهيمن على اليمن
  if (before.key === 'علي' && holds.test(word)) return true
  if (before.key === 'علي' && states().capitals.has(token.word))
    if (tokens.slice(Math.max(0, at - 7), at).some(attacks)) return true
  // تستهدف كييف، قصفت صنعاء
  if (states().capitals.has(token.word) && strikes.test(before.key)) return true
  if (leaves.test(tokens[at - 1]?.word ?? '') && /(?:ه|ها|هم)$/.test(before.key)) return true
  if (before.key === 'من' && tokens.slice(Math.max(0, at - 5), at).some(asks)) return false
  if (before.key === 'من') return !agentBefore().has(tokens[at - 1]?.bare ?? '')
  if (before.key === 'الي' && goesThere(tokens, at)) return true
  if (before.key === 'الي' || before.key === 'من') {
    for (let back = at - 1; back >= Math.max(0, at - 4); back--)
      if (movement().has(tokens[back]?.word ?? '')) return true
  }
  return false
}

/** States that are called as their capitals are. */
const cities = /^(?:تونس|الجزاءر|الكويت|جيبوتي|سنغافوره)$/

/** بغداد/واشنطن (رويترز) -: among the first words of a line, with a bracket or a dash after them. */
function isInDateline(tokens: readonly Token[], first: number, end: number): boolean {
  let start = first
  while (start > first - 3 && start > 0 && states().capitals.has(tokens[start - 1]?.word ?? ''))
    start--
  const opens = tokens[start - 1]?.key === '(' ? start - 3 : start - 1
  if (start > 0 && opens >= 0 && tokens[opens]?.key !== '\n') return false
  let last = end
  // بغداد، عواصم - وكالات
  while (
    last < end + 4 &&
    (states().capitals.has(tokens[last]?.word ?? '') ||
      /^(?:عواصم|[،,/])$/.test(tokens[last]?.key ?? ''))
  )
    last++
  // الوكالات (فيينا)
  if (tokens[start - 1]?.key === '(' && tokens[last]?.key === ')') return true
  return /^[-–—ـ(]$/.test(tokens[last]?.key ?? '')
}

/** States by their names and by their capitals; where one is a place it is no actor. */
export function stateMentions({ tokens }: At): Mention[] {
  const found: Mention[] = []
  let placeUntil = -1
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.isMark) continue
    const end = stateEnd(tokens, at)
    if (end === undefined) continue
    // الحكومة السعودية: an adjective, as it is written.
    const before = tokens[at - 1]
    if (token.word === 'السعوديه' && token.before === '' && before?.isDefinite && goesOn(before))
      continue
    const words = tokens.slice(at, end).map(({ word }) => word)
    const name = words.join(' ')
    const capital = states().capitals.get(name)
    // في العراق وسورية: what is joined to a place is one.
    const joined = token.before.startsWith('و') && placeUntil === at
    const here = joined || isPlace(tokens, at)
    if (here) placeUntil = end
    const canonical = states().names.get(name) ?? capital
    // بغداد - توصلت: the town an agency writes from.
    // السيول، دعم مالي: a word of the language, but beside who says.
    const isOrdinary =
      /^(?:مالي|سيول|بنين)$/.test(name) &&
      (token.before !== '' || !(isReportingWord(before) || isReportingWord(tokens[end])))
    if (isOrdinary) continue
    const isDateline = (capital !== undefined || cities.test(name)) && isInDateline(tokens, at, end)
    if (!here && !isDateline && canonical !== undefined)
      found.push({
        start: token.from,
        end: (tokens[end - 1] as Token).end,
        first: at,
        last: end,
        kind: 'state',
        rule: capital === undefined ? 'state' : 'capital',
        gender:
          /^(?:العراق|لبنان|الاردن|اليمن|السودان|المغرب|الصومال|الفاتيكان|الكيان.*|كيان.*)$/.test(
            name,
          )
            ? 'masculine'
            : 'feminine',
        number: 'singular',
        name: canonical,
      })
    at = end - 1
  }
  return found
}
