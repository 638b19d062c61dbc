import type { SourceKind } from '../model/source-kind.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { accordanceAt } from './accordance.ts'
import type { Directness } from './claim-end.ts'
import { isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import { type Cue, medium, type Scene } from './scene.ts'
import { sourceKindOf } from './source-kind-of.ts'
import type { Token } from './token.ts'
import type { Stance } from './words/verb-form.ts'

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

/** A claim while its sentence is read: `at` is its cue, `last` the token past its content. */
export type Draft = { -readonly [Key in keyof FoundClaim]: FoundClaim[Key] } & {
  last: number
  at: number
}

/** Who has spoken so far, and whose article it is. */
export type Told = { spoken: Mention[]; outlet: string | undefined }

const toldTo = /^(?:مع|الي)$/

/** Where the frame of a cue says it was said: في بيان. */
export function mediumIn({ tokens }: Scene, from: number, to: number): Stretch | undefined {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    if (token.key === 'في' && medium.test(tokens[at + 1]?.word ?? '')) {
      const { from: start, end } = tokens[at + 1] as Token
      return { start, end }
    }
  }
  return undefined
}

/** Agencies and outlets a thing was said to: قال لوكالة رويترز، خلال حديث مع «العربي الجديد». */
export function relaysIn(
  scene: Scene,
  from: number,
  to: number,
  outlet: string | undefined,
): FoundLink[] {
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
      const isTold =
        head.before.endsWith('ل') ||
        (previous?.before.endsWith('ل') && previous.word === '') ||
        toldTo.test(previous?.key ?? '')
      const isOwn =
        outlet !== undefined && scene.text.slice(mention.start, mention.end).includes(outlet)
      if (isTold)
        links.push({
          mention,
          kind: isOwn || mention.rule === 'outlet' ? 'own-outlet' : 'agency-relay',
          isImplicit: false,
          cues: [],
        })
    }
    at = mention.last - 1
  }
  for (let at = from; at < to; at++) {
    const according = accordanceAt(scene, at)
    if (according && according.after <= to)
      links.unshift(linkOf(scene, according.source, [according.span]))
  }
  return links
}

export const linkOf = (
  { tokens }: Scene,
  mention: Mention,
  cues: readonly Stretch[],
  isImplicit = false,
): FoundLink => ({
  mention,
  kind: sourceKindOf(
    mention,
    tokens
      .slice(mention.first, mention.first + 2)
      .map(({ bare }) => bare)
      .join(' '),
  ),
  isImplicit,
  cues,
})

/** نقلت وكالة عن مصادر قولها إن: whom, and by which words. */
export function relayed(scene: Scene, cue: Cue): { mention: Mention; span: Stretch } | undefined {
  const { tokens, mentionAt } = scene
  const isRelay = cue.form.verb.perfect === 'نقل'
  for (let at = cue.at + 1; at < cue.head; at++) {
    const token = tokens[at] as Token
    if (token.key !== 'عن' || !(isRelay || tokens[at - 1]?.key === 'نقلا')) continue
    const next = isQuote(tokens[at + 1]?.key) ? at + 2 : at + 1
    const mention = mentionAt.get(next)
    if (!mention) continue
    const quoting = tokens[at - 1]?.key === 'نقلا' ? (tokens[at - 1] as Token) : undefined
    for (let word = mention.last; word < cue.head; word++) {
      const saying = tokens[word] as Token
      if (/^(?:قوله|قولها|قولهم|قولهما|تاكيده|تاكيدها|تاكيدهم)$/.test(saying.key))
        return { mention, span: saying }
    }
    return { mention, span: quoting ? { start: quoting.start, end: token.end } : token }
  }
  return undefined
}
