import type { SourceKind } from '../claims/source-kind.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { type Accordance, accordanceAt } from './accordance.ts'
import { type Content, contentOf, type Directness } from './claim-end.ts'
import { sourceOf } from './claim-source.ts'
import { type Cue, cuesOf, isComplementiser, type Scene } from './cue.ts'
import { isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import { sourceKindOf } from './source-kind-of.ts'
import type { Token } from './token.ts'
import type { Stance } from './words/reporting.ts'

export type ClaimRule = 'verb' | 'participle' | 'accordance' | 'headline' | 'relay' | 'impersonal'

/** A link of a chain; nobody is named where `mention` is undefined. */
export type FoundLink = {
  readonly mention: Mention | undefined
  readonly kind: SourceKind
  readonly isImplicit: boolean
  readonly cues: readonly Stretch[]
}

/** Something that somebody is said to have said. */
export type FoundClaim = {
  readonly content: readonly Stretch[]
  /** Outermost first. */
  readonly chain: readonly FoundLink[]
  readonly stance: Stance
  readonly mood: string | undefined
  readonly directness: Directness
  readonly rule: ClaimRule
  /** What stands between the cue and the content: whose dates are of the utterance. */
  readonly frame: Stretch
  /** The words the source said it in: بيان. */
  readonly medium: Stretch | undefined
  /** Index of the claim it stands in. */
  readonly within: number | undefined
}

type Draft = { -readonly [Key in keyof FoundClaim]: FoundClaim[Key] } & { last: number; at: number }

const media = /^(?:بيان|تصريح|تصريحات|كلمه|خطاب|تغريده|منشور|مقابله|رساله|تقرير|مءتمر|تدوينه|حديث|لقاء|حوار)$/
const toldTo = /^(?:مع|الي)$/

/** Where the frame of a cue says it was said: في بيان. */
function mediumIn({ tokens }: Scene, from: number, to: number): Stretch | undefined {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    if (token.key === 'في' && media.test(tokens[at + 1]?.word ?? '')) {
      const { from: start, end } = tokens[at + 1] as Token
      return { start, end }
    }
  }
  return undefined
}

/** Agencies and outlets a thing was said to: قال لوكالة رويترز، خلال حديث مع «العربي الجديد». */
function relaysIn(scene: Scene, from: number, to: number, outlet: string | undefined): FoundLink[] {
  const { tokens, mentionAt } = scene
  const links: FoundLink[] = []
  for (let at = from; at < to; at++) {
    const mention = mentionAt.get(at)
    if (!mention) continue
    const head = tokens[at] as Token
    if (mention.kind === 'media') {
      let before = at - 1
      while (isQuote(tokens[before]?.key)) before--
      const previous = tokens[before]
      const isTold = head.before.endsWith('ل') || (previous?.before.endsWith('ل') && previous.word === '') || toldTo.test(previous?.key ?? '')
      const isOwn = outlet !== undefined && scene.text.slice(mention.start, mention.end).includes(outlet)
      if (isTold) links.push({ mention, kind: isOwn || mention.rule === 'outlet' ? 'own-outlet' : 'agency-relay', isImplicit: false, cues: [] })
    }
    at = mention.last - 1
  }
  for (let at = from; at < to; at++) {
    const according = accordanceAt(scene, at)
    if (according && according.after <= to) links.unshift(linkOf(scene, according.source, [according.span]))
  }
  return links
}

const linkOf = ({ tokens }: Scene, mention: Mention, cues: readonly Stretch[], isImplicit = false): FoundLink => ({
  mention,
  kind: sourceKindOf(mention, tokens[mention.first]?.bare ?? ''),
  isImplicit,
  cues,
})

/** نقلت وكالة عن مصادر قولها إن: whom, and by which words. */
function relayed(scene: Scene, cue: Cue): { mention: Mention; span: Stretch } | undefined {
  const { tokens, mentionAt } = scene
  const isRelay = cue.form.verb.perfect === 'نقل' || cue.form.form === 'participle'
  if (!isRelay) return undefined
  for (let at = cue.at + 1; at < cue.head; at++) {
    const token = tokens[at] as Token
    if (token.key !== 'عن') continue
    const next = isQuote(tokens[at + 1]?.key) ? at + 2 : at + 1
    const mention = mentionAt.get(next)
    if (!mention) continue
    const quoting = tokens[at - 1]?.key === 'نقلا' ? (tokens[at - 1] as Token) : undefined
    for (let word = mention.last; word < cue.head; word++) {
      const saying = tokens[word] as Token
      if (/^(?:قوله|قولها|قولهم|قولهما|تاكيده|تاكيدها|تاكيدهم)$/.test(saying.key)) return { mention, span: saying }
    }
    return { mention, span: quoting ? { start: quoting.start, end: token.end } : token }
  }
  return undefined
}

