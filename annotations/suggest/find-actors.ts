import { withPlace } from './abroad.ts'
import { anonymousMentions } from './anonymous-mentions.ts'
import { withAppositions } from './appositions.ts'
import { backMentions } from './back-mentions.ts'
import { bodyMentions, forceMentions, groupMentions } from './body-mentions.ts'
import { genderOf } from './gender.ts'
import { type At, dateWords, goesOn, isReportingWord } from './grammar.ts'
import { mediaMentions } from './media-mentions.ts'
import type { Mention } from './mention.ts'
import { coalitionMentions, namedMentions, ownState, sideMentions } from './named-mentions.ts'
import { peopleMentions } from './people-mentions.ts'
import { nameEnd } from './person-name.ts'
import { withQuantity } from './quantity.ts'
import { type Gazetteer, registerMentions } from './register-mentions.ts'
import { stateMentions } from './state-mentions.ts'
import { isDiplomat, ownedTitle, titlePhrase } from './title-phrase.ts'
import type { Token } from './token.ts'
import { unitMentions } from './unit-mentions.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { givenNames, namesToo, sourceNouns, titles } from './words/people.ts'

/** Titles that name somebody by their article alone. */
const definiteTitles = once(() =>
  foldedSet(
    'رئيس وزير وزيرة سفير سفيرة متحدث متحدثة مبعوث موفد مبعوثة مستشار ناطق خبير محافظ نائب قيادي زعيم مرشد قادة زعماء وزراء',
  ),
)
/** Bare, they are somebody's office; these need words of their own. */
const vagueTitles = once(() =>
  foldedSet(
    'عضو عضوة مساعد مساعدة وكيل ممثل ممثلة مراسل كاتب باحث مدير عميد لواء فريق سيد شيخ دكتور ولي آية نظير سياسي سياسية مفوض مقدم رائد نقيب قاض حاكم مرجع مختار مهندس',
  ),
)

const mentionOf = (
  { tokens }: At,
  first: number,
  last: number,
  rest: Pick<Mention, 'kind' | 'rule'>,
): Mention => ({
  start: (tokens[first] as Token).from,
  end: (tokens[last - 1] as Token).end,
  first,
  last,
  ...rest,
  ...genderOf(tokens[first] as Token),
})

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
    if (!titles().has(head.bare) && !isOwned) continue
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
    // القائم is a town too.
    if (head.bare === 'قاءم' && !/^ب(?:ال)?اعمال$/.test(tokens[at + 1]?.key ?? '')) continue
    // نظيره الأميركي: with a word beside it, that one.
    const isPeer = isOwned && /^نظير/.test(head.bare) && phrase.isWide
    if ((isAdjective || isOwned) && !phrase.hasName && !isPeer) continue
    if (!phrase.hasName) {
      const enough = phrase.isWide
        ? !(head.isDefinite && vagueTitles().has(head.bare))
        : definiteTitles().has(head.bare)
      if (!enough) continue
    }
    const mention = mentionOf(here, at, phrase.end, {
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
  if (!isReportingWord(tokens[at - 1]) || !family?.isDefinite || !/...ي$/.test(family.word)) return
  return nameEnd(tokens, at, true) === at + 2 ? at + 2 : undefined
}

function nameMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const last = nameEnd(tokens, at, false) ?? spokenName(here, at)
    if (last === undefined) continue
    found.push(mentionOf(here, at, last, { kind: 'person', rule: 'name' }))
    at = last - 1
  }
  return found
}

/** A person who was named in full, by the last part alone: السوداني. */
function surnameMentions(here: At, named: readonly Mention[]): Mention[] {
  const { tokens } = here
  const families = new Map<string, Mention>()
  for (const mention of named) {
    if (!/name$/.test(mention.rule)) continue
    const last = tokens[mention.last - 1] as Token
    const before = tokens[mention.last - 2]
    const family =
      /^(?:الدين|الله)$/.test(last.word) && before ? `${before.word} ${last.word}` : last.word
    if (mention.last - mention.first > 1 && !families.has(family)) families.set(family, mention)
  }
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark) return []
    const next = tokens[at + 1]
    // تعهد السوداني، السوداني: right after what somebody says, or before a colon at the head of a line.
    const isAlone = token.isDefinite && token.before === '' && /^ال...+ي$/.test(token.word)
    const opens = (at === 0 || tokens[at - 1]?.key === '\n') && next?.key === ':'
    const says = isReportingWord(tokens[at - 1]) && !goesOn(next) && !sourceNouns().has(token.bare)
    if (isAlone && !titles().has(token.bare) && !dateWords().has(token.word) && (opens || says))
      return [mentionOf(here, at, at + 1, { kind: 'person', rule: 'surname' })]
    const pair = next && `${token.word} ${next.key}`
    const last = pair && families.has(pair) ? at + 2 : families.has(token.word) ? at + 1 : undefined
    if (last === undefined) return []
    // الحكومة السودانية: an adjective beside a noun; a name has none.
    const isAdjective =
      goesOn(tokens[at - 1]) &&
      token.before === '' &&
      token.isDefinite &&
      !titles().has(tokens[at - 1]?.bare ?? '')
    return isAdjective
      ? []
      : [
          {
            ...mentionOf(here, at, last, { kind: 'person', rule: 'surname' }),
            gender: (families.get(pair && families.has(pair) ? pair : token.word) as Mention)
              .gender,
          },
        ]
  })
}

/** The government of somebody who was named: حكومته. */
const governments = /^(?:حكومت(?:ه|ها|نا)|مجاهدونا)$/
const ownGovernment = (here: At): Mention[] =>
  here.tokens.flatMap((token, at) =>
    governments.test(token.word)
      ? [
          {
            ...mentionOf(here, at, at + 1, { kind: 'government-body', rule: 'body' }),
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
      tokens[mention.first - 1]?.key === 'من' || tokens[mention.first]?.before === 'ل'
    const isPart = (isState && (outer?.rule !== 'group' || isBacker)) || isOwner
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
  const first = settled(
    here,
    [
      ...registerMentions(here, gazetteer),
      ...named,
      ...stateMentions(here),
      ...coalitionMentions(here),
      ...sideMentions(here),
      ...ownState(here),
      ...bodyMentions(here),
      ...forceMentions(here),
      ...groups,
      ...unitMentions(here),
      ...backMentions(here, groups),
      ...mediaMentions(here),
      ...anonymousMentions(here),
      ...ownGovernment(here),
      ...peopleMentions(here),
    ].map(mention => withPlace(here, withQuantity(here, withRank(here, mention)))),
  )
  const whole = withAppositions(here, first)
  const persons = first.filter(({ rule }) => rule === 'title-name' || rule === 'name')
  return settled(here, [...whole, ...surnameMentions(here, persons)])
}
