import { genderOf } from './gender.ts'
import { type At, definiteRun, goesOn, isQuote, isReportingWord, quotedAt } from './grammar.ts'
import type { Mention } from './mention.ts'
import { stateEnd } from './place-name.ts'
import { isServed, purposeEnd } from './purpose.ts'
import type { Token } from './token.ts'
import { agencyNames, mediaAttributes, mediaHeads, outletNames, platforms } from './words/media.ts'
import { states } from './words/states.ts'

/** Past the name of an agency or outlet of up to four words. */
function knownEnd(
  tokens: readonly Token[],
  at: number,
): { last: number; isAgency: boolean } | undefined {
  const words: string[] = []
  let found: { last: number; isAgency: boolean } | undefined
  for (let next = at; next < at + 4; next++) {
    const token = tokens[next]
    if (!token || token.isMark) break
    words.push(next === at ? token.word : token.key)
    const name = words.join(' ')
    const isAgency = agencyNames().has(name)
    if (isAgency || outletNames().has(name)) found = { last: next + 1, isAgency }
  }
  return found
}

/** Names of outlets that are words of the language too: taken only in quotation marks or after a head. */
const ordinary = new Set([
  'العالم',
  'الغد',
  'المدي',
  'الحدث',
  'العربيه',
  'الجزيره',
  'الشرق الاوسط',
  'الحره',
  'فارس',
  'مهر',
  'النهار',
  'المنار',
  'وفا',
  'الميادين',
  'القدس العربي',
  'وام',
  'واس',
  'واع',
  'قنا',
  'كونا',
  'سبا',
  'معا',
  'صفا',
  'سونا',
  'بلقيس',
  'افي',
])

/** رسمية، إيرانية: without article. */
const isPlainAdjective = (token: Token | undefined) =>
  token !== undefined &&
  !token.isMark &&
  !token.isDefinite &&
  token.before === '' &&
  (mediaAttributes().has(token.word) || states().adjectives.has(token.word))

function mention(
  tokens: readonly Token[],
  first: number,
  last: number,
  head: Token,
  isAgency: boolean,
): Mention {
  const start = (tokens[first] as Token).from
  const end = (tokens[last - 1] as Token).end
  return {
    start,
    end,
    first,
    last,
    kind: 'media',
    rule: isAgency ? 'agency' : 'outlet',
    ...genderOf(head),
    // رويترز قالت: an agency, a newspaper, a channel.
    gender: /^(?:موقع|تلفزيون|راديو)$/.test(head.bare) ? 'masculine' : 'feminine',
  }
}

/** وكالة الأنباء الأردنية بترا: past the short name beside the long one. */
function withShort(tokens: readonly Token[], at: number): number | undefined {
  const short = knownEnd(tokens, at)
  return short?.isAgency && tokens[at]?.before === '' ? short.last : undefined
}

/** Agencies and outlets: a head with a name or in quotation marks, a name everybody knows, and «…» after لـ. */
export function mediaMentions(here: At): Mention[] {
  const { tokens } = here
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.isMark) {
      const quoted = isQuote(token.key) ? quotedAt(here, at, 4) : undefined
      const before = tokens[at - 1]
      const toldTo = before?.before.endsWith('ل') && before.word === ''
      const known = quoted && knownEnd(tokens, quoted.first)
      if (
        quoted &&
        (known?.last === quoted.last || toldTo) &&
        !platforms().has(tokens[quoted.first]?.word ?? '')
      ) {
        const head = tokens[quoted.first] as Token
        found.push(mention(tokens, quoted.first, quoted.last, head, known?.isAgency ?? false))
        at = quoted.after - 1
      }
      continue
    }
    // وسائل إعلام رسمية إيرانية
    const noun = tokens[at + 1]
    if (token.bare === 'وساءل' && noun?.word === 'اعلام' && noun.before === '') {
      let last = at + 2
      while (isPlainAdjective(tokens[last])) last++
      if (last > at + 2) found.push(mention(tokens, at, last, token, false))
      at = last - 1
      continue
    }
    if (mediaHeads().has(token.bare)) {
      const isAgency = token.bare === 'وكاله'
      if (token.isDefinite) {
        if (goesOn(tokens[at - 1]) && token.before === '') continue
        const run = definiteRun(tokens, at + 1)
        // الوكالة الوطنية للإعلام
        const served = isServed(tokens, at, run) ? (purposeEnd(tokens, run) ?? run) : run
        const last = (isAgency && withShort(tokens, served)) || served
        const next = tokens[at + 1]
        const isMedium =
          next !== undefined &&
          (mediaAttributes().has(next.bare) || states().adjectives.has(next.bare))
        if (isAgency || (last > at + 1 && isMedium)) {
          if (token.bare !== 'موقع' && token.bare !== 'منصه' && token.bare !== 'شبكه')
            found.push(mention(tokens, at, last, token, isAgency))
        }
        at = Math.max(at, last - 1)
        continue
      }
      const quoted = quotedAt(here, at + 1, 5)
      const known = knownEnd(tokens, at + 1)
      const next = tokens[at + 1]
      const attribute = goesOn(next) && mediaAttributes().has(next?.bare ?? '')
      const last =
        quoted?.after ??
        known?.last ??
        (attribute || goesOn(next)
          ? definiteRun(tokens, at + 1)
          : // وكالة أنباء الإمارات، وكالة أنباء العالم العربي
            isAgency && next?.key === 'انباء'
            ? (stateEnd(tokens, at + 2) ?? definiteRun(tokens, at + 2))
            : undefined)
      const inner = tokens[quoted?.first ?? at + 1]
      if (last === undefined || (token.bare === 'منصه' && platforms().has(inner?.word ?? '')))
        continue
      // موقع الحادث، شبكة الكهرباء: a head that is another noun too needs a name.
      const isSure =
        quoted || known || attribute || /^(?:صحيفه|جريده|وكاله|قناه|مجله|اذاعه)$/.test(token.bare)
      if (!isSure) continue
      // وكالة الأنباء "رويترز"
      const end = quoted ? quoted.after : (quotedAt(here, last, 3)?.after ?? last)
      const adjective = tokens[end]
      const wide =
        adjective &&
        goesOn(adjective) &&
        (states().adjectives.has(adjective.bare) || mediaAttributes().has(adjective.bare))
          ? definiteRun(tokens, end)
          : end
      // وكالة رويترز للأنباء
      const news = tokens[wide]?.before === 'ل' && tokens[wide]?.word === 'الانباء'
      const whole = isAgency && news ? wide + 1 : wide
      const past = (isAgency && whole > at + 1 && withShort(tokens, whole)) || whole
      found.push(mention(tokens, at, past, token, isAgency))
      at = past - 1
      continue
    }
    const known = knownEnd(tokens, at)
    if (!known) continue
    const name = tokens
      .slice(at, known.last)
      .map(({ key }, place) => (place === 0 ? token.word : key))
      .join(' ')
    const credited = tokens[at - 1]?.key === '(' && tokens[known.last]?.key === ')'
    const slashed = tokens[at - 1]?.key === '/'
    // قال المتحدث للجزيرة
    const told = token.before === 'ل' && tokens.slice(Math.max(0, at - 5), at).some(isReportingWord)
    if (ordinary.has(name) && !credited && !slashed && !told) continue
    found.push(mention(tokens, at, known.last, token, known.isAgency))
    at = known.last - 1
  }
  return found
}
