import { bodyMention } from './body-mentions.ts'
import { type At, isDateWord, isPreposition, isReportingWord } from './grammar.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { numbers } from './words/numbers.ts'
import { sourceNouns } from './words/people.ts'
import { states } from './words/states.ts'

const struck = /^(?:[اأ]?صيب|قتل|جرح|اصابه|مقتل|خطف|اختطاف|احتجاز|احتجز)$/

const isNumber = (token: Token | undefined) =>
  token !== undefined &&
  !token.isMark &&
  (numbers.has(token.word) || /^\p{Nd}{1,5}$/u.test(token.key))

/** سوريين، عراقيون: a people in the plural of persons. */
const isPeople = (token: Token | undefined) =>
  token !== undefined &&
  !token.isMark &&
  (/^(?:مغاربه|اتراك|روس|اكراد|المان|افارقه|افغان|هنود|عرب|اميركان|امريكان|اوروبي(?:ين|ون))$/.test(
    token.bare,
  ) ||
    (/(?:ين|ون)$/.test(token.bare) &&
      states().adjectives.has(token.bare.replace(/(?:ين|ون)$/, ''))))

/** عمال سوريين، ثلاثة صيادين مصريين: what they are, before whence they are. */
function nounBefore(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at - 1]
  if (!noun || noun.isMark || noun.isDefinite || isNumber(noun) || isPreposition(noun)) return false
  if (isDateWord(noun) || isReportingWord(noun) || struck.test(noun.word)) return false
  return /(?:ين|ون|ا[^ا]|اء|ه)$/.test(noun.word) && noun.word.length >= 4
}

/** عدد من الأميركيين، إصابة أميركيين، 10 سوريين: a people in the plural, that is no adjective of a noun before it. */
export function peopleMentions(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (!isPeople(token)) return []
    const before = tokens[at - 1]
    const from = (first: number) => [bodyMention(here, first, at + 1, 'organisation', 'force')]
    if (!token.isDefinite) {
      if (token.before !== '') return []
      if (isNumber(before)) return from(at - 1)
      if (nounBefore(tokens, at)) return from(isNumber(tokens[at - 2]) ? at - 2 : at - 1)
      return struck.test(before?.word ?? '') ? from(at) : []
    }
    // المنتجون الأميركيون
    const isTheirs =
      before?.isDefinite &&
      /...(?:ون|ين)$/.test(before.bare) &&
      !sourceNouns().has(before.bare) &&
      token.before === ''
    if (isTheirs && !isDateWord(before)) return from(at - 1)
    const some =
      before?.key === 'من' && /^(?:عدد|عددا|عشرات|مءات|بعض)$/.test(tokens[at - 2]?.word ?? '')
    return some ? from(at) : []
  })
}

const own = once(() =>
  foldedSet(
    'عناصره عناصرها مقاتليه مقاتليها أفراده أفرادها قادته قادتها أعضائه أعضائها محاميه محاميها مسؤوليه مسؤوليها موظفيه موظفيها حراسه مستشاريه مساعديه أقاربه مقربيه',
  ),
)
const some = /^(?:احد|احدي|اثنين|اثنان|اثنتين|عدد|عددا|بعض|كبار)$/
/** اثنين من عناصرها، أحد محاميه: one or more of somebody's people. */
export function ownPeople(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark || !own().has(token.word)) return []
    const first = tokens[at - 1]?.key === 'من' ? at - 2 : at - 1
    const head = tokens[first]
    if (!head || head.isMark || (!some.test(head.word) && !isNumber(head))) return []
    return [bodyMention(here, first, at + 1, 'other', 'force', head)]
  })
}
