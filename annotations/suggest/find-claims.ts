import type { Stretch } from '../text/paragraphs.ts'
import { unknownSubject } from './accordance.ts'
import { accordanceClaims } from './accordance-claims.ts'
import { contentOf } from './claim-end.ts'
import { cuesOf } from './cue.ts'
import { type Draft, type FoundClaim, type FoundLink, linkOf, type Told } from './found-claim.ts'
import { isDateWord, isPreposition, isQuote, isReportingWord } from './grammar.ts'
import type { Mention } from './mention.ts'
import { type Cue, isComplementiser, type Scene } from './scene.ts'
import type { Token } from './token.ts'
import { verbClaims } from './verb-claims.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { towns } from './words/towns.ts'

/** من المتوقع أن: nobody is said to expect it. */
const expected = /^(?:المتوقع|المرجح|المحتمل|المعتقد)$/
const passive = /^(?:يعتقد|يقال|يتوقع|يرجح|يزعم|يظن|يقدر)$/
function impersonalClaims(
  scene: Scene,
  sentence: Stretch,
  cues: readonly Cue[],
  drafts: Draft[],
): void {
  const { tokens, text } = scene
  for (let at = sentence.start; at < sentence.end - 3; at++) {
    const token = tokens[at] as Token
    const isExpected = expected.test(token.word) && tokens[at - 1]?.word === 'من'
    if (
      !(isExpected || (passive.test(token.word) && !cues.some(cue => cue.at === at))) ||
      !isComplementiser(tokens[at + 1])
    )
      continue
    // ما يُعتقد أنه هجوم
    if (tokens[at - 1]?.key === 'ما') continue
    const from = at + 2
    let last = from
    while (last < sentence.end && !/^[،؛,]$/.test(tokens[last]?.key ?? '')) last++
    const start = (tokens[from] as Token).start
    const end = (tokens[last - 1] as Token).end
    const outer = drafts.find(draft =>
      draft.content.some(span => span.start <= token.start && span.end >= end),
    )
    if (text.slice(start, end).length < 12) continue
    const own: FoundLink = {
      mention: undefined,
      kind: 'unspecified',
      isImplicit: true,
      cues: [{ start: token.from, end: token.end }],
    }
    drafts.push({
      content: [{ start, end }],
      chain: outer ? [...outer.chain, own] : [own],
      stance: /(?:توقع|رجح|محتمل)/.test(token.word) ? 'expects' : 'asserts',
      mood: 'expectation',
      directness: 'indirect',
      rule: 'impersonal',
      frame: { start: token.start, end: start },
      medium: undefined,
      within: outer && drafts.indexOf(outer),
      last,
      at,
    })
  }
}

/** What stands before the colon of a headline and is nobody. */
const kickers = once(() =>
  foldedSet(
    'عاجل خاص حصري مباشر تقرير تحليل رأي مقال فيديو بالفيديو صور بالصور إنفوغراف شاهد تحديث تغطية متابعة ملف حوار مقابلة كاريكاتير أرقام بالأرقام دراسة استطلاع وثيقة بيان أبرز أهم نص النص الحصيلة حصيلة ملاحظة المصدر بقلم كتب ترجمة اقرأ إقرأ نشر تصوير',
  ),
)

/** What happens somewhere. */
const events = once(() =>
  foldedSet(
    'هجوم انفجار مقتل قتلى جرحى إصابة إطلاق اعتقال توقيف حريق زلزال تفجير غارة غارات قصف اشتباكات تظاهرات احتجاجات سقوط استهداف انتخابات ضبط وفاة مصرع اغتيال اختطاف',
  ),
)

/** الشرع: لا حرب. One word or two before the colon of the first line that no rule knows are a name. */
function headlineName(scene: Scene, first: number, sentence: Stretch): Mention | undefined {
  const { tokens } = scene
  if (sentence.start > 0) return undefined
  const colon = [first + 1, first + 2].find(at => tokens[at]?.key === ':')
  const words = colon === undefined ? [] : tokens.slice(first, colon)
  const isName = words.every(
    one =>
      !one.isMark &&
      one.before === '' &&
      !isPreposition(one) &&
      !isDateWord(one) &&
      !isReportingWord(one) &&
      !kickers().has(one.word) &&
      !towns().has(one.word) &&
      /\p{L}/u.test(one.key),
  )
  const mention =
    words.length > 0 && isName ? unknownSubject(tokens, first, words.length) : undefined
  return mention && mention.last === colon
    ? { ...mention, kind: 'person', rule: 'surname' }
    : undefined
}

/** إيران: لن نتراجع. A headline whose first words are an actor and a colon. */
function headlineClaim(scene: Scene, sentence: Stretch): Draft | undefined {
  const { tokens, mentionAt } = scene
  let first = sentence.start
  while (isQuote(tokens[first]?.key)) first++
  const mention = mentionAt.get(first) ?? headlineName(scene, first, sentence)
  if (!mention) return undefined
  let at = mention.last
  while (isQuote(tokens[at]?.key)) at++
  const colon = tokens[at]
  if (colon?.key !== ':' || sentence.end - at < 4) return undefined
  const from = at + 1
  // واشنطن: هبة القدسي, after the headline: where somebody wrote it.
  if (mention.rule === 'capital' && sentence.start > 0 && sentence.end - from < 7) return undefined
  // العراق: مقتل جنديين: where it was.
  if (mention.kind === 'state' && events().has(tokens[from]?.word ?? '')) return undefined
  const content = contentOf(
    scene,
    { from, fromOffset: (tokens[from] as Token).start, by: 'colon' },
    [],
    sentence,
  )
  if (!content) return undefined
  return {
    content: content.spans,
    chain: [linkOf(scene, mention, [])],
    stance: 'asserts',
    mood: undefined,
    directness: content.directness,
    rule: 'headline',
    frame: { start: mention.start, end: colon.end },
    medium: undefined,
    within: undefined,
    last: content.last,
    at: sentence.start,
  }
}

/** Everything that somebody is said to have said, by rule, in the order of the cues; `within` counts in this order. */
export function findClaims(
  scene: Scene,
  sentences: readonly Stretch[],
  outlet?: string,
): FoundClaim[] {
  const told: Told = { spoken: [], outlet }
  const found: FoundClaim[] = []
  for (const sentence of sentences) {
    const cues = cuesOf(scene, sentence)
    const isFirst = sentence.start === 0
    const headline = cues.length === 0 || isFirst ? headlineClaim(scene, sentence) : undefined
    const drafts = headline ? [headline] : verbClaims(scene, sentence, cues, told)
    if (!headline) {
      accordanceClaims(scene, sentence, drafts, told)
      impersonalClaims(scene, sentence, cues, drafts)
    }
    const base = found.length
    for (const { last, at, within, ...claim } of drafts)
      found.push({ ...claim, within: within === undefined ? undefined : within + base })
  }
  return found
}
