import { bodyMention } from './body-mentions.ts'
import type { At } from './grammar.ts'
import type { Mention } from './mention.ts'
import { states } from './words/states.ts'

const struck = /^(?:[اأ]?صيب|قتل|جرح|اصابه|مقتل|خطف|اختطاف|احتجاز|احتجز)$/

/** عدد من الأميركيين، إصابة أميركيين: a people in the plural, that is no adjective of a noun before it. */
export function peopleMentions(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark || !/(?:ين|ون)$/.test(token.bare)) return []
    const before = tokens[at - 1]
    const one = () => [bodyMention(here, at, at + 1, 'organisation', 'force')]
    if (!states().adjectives.has(token.bare.replace(/(?:ين|ون)$/, ''))) return []
    if (!token.isDefinite)
      return token.before === '' && struck.test(before?.word ?? '') ? one() : []
    const some =
      before?.key === 'من' && /^(?:عدد|عددا|عشرات|مءات|بعض)$/.test(tokens[at - 2]?.word ?? '')
    return some ? one() : []
  })
}