const place = ({ start, end }: Stretch): Stretch => ({ start, end })

type Told = { spoken: Mention[]; outlet: string | undefined }

/** Claims of reporting verbs and participles in one sentence. */
function verbClaims(scene: Scene, sentence: Stretch, cues: readonly Cue[], told: Told): Draft[] {
  const { tokens } = scene
  const drafts: Draft[] = []
  for (const cue of cues) {
    const content = contentOf(scene, cue, cues, sentence)
    if (!content) continue
    const outer = drafts.find(draft => draft.content.some(span => span.start <= cue.span.start && span.end >= cue.span.end))
    const isParticiple = cue.form.form === 'participle'
    const main = isParticiple ? drafts.findLast(draft => draft.rule !== 'impersonal' && draft.within === undefined && draft !== outer) : undefined
    const relay = relayed(scene, cue)
    const ownCues = cue.second ? [cue.span, cue.second] : [cue.span]
    let chain: FoundLink[]
    if (main && !outer) {
      const previous = main.chain.at(-1) as FoundLink
      if (relay) {
        const speaker = main.chain.find(({ kind }) => kind === 'agency-relay' || kind === 'own-outlet') ?? previous
        chain = [{ ...speaker, cues: ownCues, isImplicit: true }, linkOf(scene, relay.mention, [place(relay.span)])]
      } else chain = [...main.chain.slice(0, -1), { ...previous, cues: ownCues, isImplicit: previous.isImplicit || previous.mention?.gender !== cue.form.gender }]
    } else {
      const found = sourceOf(scene, cue, sentence.start, told.spoken)
      if (!found) continue
      // A participle or a noun for an object says too little where nobody is named by it.
      if (found.isImplicit && cue.by === 'noun' && !isParticiple && cue.form.form === 'imperfect') continue
      const subject = linkOf(scene, found.mention, ownCues, found.isImplicit)
      const inherited = outer ? outer.chain : []
      if (relay) chain = [...inherited, subject, linkOf(scene, relay.mention, [place(relay.span)])]
      else {
        const relays = relaysIn(scene, cue.at + 1, cue.head, told.outlet).filter(({ mention }) => mention !== found.mention)
        chain = [...inherited, ...relays, subject]
      }
    }
    const innermost = chain.at(-1)?.mention
    if (innermost && !outer) told.spoken.push(innermost)
    drafts.push({
      content: content.spans,
      chain,
      stance: cue.form.verb.stance,
      mood: cue.form.verb.mood,
      directness: content.directness,
      rule: isParticiple ? 'participle' : relay ? 'relay' : 'verb',
      frame: { start: frameStart(cue, chain, (tokens[sentence.start] as Token).start), end: (tokens[cue.head] as Token).start },
      medium: mediumIn(scene, cue.at, cue.head) ?? (isParticiple ? main?.medium : undefined),
      within: outer && drafts.indexOf(outer),
      last: content.last,
      at: cue.at,
    })
  }
  return drafts
}

/** From the subject where it stands before the verb, in the same sentence. */
function frameStart({ span }: Cue, chain: readonly FoundLink[], from: number): number {
  const source = chain.at(-1)
  const start = source?.isImplicit ? undefined : source?.mention?.start
  return start !== undefined && start >= from && start < span.start ? start : span.start
}

