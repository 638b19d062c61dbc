import { alliesEnd } from './allies.ts'
import { bodyMention } from './body-mentions.ts'
import { type At, definiteRun, goesOn } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'
import { bodyHeads, factionHeads, forceHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { states } from './words/states.ts'

const armed = once(() =>
  foldedSet(
    'مسلح مسلحا مسلحة مسلحين مسلحون عراقية شيعية سنية درزية متشددة متشددين متطرفة إسلامية متمردة معارضة إرهابية أخرى عدة رئيسية رئيسة بارزة جهادية كردية محلية مجهولة عديدة محليين محليون أجانب ملثمين ملثمون',
  ),
)
const foreign = once(() => foldedSet('أجنبية أجنبي دولية حكومية نظامية مشتركة احتلال أممية متعددة'))
const isNational = ({ bare }: Token) => states().adjectives.has(bare)

/** Adjectives without article: مسلحة، عراقية. */
function plainAdjectives(tokens: readonly Token[], at: number): number {
  let end = at
  for (let token = tokens[end]; token; token = tokens[end]) {
    if (token.isMark || token.before !== '' || token.isDefinite) break
    if (
      !armed().has(token.word) &&
      !isNational(token) &&
      !/^(?:امنيه|عسكريه|سياسيه)$/.test(token.word)
    )
      break
    end++
  }
  return end
}

const counts = once(() => foldedSet('ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة قادة ضباط عناصر'))
/** ثلاثة جنود، 2500 جندي، قادة عسكريين */
const isCount = (token: Token | undefined) =>
  token !== undefined && (/^\p{Nd}+$/u.test(token.key) || counts().has(token.word))

/** القوات الأميركية، جنود أميركيون، 2500 جندي أميركي، فصائل عراقية مسلحة مدعومة من إيران. */
export function forceMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const head = tokens[at] as Token
    if (head.isMark) continue
    const isFaction = factionHeads().has(head.bare)
    if (!isFaction && !forceHeads().has(head.bare)) continue
    // عسكري and جندي are one man, or an adjective; with a number they are a force.
    const isOne = /^(?:عسكري|عسكريا|جندي|جنديا)$/.test(head.bare)
    if (isOne && (head.isDefinite || !/^\p{Nd}{2,}$/u.test(tokens[at - 1]?.key ?? ''))) continue
    const isBeside = head.isDefinite && goesOn(tokens[at - 1]) && head.before === ''
    if (isBeside && !goesOn(tokens[at + 1])) continue
    const isAlone = head.isDefinite
    let last =
      isAlone || goesOn(tokens[at + 1])
        ? definiteRun(tokens, at + 1)
        : plainAdjectives(tokens, at + 1)
    // قوات مكافحة الإرهاب العراقية
    const known = knownBodyEnd(tokens, at + 1)
    const isBodys = goesOn(tokens[at + 1]) && bodyHeads().has(tokens[at + 1]?.bare ?? '')
    const owned =
      /^(?:قوات|قوه|رجال)$/.test(head.word) && !/بيشمر|بشمر/.test(tokens[at + 1]?.bare ?? '')
        ? (known ?? (isBodys ? last : undefined))
        : undefined
    if (owned) last = owned
    const task = /^(?:مكافحه|حفظ|حمايه|ردع|درع)$/.test(tokens[at + 1]?.word ?? '')
    const isTasked = !isAlone && task && goesOn(tokens[at + 2])
    if (isTasked) last = definiteRun(tokens, at + 2)
    // قوات من التحالف الدولي
    const of =
      !head.isDefinite && tokens[last]?.key === 'من' ? knownBodyEnd(tokens, last + 1) : undefined
    const allied = of ?? alliesEnd(tokens, last)
    const words = tokens.slice(at, last)
    const isCounted = /^\p{Nd}{3,}$/u.test(tokens[at - 1]?.key ?? '') && !isFaction
    const says =
      isCounted ||
      isTasked ||
      Boolean(owned) ||
      allied > last ||
      words.some(({ bare }) => foreign().has(bare)) ||
      words.some(isNational) ||
      (isFaction && last > at + 1)
    last = allied
    // مجموعة إسلامية مجهولة, and not: مجموعة واسعة.
    const isVague = /^(?:مجموع|خلي|خلايا)/.test(head.bare)
    if (isVague && !words.slice(1).some(one => armed().has(one.word) || isNational(one))) continue
    if (!says && !(isFaction && isAlone)) continue
    const count = isCount(tokens[at - 1]) && (!isFaction || !head.isDefinite)
    const kind =
      isFaction && !/^(?:قوي)$/.test(head.bare)
        ? 'armed-group'
        : isFaction
          ? 'organisation'
          : 'government-body'
    found.push(
      bodyMention(here, count ? at - 1 : at, last, kind, isFaction ? 'faction' : 'force', head),
    )
    at = last - 1
  }
  return found
}
