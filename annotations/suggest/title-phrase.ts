import { type At, definiteRun, goesOn, isDateWord, isGeneral, quotedAt } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import { nameEnd } from './person-name.ts'
import { isPlaceName, stateEnd } from './place-name.ts'
import { isOfficial, isServed, purposeEnd } from './purpose.ts'
import type { Token } from './token.ts'
import { bodyHeads, factionHeads, forceHeads, groupHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { titles, trades } from './words/people.ts'
import { states } from './words/states.ts'
import { towns } from './words/towns.ts'

/** What an office may be for: وزير الدفاع لشؤون الأمن، الأمين العام لحزب الله. */
const offices = once(() =>
  foldedSet(
    'شؤون علاقات أمن حزب حركة تيار جيش قوات مجلس أمم اتحاد حلف عمليات حكومة وزارة خارجية مكافحة منتخب نادي فريق شركة هيئة جهاز لجنة منظمة مؤسسة بنك مكتب رئاسة حملة مجموعة صندوق إدارة مديرية برنامج بعثة مجلس نقابة',
  ),
)
const ministries = once(() =>
  foldedSet(
    'داخلية دفاع خارجية مالية نفط صحة عدل تعليم كهرباء تخطيط تجارة بيشمركة إعلام ثقافة نقل',
  ),
)
const sent = /^(?:موفد|مبعوث|سفير|مندوب|ممثل)ه?$/
/** متحدث باسم السفارة الأميركية بالعراق */
const isMission = (tokens: readonly Token[], at: number) =>
  [at - 1, at - 2].some(back => /^(?:سفاره|بعثه|قنصليه)$/.test(tokens[back]?.bare ?? ''))

/** Who is posted to a country. */
const posted = /^(?:منسق|ممثل|مبعوث|مندوب|مدير)ه?$/
const withinWords = new Set(['في', 'لدي'])

/** Offices that serve somebody: المستشار الإعلامي لرئيس الوزراء، مستشار الشؤون الخارجية للرئيس. */
const serving = once(() =>
  foldedSet(
    'مستشار مستشارة مبعوث مبعوثة ممثل ممثلة نائب نائبة مساعد مساعدة معاون معاونة سكرتير سكرتيرة ناطق ناطقة متحدث متحدثة مدير مديرة',
  ),
)

/** What of an army goes by a number: اللواء 45، الفرقة السابعة. */
export const isUnit = (token: Token | undefined) =>
  token?.isDefinite === true && /^(?:لواء|فرقه|فوج|كتيبه|سريه|فيلق|اسطول)$/.test(token.bare)

/** Those who are sent to a capital: السفير الأميركي في بغداد. */
export const isDiplomat = ({ bare }: Token) => /^(?:قاءم|سفيره?)$/.test(bare)

/** One step on in the words of an office; undefined where they end. */
function step(here: At, at: number, head: Token): { at: number; isFirm: boolean } | undefined {
  const { tokens } = here
  const token = tokens[at]
  if (!token) return undefined
  // القائم بأعمال السفارة
  if (head.bare === 'قاءم' && /^ب(?:ال)?اعمال$/.test(token.key))
    return { at: at + 1, isFirm: token.isDefinite }
  // آمر اللواء 45
  if (isUnit(tokens[at - 1]) && /^\p{Nd}+$/u.test(token.key)) return { at: at + 1, isFirm: true }
  // الوزير «وعد بما لا يملك»: after an article a quotation is what is said.
  const quoted = tokens[at - 1]?.isDefinite ? undefined : quotedAt(here, at)
  if (quoted) return { at: quoted.after, isFirm: true }
  // القائد العام لـ«كذا»
  const whose = token.before === 'ل' && token.word === '' ? quotedAt(here, at + 1) : undefined
  if (whose) return { at: whose.after, isFirm: true }
  if (token.isMark) return undefined
  if (isGeneral(tokens, at)) {
    const run = definiteRun(tokens, at)
    return { at: purposeEnd(tokens, run, true) ?? run, isFirm: true }
  }
  if (isDateWord(token)) return undefined
  const { key, bare, before } = token
  const next = tokens[at + 1]
  if (goesOn(token)) {
    const run = definiteRun(tokens, at)
    // رئيس الاتحاد الدولي لكرة القدم، الأمين العام للمنتدى
    const isFor = isServed(tokens, at, run) || isOfficial(tokens[run - 1])
    return { at: (isFor ? purposeEnd(tokens, run) : undefined) ?? run, isFirm: true }
  }
  // رئيس الحكومة المكلف نجيب ميقاتي
  if (/^المكلفه?$/.test(token.word) && nameEnd(tokens, at + 1, false))
    return { at: at + 1, isFirm: true }
  if (/^باسم(?:ها|ه|هم)?$/.test(key)) return { at: at + 1, isFirm: key !== 'باسم' }
  const state = stateEnd(tokens, at)
  // المنسقة الأممية للشؤون الإنسانية بالسودان
  if (state && (before === '' || before === 'ب'))
    return { at: state, isFirm: before === '' || posted.test(head.bare) || isMission(tokens, at) }
  // الموفد الأميركي إلى لبنان
  if (key === 'الي' && sent.test(head.bare)) {
    const to = stateEnd(tokens, at + 1)
    return to === undefined ? undefined : { at: to, isFirm: true }
  }
  if (withinWords.has(key) && next) {
    const place = stateEnd(tokens, at + 1)
    if (place) return { at: place, isFirm: isDiplomat(head) }
    const body = knownBodyEnd(tokens, at + 1)
    if (body !== undefined) return { at: body, isFirm: false }
    if (bodyHeads().has(next.bare)) return { at: at + 1, isFirm: false }
    // المتحدث باسم وزارة الموارد في إقليم كردستان، فلان
    if (next.key === 'اقليم' && towns().has(tokens[at + 2]?.word ?? ''))
      return { at: at + 3, isFirm: false }
    return undefined
  }
  if (before === 'ل' && serving().has(head.bare)) {
    if (titles().has(bare)) return { at: at + 1, isFirm: token.isDefinite }
    const body = knownBodyEnd(tokens, at)
    if (body !== undefined) return { at: body, isFirm: true }
    // مستشار الشؤون الخارجية للسوداني فرهاد علاء الدين
    const named = nameEnd(tokens, at + 1, false)
    if (token.isDefinite && /ي$/.test(token.word) && named) return { at: at + 1, isFirm: true }
  }
  // المدير العام للوكالة الدولية للطاقة الذرية، القائد المحلي للفصيل العراقي
  const whole = before === 'ل' ? knownBodyEnd(tokens, at) : undefined
  if (whole !== undefined) return { at: whole, isFirm: true }
  const isLed = before === 'ل' && token.isDefinite && tokens[at - 1]?.isDefinite
  if (isLed && (bodyHeads().has(bare) || factionHeads().has(bare) || groupHeads().has(bare)))
    return { at: definiteRun(tokens, at + 1), isFirm: true }
  if (before === 'ل' && offices().has(bare)) return { at: at + 1, isFirm: token.isDefinite }
  if (/^(?:اقليم|محافظه|مدينه|جمهوريه|قضاء)$/.test(key)) return { at: at + 1, isFirm: false }
  if (before === '' && towns().has(token.word)) return { at: at + 1, isFirm: true }
  const isHead =
    /^(?:اركان|قسم|شعبه|لواء|فرع|قطاع|عمليات|اسعاف|امن|صحه|تربيه|مرور|تحرير|مستشفي|كليه|مدرسه|مطار|ميناء|مشروع|برنامج|حمله)$/.test(
      bare,
    ) ||
    titles().has(bare) ||
    bodyHeads().has(bare) ||
    forceHeads().has(bare) ||
    groupHeads().has(bare) ||
    factionHeads().has(bare)
  // وزير داخلية إقليم كردستان
  if (/^وزير/.test(tokens[at - 1]?.bare ?? '') && before === '' && ministries().has(token.word))
    return { at: at + 1, isFirm: false }
  // المنسقة الأممية بالسودان قوات كذا: after what is definite nothing is annexed.
  const last = tokens[at - 1]
  const isClosed = last !== undefined && last !== head && (last.isDefinite || isPlaceName(last))
  const isAnnexed = before === '' && !token.isDefinite && isClosed
  // رئيس حكومة تصريف الأعمال
  const known = before === '' && !isAnnexed ? knownBodyEnd(tokens, at) : undefined
  if (known !== undefined) return { at: known, isFirm: true }
  if (before === '' && !token.isDefinite && isHead && !isAnnexed)
    return { at: at + 1, isFirm: false }
  // رئيس نادي كذا، : by one word that no list has, where nothing more comes.
  const isNamed = /^(?:نادي|شركه|بلديه|جامعه|قناه|صحيفه|قريه|نقابه)$/.test(last?.word ?? '')
  if (isNamed && before === '' && !token.isDefinite && tokens[at + 1]?.isMark && !isDateWord(token))
    return { at: at + 1, isFirm: true }
  if (before === '' && isPlaceName(token)) return { at: at + 1, isFirm: true }
  return undefined
}

/** Past what somebody is an expert in or stands for, where a name may come: الباحث في الشأن الأمني، النائب عن كتلة... */
function fieldEnd(here: At, at: number): number | undefined {
  const { tokens } = here
  if (!/^(?:في|عن|لدي|ب|ل)$/.test(tokens[at]?.key ?? '')) return undefined
  for (let end = at + 1; end < at + 3; end++) {
    const named = quotedAt(here, end)?.after
    // الباحث في مركز «دجلة» للدراسات
    if (named !== undefined)
      return tokens[named]?.before === 'ل' ? definiteRun(tokens, named + 1) : named
    if (goesOn(tokens[end])) return definiteRun(tokens, end)
  }
  return undefined
}

/** المتحدث باسم وزارة الدفاع (البنتاغون) فلان: another name of the office before the man's. */
function glossEnd(here: At, at: number): number | undefined {
  const { tokens } = here
  const quoted = quotedAt(here, at, 3)
  if (quoted) return quoted.after
  if (tokens[at]?.key !== '(') return undefined
  for (let end = at + 2; end < at + 5; end++) if (tokens[end]?.key === ')') return end + 1
  return undefined
}

/** مستشار الرئيس فلان لشؤون أفريقيا: past what one who serves a named person has charge of. */
function chargeEnd({ tokens }: At, at: number, head: Token): number {
  if (!serving().has(head.bare) || !/^(?:لشءون|للشءون|لملف)$/.test(tokens[at]?.key ?? '')) return at
  const place = stateEnd(tokens, at + 1)
  if (place) return place
  const run = definiteRun(tokens, at + 1)
  if (run > at + 1 || tokens[at]?.isDefinite) return run
  return /^(?:افريقيا|اوروبا|اسيا)$/.test(tokens[at + 1]?.key ?? '') ? at + 2 : at
}

export type TitlePhrase = {
  /** Past the whole of it. */
  readonly end: number
  /** Past the name, if one follows. */
  readonly hasName: boolean
  /** Has it words of its own beside the first? */
  readonly isWide: boolean
}

/** سفيرها، وزيره: with a pronoun of those it is of. */
const owned = once(() =>
  foldedSet('سفير وزير رئيس متحدث مبعوث مستشار ناطق نائب نائبت نظير نظيرت قائد زعيم مندوب'),
)
export const ownedTitle = ({ bare, isDefinite }: Token) =>
  !isDefinite &&
  /(?:ها|هم|ه)$/.test(bare) &&
  owned().has(bare.replace(/(?:ها|هم|ه)$/, '')) &&
  !titles().has(bare)

/** المصرفي، الناشطة, of which a name is needed; البرتغالي كيروش, by where somebody is from. */
export const isTradeOf = ({ bare, isDefinite }: Token) =>
  isDefinite && !titles().has(bare) && (trades().has(bare) || states().adjectives.has(bare))

/** The words of an office that begins at `at`, and the name after them: وزير الخارجية العراقي فؤاد حسين. */
export function titlePhrase(here: At, at: number): TitlePhrase | undefined {
  const { tokens } = here
  const head = tokens[at]
  if (!head || head.isMark) return undefined
  const isOwned = ownedTitle(head)
  if (!titles().has(head.bare) && !isOwned && !isTradeOf(head)) return undefined
  // لمساعدة بغداد: what is given to it.
  if (head.bare === 'مساعده' && stateEnd(tokens, at + 1)) return undefined
  let firm = head.isDefinite || isOwned ? at + 1 : undefined
  let next = at + 1
  for (let steps = 0; steps < 8; steps++) {
    // السوداني مرارا: after a people only a name that is known.
    const named = nameEnd(
      tokens,
      next,
      !states().adjectives.has(head.bare) || titles().has(head.bare),
    )
    if (named !== undefined)
      return { end: chargeEnd(here, named, head), hasName: true, isWide: true }
    const field = fieldEnd(here, next)
    const known = field === undefined ? undefined : nameEnd(tokens, field, false)
    if (known !== undefined) return { end: known, hasName: true, isWide: true }
    const gloss = glossEnd(here, next)
    const glossed = gloss === undefined ? undefined : nameEnd(tokens, gloss, true)
    if (glossed !== undefined) return { end: glossed, hasName: true, isWide: true }
    const on = step(here, next, head)
    if (!on) break
    next = on.at
    if (on.isFirm) firm = next
  }
  // سفيرة الولايات المتحدة ببغداد، آلينا رومانوسكي
  if (next > at + 1 && /[،,]/.test(tokens[next]?.key ?? '')) {
    const known = nameEnd(tokens, next + 1, false)
    // A name that no list has, between commas: ، طالب العاني،
    const unknown = nameEnd(tokens, next + 1, true)
    const closed =
      unknown !== undefined && unknown - next > 2 && /[،,]/.test(tokens[unknown]?.key ?? '')
    const named = known ?? (closed ? unknown : undefined)
    if (named !== undefined && tokens[next + 1]?.before === '')
      return { end: named, hasName: true, isWide: true }
  }
  return firm === undefined ? undefined : { end: firm, hasName: false, isWide: firm > at + 1 }
}
