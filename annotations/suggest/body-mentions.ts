import { alliesEnd } from './allies.ts'
import { genderOf } from './gender.ts'
import {
  type At,
  definiteRun,
  goesOn,
  isPreposition,
  isQuote,
  isReportingWord,
  looksPresent,
  quotedAt,
} from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import type { ActorKind, ActorRule, Mention } from './mention.ts'
import { nameEnd } from './person-name.ts'
import { stateEnd } from './place-name.ts'
import { isServed, purposeEnd } from './purpose.ts'
import { titlePhrase } from './title-phrase.ts'
import type { Token } from './token.ts'
import { bodyHeads, groupHeads, vagueBodies } from './words/bodies.ts'
import { isOtherUse } from './words/other-uses.ts'
import { titles } from './words/people.ts'
import { states } from './words/states.ts'
import { towns } from './words/towns.ts'

/** Bodies that there is one of in every town. */
const local = /^(?:مكتب|اداره|مديريه|سفاره|قنصليه|نيابه|محكمه|بعثه|شرطه|غرفه|لجنه|بلديه|نقابه)$/

const isNational = ({ bare }: Token) => states().adjectives.has(bare)

export function bodyMention(
  { tokens }: At,
  first: number,
  last: number,
  kind: ActorKind,
  rule: ActorRule,
  head = tokens[first] as Token,
): Mention {
  const { start, end } = {
    start: (tokens[first] as Token).from,
    end: (tokens[last - 1] as Token).end,
  }
  return { start, end, first, last, kind, rule, ...genderOf(head) }
}

/** مركز عمليات طوارئ الصحة: past the nouns without article, where one with it follows. */
function constructEnd(tokens: readonly Token[], at: number): number | undefined {
  for (let end = at; end < at + 3; end++) {
    const token = tokens[end]
    if (!token || token.isMark || token.before !== '' || isPreposition(token)) return undefined
    // بعثة حلف الأطلسي
    if (end > at && knownBodyEnd(tokens, end)) return undefined
    if (goesOn(tokens[end + 1])) return end + 1
    if (knownBodyEnd(tokens, end)) return undefined
    // لجان لبيان كذا
    if (isReportingWord(token) || looksPresent(token) || /^[لب]..../.test(token.word))
      return undefined
  }
  return undefined
}

