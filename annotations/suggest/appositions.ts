import type { At } from './grammar.ts'
import type { Mention } from './mention.ts'
import { ownedTitle } from './title-phrase.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'

/** Ranks and honours that stand between an office and the name of who holds it. */
const honours = once(() =>
  foldedSet(
    'عماد لواء فريق عميد عقيد جنرال مقدم سيد سيدة شيخ دكتور دكتورة أستاذ أستاذة مهندس آية حاج قاضي سيناتور أمير',
  ),
)

/**
 * An office after a name: فؤاد حسين وزير الخارجية is one mention, between commas too; after a family name alone it says
 * of somebody named already what he is, and is none of its own.
 */
export function withAppositions({ tokens }: At, mentions: readonly Mention[]): Mention[] {
  const named = new Map(
    mentions.filter(({ rule }) => /name$/.test(rule)).map(one => [one.last, one]),
  )
  const offices = new Map(
    mentions.filter(({ rule }) => rule === 'title').map(one => [one.last, one]),
  )
  const joined = new Map<Mention, Mention>()
  const dropped = new Set<Mention>()
  const ended = new Set<number>()
  for (const title of mentions) {
    if (tokens[title.first]?.before !== '') continue
    // الرئيس اللبناني، العماد ميشال سليمان
    const office = /^[،,]$/.test(tokens[title.first - 1]?.key ?? '')
      ? offices.get(title.first - 1)
      : undefined
    if (office && title.rule === 'title-name' && honours().has(tokens[title.first]?.bare ?? '')) {
      joined.set(title, { ...title, start: office.start, first: office.first })
      dropped.add(office)
      continue
    }
    // رئيس الاتحاد رئيس اللجنة فلان، الرئيس العام الأمير فلان
    const other = offices.get(title.first)
    if (other && title.rule === 'title-name' && !joined.has(other)) {
      joined.set(title, { ...title, start: other.start, first: other.first })
      dropped.add(other)
      continue
    }
    if (title.rule !== 'title') continue
    // أبلغ عطاف نظيره: whose he is, and another man.
    const isOther = ownedTitle(tokens[title.first] as Token)
    const beside = isOther ? undefined : named.get(title.first)
    const before = /^[،,]$/.test(tokens[title.first - 1]?.key ?? '')
      ? named.get(title.first - 1)
      : undefined
    const after = tokens[title.last]
    const closes = (after?.isMark ?? true) || /^[با]?ان(?:ه|ها|هم)?$/.test(after?.key ?? '')
    // سامح كذا، نقيب المحامين، : who was named in full with what he is
    const whole =
      beside ?? (before && closes && before.last - before.first > 1 ? before : undefined)
    if (whole) {
      joined.set(whole, { ...whole, end: title.end, last: title.last })
      ended.add(title.last)
    }
    // and what else he is, after another comma
    else if (ended.has(title.first - 1)) dropped.add(title)
    else if (!before || !closes) continue
    dropped.add(title)
  }
  return mentions.flatMap(one => (dropped.has(one) ? [] : [joined.get(one) ?? one]))
}

/** النائب معوض، المبعوث لودريان: an office before the last part of a name that was given in full. */
export function withSurnames(
  { tokens }: At,
  mentions: readonly Mention[],
  surnames: readonly Mention[],
): Mention[] {
  const offices = new Map(
    mentions.filter(({ rule }) => rule === 'title').map(one => [one.last, one]),
  )
  const joined = surnames.map(one => {
    const office = tokens[one.first]?.before === '' ? offices.get(one.first) : undefined
    return office ? { ...one, start: office.start, first: office.first } : one
  })
  return [...mentions, ...joined]
}