/** Whom the whole of a sentence, or what a verb says in it, is according to. */
function accordanceClaims(scene: Scene, sentence: Stretch, drafts: Draft[], told: Told): void {
  const { tokens } = scene
  for (let at = sentence.start; at < sentence.end; at++) {
    const according = accordanceAt(scene, at)
    if (!according) continue
    at = according.after - 1
    const inFrame = drafts.some(draft => draft.frame.start <= according.span.start && draft.frame.end >= according.span.end)
    if (inFrame) continue
    told.spoken.push(according.source)
    const ended = drafts.filter(draft => draft.at < according.at && draft.last <= according.at + 1 && draft.last >= according.at - 2)
    if (ended.length > 0) {
      for (const draft of ended) draft.chain = [linkOf(scene, according.source, [according.span]), ...draft.chain]
      continue
    }
    if (drafts.some(draft => draft.at < according.at && draft.last > according.at && draft.content.length === 1)) continue
    const content = accordingContent(scene, sentence, according, drafts)
    if (!content) continue
    const links = [...(according.outer ? [linkOf(scene, according.outer, [according.span])] : []), linkOf(scene, according.source, [according.span])]
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

function accordingContent(scene: Scene, sentence: Stretch, { at, after }: Accordance, drafts: readonly Draft[]): Content | undefined {
  const { tokens, text } = scene
  const isFirst = at - sentence.start <= 1
  if (isFirst) {
    let from = after
    while (tokens[from] && from < sentence.end && (tokens[from]?.isMark || isComplementiser(tokens[from]) || /^ف(?:ان|انه|قد)/.test(tokens[from]?.key ?? ''))) {
      if (isQuote(tokens[from]?.key) && scene.closings.has(from)) break
      from++
    }
    const token = tokens[from]
    if (!token || from >= sentence.end - 2) return undefined
    return contentOf(scene, { from, fromOffset: token.start, by: 'clause' }, [], sentence)
  }
  // After the last claim of the sentence, or from where the sentence begins.
  const before = drafts.filter(draft => draft.last <= at).reduce((last, draft) => Math.max(last, draft.last), sentence.start)
  let from = before
  while (tokens[from]?.isMark && !isQuote(tokens[from]?.key)) from++
  const first = tokens[from]
  if (!first || from >= at - 1) return undefined
  const start = first.before.startsWith('و') ? first.from : first.start
  const end = (tokens[at - 1] as Token).isMark && !isQuote(tokens[at - 1]?.key) ? (tokens[at - 2] as Token).end : (tokens[at - 1] as Token).end
  const spans = [{ start, end }]
  const comma = tokens[after]
  const middle = tokens[at - 1]?.key === '،' && (comma?.key === '،') && sentence.end - after > 4
  let last = at
  if (middle && !drafts.some(draft => draft.at > after)) {
    const rest = tokens[after + 1] as Token
    const close = tokens[sentence.end - 1] as Token
    spans.push({ start: rest.start, end: close.isMark && !/[»"”)]/.test(close.key) ? (tokens[sentence.end - 2] as Token).end : close.end })
    last = sentence.end
  }
  const whole = spans.filter(span => span.start < span.end)
  const quoted = text[start] === '«' || text[start] === '"'
  if (quoted && text.slice(start + 1, end).search(/[»"]/) === end - start - 2 && whole.length === 1)
    return { spans: [{ start: start + 1, end: end - 1 }], last, directness: 'direct' }
  return { spans: whole, last, directness: /[«"“]/.test(text.slice(start, end)) ? 'mixed' : 'indirect' }
}

/** من المتوقع أن: nobody is said to expect it. */
const expected = /^(?:المتوقع|المرجح|المحتمل|المعتقد)$/
const passive = /^(?:يعتقد|يقال|يتوقع|يرجح|يزعم)$/
function impersonalClaims(scene: Scene, sentence: Stretch, cues: readonly Cue[], drafts: Draft[]): void {
  const { tokens, text } = scene
  for (let at = sentence.start; at < sentence.end - 3; at++) {
    const token = tokens[at] as Token
    const isExpected = expected.test(token.word) && tokens[at - 1]?.word === 'من'
    if (!(isExpected || (passive.test(token.word) && !cues.some(cue => cue.at === at))) || !isComplementiser(tokens[at + 1])) continue
    const from = at + 2
    let last = from
    while (last < sentence.end && !/^[،؛,]$/.test(tokens[last]?.key ?? '')) last++
    const start = (tokens[from] as Token).start
    const end = (tokens[last - 1] as Token).end
    const outer = drafts.find(draft => draft.content.some(span => span.start <= token.start && span.end >= end))
    if (text.slice(start, end).length < 12) continue
    const own: FoundLink = { mention: undefined, kind: 'unspecified', isImplicit: true, cues: [{ start: token.from, end: token.end }] }
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

/** إيران: لن نتراجع. A headline whose first words are an actor and a colon. */
function headlineClaim(scene: Scene, sentence: Stretch): Draft | undefined {
  const { tokens, mentionAt } = scene
  let first = sentence.start
  while (isQuote(tokens[first]?.key)) first++
  const mention = mentionAt.get(first)
  if (!mention) return undefined
  let at = mention.last
  while (isQuote(tokens[at]?.key)) at++
  const colon = tokens[at]
  if (colon?.key !== ':' || sentence.end - at < 4) return undefined
  const from = at + 1
  const content = contentOf(scene, { from, fromOffset: (tokens[from] as Token).start, by: 'colon' }, [], sentence)
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
export function findClaims(scene: Scene, sentences: readonly Stretch[], outlet?: string): FoundClaim[] {
  const told: Told = { spoken: [], outlet }
  const found: FoundClaim[] = []
  for (const sentence of sentences) {
    const cues = cuesOf(scene, sentence)
    const headline = cues.length === 0 ? headlineClaim(scene, sentence) : undefined
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
