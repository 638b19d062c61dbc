import { withPlace } from './abroad.ts'
import { anonymousMentions } from './anonymous-mentions.ts'
import { withAppositions, withSurnames } from './appositions.ts'
import { backBodies, backMentions } from './back-mentions.ts'
import { bodyMentions, groupMentions } from './body-mentions.ts'
import { delegations } from './delegations.ts'
import { forceMentions } from './force-mentions.ts'
import { type At, goesOn, isReportingWord } from './grammar.ts'
import { mediaMentions } from './media-mentions.ts'
import type { Mention } from './mention.ts'
import {
  coalitionMentions,
  namedMentions,
  occupier,
  ownState,
  sideMentions,
} from './named-mentions.ts'
import { ownPeople, peopleMentions } from './people-mentions.ts'
import { personMention } from './person-mention.ts'
import { nameEnd } from './person-name.ts'
import { withQuantity } from './quantity.ts'
import { type Gazetteer, registerMentions } from './register-mentions.ts'
import { stateMentions } from './state-mentions.ts'
import { surnameMentions } from './surname-mentions.ts'
import { isDiplomat, isTradeOf, ownedTitle, titlePhrase } from './title-phrase.ts'
import type { Token } from './token.ts'
import { unitMentions } from './unit-mentions.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { isOtherUse } from './words/other-uses.ts'
import { givenNames, namesToo, titles } from './words/people.ts'

/** Titles that name somebody by their article alone. */
const definiteTitles = once(() =>
  foldedSet(
    'مدرب مدربة لاعب لاعبة كابتن ملك أمير عاهل رئيس وزير وزيرة سفير سفيرة متحدث متحدثة مبعوث موفد مبعوثة مستشار ناطق خبير محافظ نائب قيادي زعيم مرشد قادة زعماء وزراء',
  ),
)
/** Bare, they are somebody's office; these need words of their own. */
const vagueTitles = once(() =>
  foldedSet(
    'عضو عضوة مساعد مساعدة وكيل ممثل ممثلة مراسل كاتب باحث مدير عميد لواء فريق سيد شيخ دكتور ولي آية نظير سياسي سياسية مفوض مقدم رائد نقيب قاض حاكم مرجع مختار مهندس',
  ),
)

/** The given name that a title goes before. */
const given = ({ tokens }: At, first: number, last: number) =>
  tokens.slice(first + 1, last).find(({ word }) => givenNames().has(word))?.written ?? ''

function titleMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const head = tokens[at] as Token
    if (head.isMark) continue
    const isOwned = ownedTitle(head)
    const isTrade = isTradeOf(head)
    if (!titles().has(head.bare) && !isOwned && !isTrade) continue
    // قائد السيارة، أسقف المنازل
    if (!head.isDefinite && isOtherUse(head.bare, tokens[at + 1]?.bare ?? '')) continue
    // رائد الحامد: a name; الرائد is a rank.
    if (namesToo().has(head.bare) && !head.isDefinite) continue
    // جهات سياسية: an adjective.
    const isQuality = !head.isDefinite && /^(?:سياسيه|صحفيه|صحافيه)$/.test(head.bare)
    if (isQuality && at > 0 && !tokens[at - 1]?.isMark && !isReportingWord(tokens[at - 1])) continue
    const phrase = titlePhrase(here, at)
    if (!phrase) continue
    // مؤتمرها الصحفي اليومي
    const isOfOwn =
      /^(?:صحفي|صحافي|سياسي)$/.test(head.bare) && /(?:ها|هم|ه)$/.test(tokens[at - 1]?.key ?? '')
    const isAdjective =
      head.isDefinite &&
      (goesOn(tokens[at - 1]) || isOfOwn) &&
      head.before === '' &&
      !isDiplomat(head)
    // داعية الأطراف إلى كذا: who calls for something.
    if (head.bare === 'داعيه' && !head.isDefinite && !phrase.hasName) continue
    // القائم is a town too.
    if (head.bare === 'قاءم' && !/^ب(?:ال)?اعمال$/.test(tokens[at + 1]?.key ?? '')) continue
    // نظيره الأميركي: with a word beside it, that one.
    const isPeer = isOwned && /^نظير/.test(head.bare) && phrase.isWide
    if ((isAdjective || isOwned || isTrade) && !phrase.hasName && !isPeer) continue
    if (isAdjective && isTrade) continue
    if (!phrase.hasName) {
      const enough = phrase.isWide
        ? !(head.isDefinite && vagueTitles().has(head.bare)) || phrase.end - at > 3
        : definiteTitles().has(head.bare)
      if (!enough) continue
    }
    const mention = personMention(here, at, phrase.end, {
      kind: 'person',
      rule: phrase.hasName ? 'title-name' : 'title',
    })
    // عضو اللجنة رُبى العكيدي
    const isShe =
      head.bare === 'عضو' && phrase.hasName && /(?:ى|اء|ة)$/.test(given(here, at, phrase.end))
    found.push(isShe ? { ...mention, gender: 'feminine' } : mention)
    at = phrase.end - 1
  }
  return found
}

/** قال سنحاريب الكرخي: a name that no list has, by its family name and by what it says. */
function spokenName({ tokens }: At, at: number): number | undefined {
  const family = tokens[at + 1]
  if (!isReportingWord(tokens[at - 1])) return undefined
  const end = nameEnd(tokens, at, true)
  // قال راجح بادي المتحدث باسم ...: by the office after it.
  const office = tokens[end ?? at]
  const isOffice =
    office?.isDefinite ||
    /^(?:رءيسه?|وزيره?|مديره?|قاءد|محافظ|حاكم|سفيره?)$/.test(office?.key ?? '')
  if (end !== undefined && end > at + 1 && office && isOffice && titles().has(office.bare))
    return end
  return family?.isDefinite && /...ي$/.test(family.word) && end === at + 2 ? end : undefined
}

function nameMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const last = nameEnd(tokens, at, false) ?? spokenName(here, at)
    if (last === undefined) continue
    found.push(personMention(here, at, last, { kind: 'person', rule: 'name' }))
    at = last - 1
  }
  return found
}

/** The government of somebody who was named: حكومته. */
const governments = /^(?:حكومت(?:ه|ها|نا)|مجاهدونا)$/
const ownGovernment = (here: At): Mention[] =>
  here.tokens.flatMap((token, at) =>
    governments.test(token.word)
      ? [
          {
            ...personMention(here, at, at + 1, { kind: 'government-body', rule: 'body' }),
            gender: 'feminine' as const,
          },
        ]
      : [],
  )

const rank = ({ rule }: Mention) => (rule === 'register' ? 1 : rule === 'title' ? -1 : 0)

const ranks = /^(?:رفيع|رفيعه|رفيعي|عالي|عاليه)$/
/** وفد عراقي رفيع المستوى: how high it stands belongs to it. */
const withRank = ({ tokens }: At, mention: Mention): Mention =>
  ranks.test(tokens[mention.last]?.key ?? '') && tokens[mention.last + 1]?.key === 'المستوي'
    ? { ...mention, last: mention.last + 2, end: (tokens[mention.last + 1] as Token).end }
    : tokens[mention.last]?.key === 'المستوي' && ranks.test(tokens[mention.last - 1]?.key ?? '')
      ? { ...mention, last: mention.last + 1, end: (tokens[mention.last] as Token).end }
      : mention

/** The longest of those that share words; a state inside another mention stands beside it. */
function settled({ tokens }: At, mentions: readonly Mention[]): Mention[] {
  const ordered = [...mentions].sort(
    (a, b) => b.last - b.first - (a.last - a.first) || rank(b) - rank(a) || a.first - b.first,
  )
  const owner = new Map<number, Mention>()
  const kept: Mention[] = []
  for (const mention of ordered) {
    let outer: Mention | undefined
    for (let at = mention.first; at < mention.last; at++) outer ??= owner.get(at)
    const isState = mention.rule === 'state' || mention.rule === 'capital'
    const isInside = outer && outer.first <= mention.first && outer.last >= mention.last
    const same = outer && outer.first === mention.first && outer.last === mention.last
    // القوة التابعة للحرس: and whose it is, as with a state: المدعومة من إيران.
    const isOwner =
      /^(?:group|body)$/.test(mention.rule) &&
      !kept.some(one => one !== outer && one.first <= mention.first && one.last >= mention.last) &&
      /^تابع[ها]?$/.test(tokens[mention.first - 1]?.bare ?? '')
    // حركة حماس المدعومة من إيران, and not: قوات سوريا الديمقراطية.
    const isBacker =
      /^(?:من|مع)$/.test(tokens[mention.first - 1]?.key ?? '') ||
      tokens[mention.first]?.before === 'ل'
    const head = tokens[outer?.first ?? mention.first]?.bare ?? ''
    const before = tokens[mention.first - 1]
    // مبعوث الأمم المتحدة إلى اليمن، جيش الاحتلال: where, and of the name; حزب نداء تونس.
    const isOfName =
      (outer?.rule.startsWith('title') && before?.key === 'الي') ||
      (before?.word === 'جيش' && /احتلال/.test(tokens[mention.first]?.bare ?? '')) ||
      (!isBacker && /^(?:حزب|بنك|نادي|منتخب|شركه|جامعه|صحيفه|وكاله|قناه|اذاعه)$/.test(head))
    // إدارة الرئيس فلان: whose it is, beside it.
    const isHolder =
      mention.rule === 'title-name' && outer?.rule === 'body' && mention.first === outer.first + 1
    // «بغداد اليوم»: of the name.
    if (isState && /^(?:outlet|agency)$/.test(outer?.rule ?? '') && isInside) continue
    const isPart =
      isHolder || (isState && !isOfName && (outer?.rule !== 'group' || isBacker)) || isOwner
    if (outer && !(isPart && isInside && !same)) continue
    kept.push(mention)
    for (let at = mention.first; at < mention.last; at++) if (!owner.has(at)) owner.set(at, mention)
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Every actor that a text names, by rule, in text order: offsets without what is written before a word. */
export function findActors(here: At, gazetteer: Gazetteer): Mention[] {
  const named = [...titleMentions(here), ...nameMentions(here)]
  const groups = [...namedMentions(here), ...groupMentions(here)]
  const bodies = [...bodyMentions(here), ...groups]
  const lands = stateMentions(here)
  const first = settled(
    here,
    [
      ...registerMentions(here, gazetteer),
      ...named,
      ...lands,
      ...coalitionMentions(here),
      ...sideMentions(here),
      ...ownState(here),
      ...occupier(here),
      ...backBodies(here, [...bodies, ...lands]),
      ...forceMentions(here),
      ...bodies,
      ...delegations(here),
      ...unitMentions(here),
      ...backMentions(here, groups),
      ...mediaMentions(here),
      ...anonymousMentions(here),
      ...ownGovernment(here),
      ...peopleMentions(here),
      ...ownPeople(here),
    ].map(mention => withPlace(here, withQuantity(here, withRank(here, mention)))),
  )
  const whole = withAppositions(here, first)
  const persons = first.filter(({ rule }) => rule === 'title-name' || rule === 'name')
  return settled(here, withSurnames(here, whole, surnameMentions(here, persons)))
}
