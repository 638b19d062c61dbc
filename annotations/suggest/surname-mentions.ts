import { type At, dateWords, goesOn, isReportingWord } from './grammar.ts'
import type { Mention } from './mention.ts'
import { personMention } from './person-mention.ts'
import type { Token } from './token.ts'
import { sourceNouns, titles } from './words/people.ts'

/** فرج عامر, of محمد فرج عامر: as many parts of the name as stand there. */
function nameStart(tokens: readonly Token[], at: number, full: Mention | undefined): number {
  let first = at
  for (let part = 2; full && part <= full.last - full.first; part++) {
    const word = tokens[first - 1]
    if (word?.isMark || word?.isDefinite || word?.word !== tokens[full.last - part]?.word) break
    first--
  }
  return first
}

/** A person who was named in full, by the last part alone: السوداني. */
export function surnameMentions(here: At, named: readonly Mention[]): Mention[] {
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
    // على, though a family be علي
    if (token.isMark || /ى$/.test(token.written)) return []
    const next = tokens[at + 1]
    // تعهد السوداني، السوداني: right after what somebody says, or before a colon at the head of a line.
    const isAlone = token.isDefinite && token.before === '' && /^ال...+ي$/.test(token.word)
    const opens = (at === 0 || tokens[at - 1]?.key === '\n') && next?.key === ':'
    const says = isReportingWord(tokens[at - 1]) && !goesOn(next) && !sourceNouns().has(token.bare)
    if (isAlone && !titles().has(token.bare) && !dateWords().has(token.word) && (opens || says))
      return [personMention(here, at, at + 1, { kind: 'person', rule: 'surname' })]
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
            ...personMention(here, nameStart(tokens, at, families.get(token.word)), last, {
              kind: 'person',
              rule: 'surname',
            }),
            gender: (families.get(pair && families.has(pair) ? pair : token.word) as Mention)
              .gender,
          },
        ]
  })
}
