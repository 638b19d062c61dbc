import { asciiDigits } from '../text/digits.ts'
import { genderOf } from './gender.ts'
import {
  type At,
  definiteRun,
  goesOn,
  isDateWord,
  isPreposition,
  isReportingWord,
  looksPresent,
  quotedAt,
} from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import type { Mention } from './mention.ts'
import { places as towns } from './name-word.ts'
import { nameEnd } from './person-name.ts'
import { stateEnd } from './place-name.ts'
import { isServed, purposeEnd } from './purpose.ts'
import { conditionEnd, conditions } from './source-condition.ts'
import { titlePhrase } from './title-phrase.ts'
import type { Token } from './token.ts'
import { bodyHeads, forceHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { numbers } from './words/numbers.ts'
import { givenNames, saySources, singleNames, sourceNouns, titles } from './words/people.ts'
import { states } from './words/states.ts'

/** Many, and nobody says how many. */
const some = once(() => foldedSet('عدة بعض عدد مجموعة كبار أحد إحدى'))

/** مصدر مقرب من...، مسؤول في... */
const places = once(() => foldedSet('في من داخل ضمن'))
const near = once(() => foldedSet('مقرب مقربة مقربين مقربون قريب قريبة مطلع مطلعة مطلعين مطلعون'))

/** Of dual, plural and accusative the plain form: سابقان، أميركيَين، أمنياً. */
const singular = ({ word }: Token) => word.replace(/(?<=...)(?:ان|ين|ون|ات|ا)$/, '')
/** Of the land, the trade, the camp: نقابي، لبنانية. */
const nisba = /^...+(?:ي|يه)$/

const isAdjective = (token: Token) =>
  !token.isMark &&
  token.before === '' &&
  !token.isDefinite &&
  !isPreposition(token) &&
  !isDateWord(token) &&
  !looksPresent(token) &&
  !titles().has(token.word) &&
  !sourceNouns().has(token.word) &&
  !conditions().has(token.word) &&
  (states().adjectives.has(token.word) ||
    states().adjectives.has(singular(token)) ||
    near().has(token.word) ||
    near().has(singular(token)) ||
    /^(?:رفيع|رفيعه|كبير|كبيره|كبار|بارز|بارزه|سابق|سابقه|اخر|اخري|مسءول|مسءوله|خاص|خاصه|موثوق|موثوقه|غربي|غربيه|غربيين|محلي|محليه|امني|امنيه|امنيين|سياسي|سياسيه|حكومي|حكوميه|عسكري|عسكريه|عسكريين|طبي|طبيه|رسمي|رسميه|ديبلوماسي|ديبلوماسيه|نيابي|نيابيه|برلماني|برلمانيه|عليم|عليمه|متعدده|متطابقه|قضاءي|قضاءيه|اعلامي|اعلاميه|استخباري|استخباريه|مخول|عيان|اقليمي|اقليميه|دولي|دوليه|اممي|امميه|كردي|كرديه|ميداني|ميدانيه|حزبي|حزبيه|اوروبي|اوروبيه|اوروبيين|عربي|عربيه|عرب|ناشط|مدني|مدنيه|مجهول|مجهوله|تجاري|نفطي|نفطيه|مصرفي|مالي|ماليه|مقرب|مقربه)$/.test(
      singular(token),
    ))

const isKnownName = ({ word }: Token) => givenNames().has(word) || singleNames().has(word)

const sourceKinds =
  /^(?:مسءول|مسءوله|مطلع|مطلعه|مطلعين|مطلعون|دبلوماسي|دبلوماسيه|ديبلوماسي|ديبلوماسيه|سياسي|سياسيه|قيادي)$/

/** Past the adjectives after a noun, indefinite ones or with the article, as the noun is. */
function adjectives(tokens: readonly Token[], at: number, isDefinite: boolean): number {
  if (isDefinite) return definiteRun(tokens, at)
  const next = tokens[at]
  // مصدر مسؤول، مصدر دبلوماسي غربي: a noun of its own elsewhere.
  if (/^مص(?:در|ادر)/.test(tokens[at - 1]?.bare ?? '') && sourceKinds.test(next?.key ?? ''))
    return adjectives(tokens, at + 1, isDefinite)
  if (
    /^مص(?:در|ادر)/.test(tokens[at - 1]?.bare ?? '') &&
    isAdjective(next as Token) &&
    sourceKinds.test(tokens[at + 1]?.key ?? '')
  )
    return adjectives(tokens, at + 2, isDefinite)
  // Right after the noun a word of this form is an adjective that no list need have.
  const isOpen =
    saySources().has(tokens[at - 1]?.bare ?? '') &&
    next?.before === '' &&
    !next.isMark &&
    !next.isDefinite &&
    nisba.test(singular(next)) &&
    !sourceNouns().has(next.word) &&
    !titles().has(next.word) &&
    !isPreposition(next) &&
    !isReportingWord(next) &&
    !looksPresent(next) &&
    !isKnownName(next)
  const isSource = /^مص(?:در|ادر)/.test(tokens[at - 1]?.bare ?? '')
  let end = isOpen ? at + 1 : at
  for (;;) {
    const token = tokens[end]
    if (!token) return end
    const joined = token.before === 'و' && isAdjective({ ...token, before: '' })
    // مصدر فلسطيني آخر مطلع
    if (isSource && sourceKinds.test(token.key)) {
      end++
      continue
    }
    if (!isAdjective(token) && !joined) return end
    end++
  }
}

/** مواقع التواصل، منصات التواصل الاجتماعي */
const isSocial = (tokens: readonly Token[], at: number) =>
  /^(?:مواقع|منصات|شبكات|وساءل)$/.test(tokens[at]?.key ?? '') && tokens[at + 1]?.key === 'التواصل'

/** في وزارة الخارجية الأميركية، مقرب من الحكومة، في لجنة...: where the source is, of the words of institutions. */
function placeEnd(here: At, at: number, from: number): number {
  const { tokens } = here
  const head = tokens[at]
  const next = tokens[at + 1]
  // مسؤول بالمنطقة
  if (
    head?.before === 'ب' &&
    head.isDefinite &&
    saySources().has(tokens[from]?.bare ?? '') &&
    !tokens[from]?.isDefinite &&
    !isDateWord(head) &&
    !/^(?:القول|فعل|الفعل|التالي|الاضافه|التزامن|التاكيد|الاشاره)$/.test(head.word)
  )
    return definiteRun(tokens, at + 1)
  // سكان في مراكش
  if (
    head?.key === 'في' &&
    /^(?:سكان|اهالي|شهود|شاهد|ناشطون|نشطاء)$/.test(tokens[from]?.bare ?? '') &&
    !tokens[from]?.isDefinite &&
    next?.before === '' &&
    !next.isMark &&
    (towns().has(next.word) || stateEnd(tokens, at + 1) || tokens[at + 2]?.isMark)
  )
    return stateEnd(tokens, at + 1) ?? at + 2
  if (!head || !next || !(places().has(head.key) || /^(?:باسم.*|علي)$/.test(head.key))) return at
  const state = stateEnd(tokens, at + 1)
  const last = tokens[at - 1]
  const wasNear = last !== undefined && (near().has(last.word) || near().has(singular(last)))
  // مطلع على المفاوضات
  if (head.key === 'علي' && /^مطلع/.test(last?.key ?? '') && goesOn(next))
    return definiteRun(tokens, at + 1)
  if (head.key === 'علي' && !isSocial(tokens, at + 1)) return at
  if (state !== undefined) return wasNear ? state : at
  const quoted = quotedAt(here, at + 1, 5)
  if (quoted && head.key !== 'من') return quoted.after
  if (quoted && wasNear) return quoted.after
  // مصدر أمني في محافظة الأنبار
  if (/^(?:محافظه|مدينه|اقليم|قضاء|مطار|قاعده)$/.test(next.key)) return nameLike(tokens, at + 2)
  // مصدر طبي في البصرة
  if (head.key === 'في' && towns().has(next.word) && /^مص/.test(tokens[from]?.bare ?? ''))
    return at + 2
  // ناشطون على مواقع التواصل الاجتماعي
  if (head.key === 'علي' && isSocial(tokens, at + 1)) return definiteRun(tokens, at + 2)
  // مسؤولان سابقان في البنتاغون
  const known = knownBodyEnd(tokens, at + 1)
  if (known !== undefined && (next.before === '' || wasNear)) return definiteRun(tokens, known)
  const isBody = bodyHeads().has(next.bare) || forceHeads().has(next.bare)
  if (isBody && next.before === '') {
    const past = next.isDefinite ? at + 1 : pastHeads(tokens, at + 2)
    // في مكتب رئيس الوزراء
    const title = next.isDefinite ? undefined : titlePhrase(here, past)
    const owner = next.isDefinite || title ? undefined : nameEnd(tokens, past, false)
    return title ? title.end : (owner ?? definiteRun(tokens, past))
  }
  if (wasNear || head.key !== 'من') {
    const title = titlePhrase(here, at + 1)
    if (title) return title.end
    if (wasNear) return nameEnd(tokens, at + 1, false) ?? definiteRun(tokens, at + 1) ?? at
  }
  return at
}

/** Past the one or two words of a place's name. */
const nameLike = (tokens: readonly Token[], at: number) =>
  goesOn(tokens[at]) ? definiteRun(tokens, at) : tokens[at] && !tokens[at]?.isMark ? at + 1 : at

const pastHeads = (tokens: readonly Token[], at: number) => {
  let end = at
  while (
    tokens[end] &&
    !tokens[end]?.isMark &&
    bodyHeads().has(tokens[end]?.bare ?? '') &&
    tokens[end]?.before === ''
  )
    end++
  return end
}

/** Past the body that a noun without its own ending is of: مسؤولي وزارة الدفاع. */
function bodyAfter({ tokens }: At, at: number): number {
  const past = tokens[at]?.isDefinite ? at : pastHeads(tokens, at)
  const run = definiteRun(tokens, past)
  if (run === past) return at
  return (isServed(tokens, past, run) ? purposeEnd(tokens, run) : undefined) ?? run
}

const best = /^(?:اكبر|ابرز|اهم|ارفع|اعلي|اول|اخر)$/

/** Those of whom no name is given: أربعة مصادر، مصدر حكومي اشترط عدم ذكر اسمه، المسؤول الأميركي. */
export function anonymousMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const noun = tokens[at] as Token
    if (noun.isMark || !sourceNouns().has(noun.bare)) continue
    const before = tokens[at - 1]
    // هو أكبر مسؤول في التنظيم: what somebody is.
    if (best.test(before?.key ?? '') && /^(?:هو|هي)$/.test(tokens[at - 2]?.key ?? '')) continue
    const isNumber =
      before !== undefined && (numbers.has(before.word) || /^\p{Nd}{1,2}$/u.test(before.key))
    const isSome = before !== undefined && some().has(before.bare) && !before.isDefinite
    const first = isNumber || isSome ? at - 1 : at
    // صحيفة "مصدر", وزير مسؤول: an adjective beside another noun.
    if (noun.isDefinite && goesOn(before) && !isNumber) continue
    const described = adjectives(tokens, at + 1, noun.isDefinite)
    let last = described
    const named =
      noun.isDefinite || described > at + 1
        ? nameEnd(tokens, described, described > at + 1)
        : undefined
    if (named !== undefined && !saySources().has(noun.bare)) last = named
    // مسؤولي الاتحاد الدولي لكرة القدم
    if (/^مسءول[وي]$/.test(noun.bare) && last === at + 1) last = bodyAfter(here, last)
    last = placeEnd(here, last, at)
    const described2 = adjectives(tokens, last, noun.isDefinite)
    last = conditionEnd(tokens, Math.max(last, described2))
    const speaks = saySources().has(noun.bare) || last > at + 1 || isNumber
    const verb = isReportingWord(before) || isReportingWord(tokens[last])
    if (!speaks && !verb) continue
    const own = genderOf(noun)
    const count = isNumber
      ? (numbers.get((before as Token).word) ?? Number(asciiDigits((before as Token).key)))
      : numbers.get(noun.bare)
    found.push({
      start: (tokens[first] as Token).from,
      end: (tokens[last - 1] as Token).end,
      first,
      last,
      kind: 'anonymous-source',
      rule: 'anonymous',
      ...own,
      ...(noun.bare.startsWith('مصدران') || noun.bare.startsWith('مصدرين')
        ? { number: 'dual' as const }
        : {}),
      ...(count !== undefined && Number.isInteger(count) ? { count } : {}),
    })
    at = last - 1
  }
  return found
}
