import { asciiDigits } from '../text/digits.ts'
import { genderOf } from './gender.ts'
import { type At, definiteRun, goesOn, isReportingWord } from './grammar.ts'
import type { Mention } from './mention.ts'
import { nameEnd } from './person-name.ts'
import { isServed, purposeEnd } from './purpose.ts'
import { adjectives } from './source-adjectives.ts'
import { conditionEnd } from './source-condition.ts'
import { pastHeads, placeEnd } from './source-place.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { numbers } from './words/numbers.ts'
import { saySources, sourceNouns } from './words/people.ts'

/** Many, and nobody says how many. */
const some = once(() => foldedSet('عدة بعض عدد مجموعة كبار أحد إحدى'))

/** Past the body that a noun without its own ending is of: مسؤولي وزارة الدفاع. */
function bodyAfter({ tokens }: At, at: number): number {
  const past = tokens[at]?.isDefinite ? at : pastHeads(tokens, at)
  const run = definiteRun(tokens, past)
  if (run === past) return at
  return (isServed(tokens, past, run) ? purposeEnd(tokens, run) : undefined) ?? run
}

const isBlame = (tokens: readonly Token[], at: number) =>
  /^عن(?:ه|ها|هم)?$/.test(tokens[at + 1]?.key ?? '') && !isReportingWord(tokens[at - 1])

const isQualityOf = (before: Token | undefined, noun: Token) =>
  noun.bare === 'دبلوماسيه' &&
  !noun.isDefinite &&
  noun.before === '' &&
  before !== undefined &&
  !before.isMark &&
  !isReportingWord(before) &&
  /(?:ه|ات)$/.test(before.word)

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
    // مسؤول عن هجمات: who is to blame; منشأة دبلوماسية: an adjective.
    if (/^مسءول(?:ه|ا|ين|ون)?$/.test(noun.bare) && isBlame(tokens, at)) continue
    if (isQualityOf(before, noun)) continue
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
    // قالت المصادر وشهود إن
    const isJoined = noun.before === 'و' && /^(?:ان|انه|انها|انهم)$/.test(tokens[last]?.key ?? '')
    const verb = isReportingWord(before) || isReportingWord(tokens[last]) || isJoined
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
