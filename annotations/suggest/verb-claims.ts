import type { Stretch } from '../text/paragraphs.ts'
import { type Content, contentOf } from './claim-end.ts'
import { sourceOf } from './claim-source.ts'
import {
  type Draft,
  type FoundLink,
  linkOf,
  mediumIn,
  relayed,
  relaysIn,
  type Told,
} from './found-claim.ts'
import type { Cue, Scene } from './scene.ts'
import type { Token } from './token.ts'

const place = ({ start, end }: Stretch): Stretch => ({ start, end })

/** One word after a preposition or as an object is no content: تتوعد بالرد. */
const isBare = ({ text }: Scene, { by }: Cue, { spans }: Content) =>
  (by === 'noun' || by === 'preposition') &&
  spans.length === 1 &&
  !/\s/.test(text.slice(spans[0]?.start, spans[0]?.end).trim())

/** Claims of reporting verbs and participles in one sentence. */
export function verbClaims(
  scene: Scene,
  sentence: Stretch,
  cues: readonly Cue[],
  told: Told,
): Draft[] {
  const { tokens } = scene
  const drafts: Draft[] = []
  for (const cue of cues) {
    const content = contentOf(scene, cue, cues, sentence)
    if (!content || isBare(scene, cue, content)) continue
    const outer = drafts.find(draft =>
      draft.content.some(span => span.start <= cue.span.start && span.end >= cue.span.end),
    )
    const isParticiple = cue.form.form === 'participle'
    const main = isParticiple
      ? drafts.findLast(
          draft => draft.rule !== 'impersonal' && draft.within === undefined && draft !== outer,
        )
      : undefined
    const relay = relayed(scene, cue)
    const ownCues = cue.second ? [cue.span, cue.second] : [cue.span]
    let chain: FoundLink[]
    if (main && !outer) {
      const previous = main.chain.at(-1) as FoundLink
      if (relay) {
        const speaker =
          main.chain.find(({ kind }) => kind === 'agency-relay' || kind === 'own-outlet') ??
          previous
        chain = [
          { ...speaker, cues: ownCues, isImplicit: true },
          linkOf(scene, relay.mention, [place(relay.span)]),
        ]
      } else
        chain = [
          ...main.chain.slice(0, -1),
          {
            ...previous,
            cues: ownCues,
            isImplicit: previous.isImplicit || previous.mention?.gender !== cue.form.gender,
          },
        ]
    } else {
      const found = sourceOf(scene, cue, sentence.start, told.spoken, drafts.length > 0)
      if (!found) continue
      // A participle or a noun for an object says too little where nobody is named by it.
      if (found.isImplicit && cue.by === 'noun' && !isParticiple && cue.form.form === 'imperfect')
        continue
      const subject = linkOf(scene, found.mention, ownCues, found.isImplicit)
      const inherited = outer ? outer.chain : []
      if (relay) chain = [...inherited, subject, linkOf(scene, relay.mention, [place(relay.span)])]
      else {
        const relays = relaysIn(scene, cue.at + 1, cue.head, told.outlet).filter(
          ({ mention }) => mention !== found.mention,
        )
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
      frame: {
        start: frameStart(cue, chain, (tokens[sentence.start] as Token).start),
        end: (tokens[cue.head] as Token).start,
      },
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
