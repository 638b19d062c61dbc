import type { Stretch } from '../text/paragraphs.ts'
import { accordanceAt } from './accordance.ts'
import { isQuote } from './grammar.ts'
import type { Cue, Scene } from './scene.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'

export type Directness = 'direct' | 'indirect' | 'mixed'
export type Content = {
  readonly spans: Stretch[]
  /** Past the last token. */
  readonly last: number
  readonly directness: Directness
}

const isComma = (key: string | undefined) => key === '،' || key === ',' || key === '؛'
/** After a comma these turn to something that the source does not say. */
const turns = once(() => foldedSet('فيما بينما دون لكنه لكنها ولكنه ولم لكن قبل غير'))
const turnPairs = [
  ['في', 'حين'],
  ['من', 'دون'],
  ['في', 'وقت'],
  ['من', 'جانبه'],
  ['من', 'جهته'],
  ['من', 'جهتها'],
  ['في', 'المقابل'],
  ['في', 'اشاره'],
  ['الامر', 'الذي'],
]

function turnsAway({ tokens }: Scene, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || token.isMark) return false
  if (turnPairs.some(([a, b]) => token.key === a && next?.key === b)) return true
  if (token.key === 'غير') return next?.key === 'ان'
  // وهو ما نفته أنقرة
  if (/^(?:وهو|هو|وهي)$/.test(token.key) && next?.key === 'ما')
    return /^(?:نف|رفض|اكد|انكر|كذب)/.test(tokens[at + 2]?.key ?? '')
  if (token.key === 'قبل') return next?.key === 'ان'
  return turns().has(token.key)
}

const trimmed = (text: string, start: number, end: number): Stretch => {
  let [from, to] = [start, end]
  while (from < to && /[\s،,:؛]/.test(text[from] as string)) from++
  while (to > from && /[\s.،,؛:؟!]/.test(text[to - 1] as string)) to--
  return { start: from, end: to }
}

/** Does a quotation that opens at `at` go with all that is said, so that it is direct speech? */
function closesContent(tokens: readonly Token[], close: number, end: number): boolean {
  const next = tokens[close + 1]
  // أن «صواريخ» «أصابت القاعدة»: the next one goes on.
  if (isQuote(next?.key) && close + 2 < end) return false
  return close + 1 >= end || (next?.isMark ?? true) || /^[وف]/.test(next?.before ?? '')
}

/** Where the content of a cue ends: at the next one, at an accordance, at a turn, or with its quotation. */
export function contentOf(
  scene: Scene,
  cue: Pick<Cue, 'from' | 'fromOffset' | 'by'>,
  cues: readonly Cue[],
  sentence: Stretch,
): Content | undefined {
  const { tokens, text, closings } = scene
  const starts = new Map(cues.map(other => [other.at, other]))
  const opening = tokens[cue.from] as Token
  const close = isQuote(opening.key) ? closings.get(cue.from) : undefined
  if (close !== undefined && closesContent(tokens, close, sentence.end)) {
    const inner = trimmed(text, opening.end, (tokens[close] as Token).start)
    const spans = [inner]
    let last = close + 1
    // «...»، قال المسؤول، «...»
    const again = continuation(scene, close + 1, sentence.end)
    if (again) {
      spans.push(
        trimmed(text, (tokens[again.open] as Token).end, (tokens[again.close] as Token).start),
      )
      last = again.close + 1
    }
    return inner.start < inner.end
      ? { spans: spans.filter(one => one.start < one.end), last, directness: 'direct' }
      : undefined
  }
  const outside = (at: number) =>
    !scene.tokens
      .slice(cue.from, at)
      .some((token, n) => isQuote(token.key) && (closings.get(cue.from + n) ?? -1) >= at)
  let hasQuote = false
  // «وعد بما لا يملك»: what is said inside a quotation ends with it.
  const within = [...closings].filter(([open, end]) => open < cue.from && end > cue.from)
  const limit = Math.min(sentence.end, ...within.map(([, end]) => end))
  let last = limit
  const spans: Stretch[] = []
  let start = cue.fromOffset
  for (let at = cue.from; at < limit; at++) {
    const token = tokens[at] as Token
    if (isQuote(token.key) && !scene.mentionAt.has(at + 1)) hasQuote = true
    if (at === cue.from || !outside(at)) continue
    const before = tokens[at - 1] as Token
    const other = starts.get(at)
    const afterComma = isComma(before.key)
    const afterQuote = isQuote(before.key) && !scene.mentionAt.has(at)
    if (other) {
      const isParticiple =
        other.form.form === 'participle' &&
        (other.form.verb.perfect === 'قال' || afterComma || afterQuote || token.before === 'و')
      const isJoined =
        /^[وف]/.test(token.before) && (other.by !== 'noun' || afterComma || afterQuote)
      if (isParticiple || isJoined || (afterComma && other.form.form === 'perfect')) {
        last = at
        break
      }
    }
    if (afterComma && turnsAway(scene, at)) {
      last = at
      break
    }
    const according = accordanceAt(scene, at)
    if (according && (afterComma || afterQuote || according.at > cue.from + 2)) {
      const { after } = according
      const rest =
        isComma(tokens[after]?.key) &&
        afterComma &&
        sentence.end - after > 3 &&
        !starts.has(after + 1) &&
        !turnsAway(scene, after + 1)
      if (rest) {
        spans.push(trimmed(text, start, before.end))
        start = (tokens[after] as Token).end
        at = after
        continue
      }
      last = at
      break
    }
  }
  const end = (tokens[last - 1] as Token).end
  spans.push(trimmed(text, start, end))
  const whole = spans.filter(one => one.start < one.end)
  return whole.length === 0
    ? undefined
    : { spans: whole, last, directness: hasQuote ? 'mixed' : 'indirect' }
}

const speaking = /^(?:قال|قالت|اضاف|اضافت|تابع|تابعت|يقول|تقول|اوضح|اوضحت|اكد|اكدت)$/

/** ، قال المسؤول، «...»: a quotation that goes on after the words that say who speaks. */
export function continuation({ tokens, closings }: Scene, at: number, end: number) {
  if (!isComma(tokens[at]?.key) || !speaking.test(tokens[at + 1]?.key ?? '')) return undefined
  for (let next = at + 2; next < Math.min(end, at + 20); next++) {
    const close = isQuote(tokens[next]?.key) ? closings.get(next) : undefined
    if (close !== undefined && close - next > 3) return { cue: at + 1, open: next, close }
    if (tokens[next]?.key === ':' || tokens[next]?.key === '.') return undefined
  }
  return undefined
}