/** Institutions: a head and the words with article after it, or its state; alone with article if that says enough. */
export function bodyMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const head = tokens[at] as Token
    if (head.isMark || !bodyHeads().has(head.bare)) continue
    // برئاسة فلان، بقيادة فلان
    if (/^(?:رءاسه|قياده)$/.test(head.bare) && !head.isDefinite && /^ب/.test(head.key)) continue
    // العلاقات الخارجية: of all these words the one that is an adjective too.
    if (head.bare === 'خارجيه' && goesOn(tokens[at - 1]) && head.before === '') continue
    // حركة الملاحة، مركز المدينة: what moves, and its middle.
    if (!head.isDefinite && isOtherUse(head.bare, tokens[at + 1]?.bare ?? '')) continue
    // في مستشفى كذا: where something is.
    const isThere =
      /^(?:في|الي|داخل|دخل|دخلت|قرب|محيط|ساحه|نحو|باتجاه|مبني|باحه|اقتحام|اقتحم|اقتحمت|قصف)$/
    const isSite = /^(?:مستشفي|جامعه)$/.test(head.bare)
    if (isSite && (head.before === 'ب' || isThere.test(tokens[at - 1]?.word ?? ''))) continue
    let last = at + 1
    // مهمة التحالف العسكرية: the adjective is of the mission.
    const isOther = genderOf(head).gender === 'masculine' && /يه$/.test(tokens[last]?.bare ?? '')
    if (head.isDefinite) {
      last = isOther ? last : definiteRun(tokens, last)
      // الهيئة العليا للانتخابات
      if (isServed(tokens, at, last)) last = definiteRun(tokens, purposeEnd(tokens, last) ?? last)
    } else {
      const next = tokens[last]
      const quoted = quotedAt(here, last)
      const state = stateEnd(tokens, last)
      // مكتب رئيس الوزراء، وزارة خارجية العراق، لجنة أمن
      if (quoted) last = definiteRun(tokens, quoted.after)
      else if (state !== undefined && next?.before === '')
        // منتخبا مصر ولبنان
        last =
          (/(?:تا|تي|با|بي|شا|شي)$/.test(head.bare) && tokens[state]?.before === 'و'
            ? stateEnd(tokens, state)
            : undefined) ?? state
      // قيادة الاتحاد العام للشغل
      else if (goesOn(next))
        last = Math.max(definiteRun(tokens, last), knownBodyEnd(tokens, last) ?? 0)
      else if (constructEnd(tokens, last) !== undefined)
        last = definiteRun(tokens, constructEnd(tokens, last) as number)
      else if (next && isNational(next) && next.before === '' && !vagueBodies().has(head.bare))
        last++
    }
    // مكتب رئيس الوزراء الإسرائيلي بنيامين كذا
    const holder = /^(?:مكتب|حكومه|اداره|حزب|تيار|قوات)$/.test(head.bare)
      ? titlePhrase(here, at + 1)
      : undefined
    if (holder?.hasName && tokens[at + 1]?.before === '' && !head.isDefinite) last = holder.end
    // مكتب الأمم المتحدة للشؤون الإنسانية
    const isOffice = /^(?:مكتب|مركز|صندوق|برنامج|معهد|لجنه)$/.test(head.bare)
    if (isOffice && !head.isDefinite && last > at + 1) last = purposeEnd(tokens, last) ?? last
    // محكمة في قسنطينة
    const court = head.bare === 'محكمه' && last === at + 1 && tokens[last]?.key === 'في'
    if (court && tokens[last + 1] && !tokens[last + 1]?.isMark) last += 2
    const isWide = last > at + 1
    // قال الحزب، أعلنت الشركة: alone it is known by what it says.
    const speaks =
      head.before === '' && (isReportingWord(tokens[at - 1]) || isReportingWord(tokens[at + 1]))
    if (!isWide && (!head.isDefinite || (vagueBodies().has(head.bare) && !speaks))) continue
    // المكتب الإعلامي لرئيس الوزراء
    const owner = tokens[last]
    if (head.isDefinite && isWide && owner?.before === 'ل' && titles().has(owner.bare))
      last = titlePhrase(here, last)?.end ?? last
    // إدارة الإطفاء بالإسكندرية
    const seat = tokens[last]
    if (
      isWide &&
      local.test(head.bare) &&
      seat?.before === 'ب' &&
      (towns().has(seat.word) || stateEnd(tokens, last))
    )
      last = stateEnd(tokens, last) ?? last + 1
    const own = last
    // مركز الطوارئ التابع لوزارة الصحة
    if (
      isWide &&
      /^التابعه?$/.test(tokens[last]?.key ?? '') &&
      bodyHeads().has(tokens[last + 1]?.bare ?? '')
    )
      last = alliesEnd(tokens, last)
    // القيادة العسكرية الأميركية في الشرق الأوسط
    const isAbroad = /^(?:قياده|سفاره|بعثه|قنصليه|مكتب)$/.test(head.bare)
    if (isAbroad && isWide && /^(?:في|لدي)$/.test(tokens[last]?.key ?? ''))
      last =
        stateEnd(tokens, last + 1) ??
        (goesOn(tokens[last + 1]) ? definiteRun(tokens, last + 1) : last)
    const kind =
      /^(?:حزب|كتله|تيار|اءتلاف|حركه|منظمه|اتحاد|جامعه|معهد|نقابه|مءسسه|بنك|شركه|رابطه|جمعيه|حلف|تحالف|جبهه|كنيسه|مرجعيه)$/.test(
        head.bare,
      )
        ? 'organisation'
        : 'government-body'
    found.push(bodyMention(here, at, last, kind, 'body'))
    at = own - 1
  }
  return found
}

const groupKind = ({ bare }: Token): ActorKind =>
  /^(?:حزب|تيار|كتله|اءتلاف|تحالف|غرفه|منظمه|هيءه|جبهه|حركه|مجموعه)$/.test(bare)
    ? 'organisation'
    : 'armed-group'

/** كتائب «حزب الله»، سرايا النهر، تنظيم «داعش»: by a head and a name of their own. */
export function groupMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const head = tokens[at] as Token
    if (head.isMark || head.isDefinite) continue
    if (isOtherUse(head.bare, tokens[at + 1]?.bare ?? '')) continue
    if (!groupHeads().has(head.bare) && head.bare !== 'فصيل') continue
    // اسم «سرايا النهر الكبير»: all of what is quoted.
    const whole = isQuote(tokens[at - 1]?.key) ? quotedAt(here, at - 1, 6) : undefined
    if (
      whole &&
      whole.last - whole.first > 1 &&
      !tokens.slice(whole.first, whole.last).some(isReportingWord)
    ) {
      found.push(bodyMention(here, whole.first, whole.last, groupKind(head), 'group'))
      at = whole.after - 1
      continue
    }
    const quoted = quotedAt(here, at + 1, 5)
    let last: number | undefined
    // تنظيم «داعش» goes by the name alone.
    if (quoted && /^(?:تنظيم|فصيل)$/.test(head.bare)) {
      found.push(bodyMention(here, quoted.first, quoted.last, 'armed-group', 'group'))
      continue
    }
    if (quoted) last = quoted.after
    else if (
      goesOn(tokens[at + 1]) &&
      /^(?:كتاءب|سرايا|الويه|عصاءب|لواء|فيلق|تنظيم|حركه|حزب|جماعه|تيار)$/.test(head.bare)
    )
      last = definiteRun(tokens, at + 1)
    else if (/^(?:كتاءب|سرايا|عصاءب|لواء|حركه)$/.test(head.bare))
      last = nameEnd(tokens, at + 1, true)
    if (last === undefined || last === at + 1) continue
    found.push(bodyMention(here, at, last, groupKind(head), 'group'))
    at = last - 1
  }
  return found
}
