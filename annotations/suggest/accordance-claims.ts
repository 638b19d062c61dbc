import type { Stretch } from '../text/paragraphs.ts'
import { type Accordance, accordanceAt } from './accordance.ts'
import { type Content, contentOf } from './claim-end.ts'
import { type Draft, linkOf, type Told } from './found-claim.ts'
import { isQuote } from './grammar.ts'
import { isComplementiser, type Scene } from './scene.ts'
import type { Token } from './token.ts'
import { states } from './words/states.ts'

/** Whom the whole of a sentence, or what a verb says in it, is according to. */
export function accordanceClaims(
  scene: Scene,
  sentence: Stretch,
  drafts: Draft[],
  told: Told,
): void {
  for (let at = sentence.start; at < sentence.end; at++) {
    const according = accordanceAt(scene, at)
    if (!according) continue
    at = according.after - 1
    const inFrame = drafts.some(
      draft => draft.frame.start <= according.span.start && draft.frame.end >= according.span.end,
    )
    if (inFrame) continue
    // وفق بيان لمكتبه: a paper goes on saying nothing.
    if (according.source.rule !== 'subject') told.spoken.push(according.source)
    const ended = drafts.filter(
      draft =>
        draft.at < according.at && draft.last <= according.at + 1 && draft.last >= according.at - 2,
    )
    if (ended.length > 0) {
      for (const draft of ended)
        draft.chain = [linkOf(scene, according.source, [according.span]), ...draft.chain]
      continue
    }
    if (
      drafts.some(
        draft => draft.at < according.at && draft.last > according.at && draft.content.length === 1,
      )
    )
      continue
    const content = accordingContent(scene, sentence, according, drafts)
    if (!content) continue
    const links = [
      ...(according.outer ? [linkOf(scene, according.outer, [according.span])] : []),
      linkOf(scene, according.source, [according.span]),
    ]
    drafts.push({
      content: content.spans,
      chain: links,
      stance: 'asserts',
      mood: undefined,
      directness: content.directness,
      rule: 'accordance',
      frame: { start: according.span.start, end: according.source.end },
      medium: undefined,
      within: undefined,
      last: content.last,
      at: according.at,
    })
  }
}

/** بغداد (رويترز) - قتل جنود...: where an agency writes from is no part of what it says. */
function pastDateline({ tokens }: Scene, start: number): number {
  for (let at = start + 1; at < start + 8; at++) {
    const before = tokens[at - 1]
    const opens =
      before?.key === ')' || (at === start + 1 && states().capitals.has(before?.word ?? ''))
    if (/^[-–—]$/.test(tokens[at]?.key ?? '') && opens) return at + 1
  }
  return start
}

function accordingContent(
  scene: Scene,
  sentence: Stretch,
  { at, after }: Accordance,
  drafts: readonly Draft[],
): Content | undefined {
  const { tokens, text } = scene
  const isFirst = at - sentence.start <= 1
  if (isFirst) {
    let from = after
    // Past what is said of the source: ...، طلبا عدم ذكر اسميهما، فإن
    for (let next = after; next < Math.min(sentence.end, after + 24); next++)
      if (/^(?:اذا|لو|ان)$/.test(tokens[next]?.key ?? '')) break
      else if (/^ف(?:ان|انه|انها|انهم)$/.test(tokens[next]?.key ?? ''))
        from = from === after ? next : from
    while (
      tokens[from] &&
      from < sentence.end &&
      (tokens[from]?.isMark ||
        isComplementiser(tokens[from]) ||
        /^ف(?:ان|انه|قد)/.test(tokens[from]?.key ?? ''))
    ) {
      if (isQuote(tokens[from]?.key) && scene.closings.has(from)) break
      from++
    }
    const token = tokens[from]
    if (!token || from >= sentence.end - 2) return undefined
    return contentOf(scene, { from, fromOffset: token.start, by: 'clause' }, [], sentence)
  }
  // After the last claim of the sentence, or from where the sentence begins.
  const before = drafts
    .filter(draft => draft.last <= at)
    .reduce((last, draft) => Math.max(last, draft.last), sentence.start)
  let from = before === sentence.start ? pastDateline(scene, before) : before
  while (tokens[from]?.isMark && !isQuote(tokens[from]?.key)) from++
  const first = tokens[from]
  if (!first || from >= at - 1) return undefined
  const start = first.before.startsWith('و') ? first.from : first.start
  const end =
    (tokens[at - 1] as Token).isMark && !isQuote(tokens[at - 1]?.key)
      ? (tokens[at - 2] as Token).end
      : (tokens[at - 1] as Token).end
  const spans = [{ start, end }]
  const comma = tokens[after]
  const middle = tokens[at - 1]?.key === '،' && comma?.key === '،' && sentence.end - after > 4
  let last = at
  if (middle && !drafts.some(draft => draft.at > after)) {
    const rest = tokens[after + 1] as Token
    const close = tokens[sentence.end - 1] as Token
    spans.push({
      start: rest.start,
      end:
        close.isMark && !/[»"”)]/.test(close.key)
          ? (tokens[sentence.end - 2] as Token).end
          : close.end,
    })
    last = sentence.end
  }
  const whole = spans.filter(span => span.start < span.end)
  const quoted = text[start] === '«' || text[start] === '"'
  if (quoted && text.slice(start + 1, end).search(/[»"]/) === end - start - 2 && whole.length === 1)
    return { spans: [{ start: start + 1, end: end - 1 }], last, directness: 'direct' }
  return {
    spans: whole,
    last,
    directness: /[«"“]/.test(text.slice(start, end)) ? 'mixed' : 'indirect',
  }
}
