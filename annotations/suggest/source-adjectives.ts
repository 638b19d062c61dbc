import { definiteRun, isDateWord, isPreposition, isReportingWord, looksPresent } from './grammar.ts'
import { conditions } from './source-condition.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { givenNames, saySources, singleNames, sourceNouns, titles } from './words/people.ts'
import { states } from './words/states.ts'

export const near = once(() =>
  foldedSet('مقرب مقربة مقربين مقربون قريب قريبة مطلع مطلعة مطلعين مطلعون'),
)

/** Of dual, plural and accusative the plain form: سابقان، أميركيَين، أمنياً. */
export const singular = ({ word }: Token) => word.replace(/(?<=...)(?:ان|ين|ون|ات|ا)$/, '')
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
    /^(?:رفيع|رفيعه|كبير|كبيره|كبار|بارز|بارزه|سابق|سابقه|اخر|اخري|مسءول|مسءوله|خاص|خاصه|موثوق|موثوقه|غربي|غربيه|غربيين|محلي|محليه|امني|امنيه|امنيين|سياسي|سياسيه|حكومي|حكوميه|عسكري|عسكريه|عسكريين|طبي|طبيه|رسمي|رسميه|ديبلوماسي|ديبلوماسيه|نيابي|نيابيه|برلماني|برلمانيه|عليم|عليمه|متعدده|متطابقه|قضاءي|قضاءيه|اعلامي|اعلاميه|استخباري|استخباريه|مخول|عيان|اقليمي|اقليميه|دولي|دوليه|اممي|امميه|كردي|كرديه|ميداني|ميدانيه|حزبي|حزبيه|اوروبي|اوروبيه|اوروبيين|عربي|عربيه|عرب|ناشط|مدني|مدنيه|مجهول|مجهوله|تجاري|نفطي|نفطيه|مصرفي|مالي|ماليه|مقرب|مقربه|صحي|صحيه|بيءي|بيءيه|بحري|بحريه|جوي|جويه|ديني|دينيه|قبلي|قبليه|شعبي|شعبيه|فني|فنيه|ملاحي|ملاحيه|جامعي|جامعيه|عشاءري|عشاءريه)$/.test(
      singular(token),
    ))

const isKnownName = ({ word }: Token) => givenNames().has(word) || singleNames().has(word)

const sourceKinds =
  /^(?:مسءول|مسءوله|مطلع|مطلعه|مطلعين|مطلعون|دبلوماسي|دبلوماسيه|ديبلوماسي|ديبلوماسيه|سياسي|سياسيه|قيادي)$/

/** Past the adjectives after a noun, indefinite ones or with the article, as the noun is. */
export function adjectives(tokens: readonly Token[], at: number, isDefinite: boolean): number {
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
