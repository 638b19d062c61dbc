import { asciiDigits } from '../text/digits.ts'
import { type At, isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { numbers } from './words/numbers.ts'
import { members } from './words/people.ts'

/** How many of them: عدد من، العديد من، عشرات من. */
const quantities = once(() =>
  foldedSet('عدد عددا العديد مجموعة عشرات مئات آلاف أحد إحدى واحد واحدة بعض كثير غالبية معظم أغلب'),
)
/** Before a plural without من: أحد الفصائل، عشرات المسلحين. */
const construct = once(() =>
  foldedSet('أحد إحدى عشرات مئات آلاف بعض معظم غالبية أغلب كبار كبرى عدة مجموعة'),
)
/** Those of whom there may be many or one of many. */
const counted = /^(?:anonymous|faction|force|title|body)$/

/** A plural, by its form or because it stands for many. */
const isMany = ({ bare }: Token, { number }: Mention) =>
  number === 'plural' ||
  /^(?:قاده|زعماء|رءساء|وزراء|نواب|سفراء|اعضاء|ضباط|خبراء|سكان|قوي|فصاءل|كتل|احزاب)$/.test(bare)

/** عدد من زعماء الميليشيات، 10 من كبار المسؤولين، أحد الفصائل: how many of them belongs to the mention. */
export function withQuantity({ tokens }: At, mention: Mention): Mention {
  const men = tokens[mention.first - 1]
  // أحد أفراد قوات الأمن، عناصر الحشد الشعبي
  if (
    /^(?:force|faction|body|group|agency)$/.test(mention.rule) &&
    !men?.isDefinite &&
    members().has(men?.word ?? '')
  ) {
    const one = /^احد/.test(tokens[mention.first - 2]?.word ?? '') ? 2 : 1
    const first = mention.first - one
    if (tokens[mention.first]?.before === '')
      return { ...mention, first, start: (tokens[first] as Token).from }
  }
  const joint = membersOf(tokens, mention)
  if (joint) return joint
  const head = tokens[mention.first] as Token
  if (!counted.test(mention.rule) || head.before !== '' || !isMany(head, mention)) return mention
  let first = mention.first
  let count: number | undefined
  const before = () => tokens[first - 1]
  const isPart = before()?.key === 'من'
  if (/^كبار$/.test(before()?.word ?? '')) first--
  if (before()?.key === 'من') {
    const quantity = tokens[first - 2]
    const number = countOf(quantity)
    if (!quantity || quantity.isMark) return mention
    if (number !== undefined) {
      first -= 2
      count = number
    } else if (quantities().has(quantity.word) && mention.rule !== 'force') first -= 2
    // عدد من العسكريين: of men under arms the convention leaves it out.
    else if (mention.rule === 'force') return mention
    else if (!isPart && first === mention.first) return mention
  } else if (!head.isDefinite && countOf(before()) !== undefined) {
    count = countOf(before())
    first--
  }
  // هذه الفصائل
  else if (
    /^(?:faction|subject)$/.test(mention.rule) &&
    head.isDefinite &&
    these.test(before()?.key ?? '')
  )
    first--
  else if (head.isDefinite && construct().has(before()?.word ?? '')) first--
  if (first === mention.first) return mention
  const start = (tokens[first] as Token).from
  return { ...mention, first, start, ...(count === undefined ? {} : { count }) }
}

/** ثلاثة عناصر من تنظيم «داعش»، عناصر بالحزب: those of a group, by a word between. */
function membersOf(tokens: readonly Token[], mention: Mention): Mention | undefined {
  if (!/^(?:faction|group|body)$/.test(mention.rule)) return undefined
  // تنظيم «داعش»: the mention itself is the name within.
  const isQuoted = isQuote(tokens[mention.first - 1]?.key) && isQuote(tokens[mention.last]?.key)
  const name = isQuoted ? mention.first - 1 : mention.first
  const head = tokens[name - 1]?.bare === 'تنظيم' ? name - 1 : name
  const at = tokens[head]?.before === 'ب' ? head : head - 1
  if (at < head && !/^(?:من|في|عن)$/.test(tokens[at]?.key ?? '')) return undefined
  let first = at - 1
  if (
    !/^(?:عنصر|عنصرا|عنصران|عنصرين|مقاتل|مقاتلا|عناصر|اعضاء|مقاتلين|مسلحين|مقاتلون|مسلحون|ممثلين|ممثلون|ممثلا|مندوبين|مندوبون)$/.test(
      tokens[first]?.word ?? '',
    )
  )
    return undefined
  if (countOf(tokens[first - 1]) !== undefined) first--
  const last = isQuoted ? mention.last + 1 : mention.last
  const [opens, closes] = [tokens[first] as Token, tokens[last - 1] as Token]
  return { ...mention, first, last, start: opens.from, end: closes.end }
}

const these = /^(?:هذه|تلك|هءلاء|هولاء)$/
const countOf = (token: Token | undefined) => numbers.get(token?.word ?? '') ?? digits(token)
const digits = (token: Token | undefined) =>
  token && /^\p{Nd}{1,4}$/u.test(token.key) ? Number(asciiDigits(token.key)) : undefined
