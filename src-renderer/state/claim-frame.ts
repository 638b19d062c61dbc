import { create } from 'zustand'
import { guessSourceKind } from '../../annotations/claims/guess-source-kind.ts'
import {
  type Annotation,
  type Attributes,
  extentOf,
  quoteOf,
} from '../../annotations/model/annotation.ts'
import { linkOf } from '../../annotations/model/chain.ts'
import { applyChanges, type Change } from '../../annotations/model/change.ts'
import { fits } from '../../annotations/model/check-annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import { type LabelScheme, labelOf, type RelationType } from '../../annotations/model/scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { fittedAttributes } from '../../annotations/suggest/fit-attributes.ts'
import {
  type Proposal,
  type ProposedLink,
  proposeClaim,
  takeLinks,
} from '../../annotations/suggest/propose-claim.ts'
import { suggestionKey } from '../../annotations/suggest/suggestion-key.ts'
import { trimStretch } from '../../annotations/text/boundaries.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { sentenceAt } from '../../annotations/text/sentences.ts'
import { claimSentence } from '../panels/claim-sentence.ts'
import { say } from '../strings/words.ts'
import { annotationById, tag } from './actions.ts'
import { automaticAttributes } from './article-dates.ts'
import { make, type OpenDocument, selected, useEditor } from './editor.ts'
import { newId } from './new-id.ts'
import { announce, useSession } from './session.ts'
import { suggestionsFor } from './suggestion-layer.ts'

/** What a claim is asked for, in this order. */
export const slots = ['source', 'cue', 'date'] as const
type Slot = (typeof slots)[number]

const relationOf: Record<Slot, string> = { source: 'source', cue: 'cue', date: 'about' }

/** The claim whose frame is open, and what its next pick fills. */
export const useFrame = create<{ claim: string | undefined; slot: Slot }>(() => ({
  claim: undefined,
  slot: 'source',
}))
const get = useFrame.getState
const set = useFrame.setState

const schemeNow = (): LabelScheme | undefined => useSession.getState().project?.project.scheme
const typeOf = (slot: Slot): RelationType | undefined =>
  schemeNow()?.relationTypes.find(({ id }) => id === relationOf[slot])

const nothing: Proposal = { attributes: {}, links: [] }

/** What the sentence proposes for words; nothing where rules find nothing. */
function proposalFor(open: OpenDocument, content: Stretch): Proposal {
  const suggestions = suggestionsFor(open)
  return suggestions ? proposeClaim(open.document.text, suggestions, content) : nothing
}

/** Of what is proposed, the links of the slots that are still empty. */
export function proposedLinks(open: OpenDocument, claim: Annotation): ProposedLink[] {
  const filled = new Set(
    open.set.relations.filter(({ from }) => from === claim.id).map(({ type }) => type),
  )
  return proposalFor(open, extentOf(claim)).links.filter(({ type }) => !filled.has(type))
}

const closeFrame = () => set({ claim: undefined, slot: 'source' })

/** C: the frame of the words selected or of the claim at hand; open already, what is asked for next. */
export function openFrame(): boolean {
  const { open, selection, current } = useEditor.getState()
  const scheme = schemeNow()
  if (!open || !scheme) return false
  const chosen = selected(selection)
  const isPicking = get().claim !== undefined && annotationById(get().claim) !== undefined
  if (isPicking && chosen.start === chosen.end) return nextSlot()
  if (!labelOf(scheme, 'claim')) {
    announce(say('claim.no-label'))
    return true
  }
  if (chosen.start < chosen.end) {
    const words = trimStretch(open.document.text, chosen)
    tag('claim', fittedAttributes(scheme, 'claim', proposalFor(open, words).attributes))
  } else if (annotationById(current)?.label !== 'claim') {
    announce(say('claim.nothing'))
    return true
  }
  const claim = annotationById(useEditor.getState().current)
  if (claim?.label !== 'claim') return true
  set({ claim: claim.id, slot: 'source' })
  announce(say('claim.opened'))
  return true
}

function nextSlot(): boolean {
  const slot = slots[(slots.indexOf(get().slot) + 1) % slots.length] as Slot
  set({ slot })
  announce(say('claim.slot', { slot: say(`claim.${slot}`) }))
  return true
}

/** What would be picked now: the words selected, or the annotation the caret has gone to. */
export function pickNow(
  open: OpenDocument,
): { kind: 'words'; span: Stretch } | { kind: 'annotation'; annotation: Annotation } | undefined {
  const { selection, current } = useEditor.getState()
  const { claim } = get()
  const chosen = selected(selection)
  if (chosen.start < chosen.end)
    return { kind: 'words', span: trimStretch(open.document.text, chosen) }
  const annotation = current === claim ? undefined : annotationById(current)
  return annotation && { kind: 'annotation', annotation }
}

/** Enter: the pick fills what is asked for; with nothing picked, all that the sentence says is taken, and the frame is done. */
export function enterFrame(): boolean {
  const { open } = useEditor.getState()
  const claim = annotationById(get().claim)
  if (!open || !claim) return false
  const pick = pickNow(open)
  if (!pick) return takeProposed(open, claim)
  const { slot } = get()
  const type = typeOf(slot)
  if (!type) return nextSlot()
  const changes: Change[] = []
  const target = targetOf(open, pick, type, changes)
  if (!target) return true
  changes.push(...linkChanges(open, claim, target, type, changes))
  make(changes)
  const { end } = extentOf(target)
  useEditor.setState({ current: claim.id, selection: { anchor: end, focus: end } })
  return nextSlot()
}

/** The annotation a pick means, made where there is none: known words keep what the rules know of them. */
function targetOf(
  { document, set }: OpenDocument,
  pick: NonNullable<ReturnType<typeof pickNow>>,
  type: RelationType,
  changes: Change[],
): Annotation | undefined {
  const scheme = schemeNow()
  const { open } = useEditor.getState()
  if (!scheme || !open) return undefined
  if (pick.kind === 'annotation') {
    if (type.to.includes(pick.annotation.label)) return pick.annotation
    announce(
      say('claim.unfit', { quote: quoteOf(pick.annotation), slot: say(`claim.${get().slot}`) }),
    )
    return undefined
  }
  const label = labelOf(scheme, type.to[0] ?? '')
  if (!label) return undefined
  const span = spanOf(document.text, pick.span.start, pick.span.end)
  const wanted = { label: label.id, spans: [span] }
  const key = suggestionKey(wanted)
  const there = set.annotations.find(one => suggestionKey(one) === key)
  if (there) return there
  const suggestions = suggestionsFor(open)
  const known = suggestions?.annotations.find(one => suggestionKey(one) === key)
  const attributes = {
    ...automaticAttributes(label, document, span),
    ...fittedAttributes(scheme, label.id, known?.attributes ?? {}),
  }
  const rule = known && suggestions?.rules.get(known.id)
  const annotation: Annotation = { id: newId('a'), ...wanted, attributes, ...(rule && { rule }) }
  changes.push({ kind: 'put-annotation', annotation })
  return annotation
}

/** What goes without saying of a link: how the source is known, whether it is understood, what the date dates. */
function linkAttributes(
  { document }: OpenDocument,
  claim: Annotation,
  target: Annotation,
  type: RelationType,
): Attributes {
  const { start, end } = extentOf(claim)
  const there = extentOf(target)
  const said: Attributes = {}
  if (type.id === 'source') {
    const sentence = sentenceAt(document.text, start)
    const kind = guessSourceKind(target.attributes)
    if (kind) said.kind = kind
    if (there.end <= sentence.start || there.start >= sentence.end) said.implicit = true
  }
  if (type.id === 'about')
    said.role = there.start >= start && there.end <= end ? 'content' : 'utterance'
  return Object.fromEntries(
    Object.entries(said).filter(([id, value]) =>
      type.attributes?.some(one => one.id === id && fits(one, value)),
    ),
  )
}

function linkChanges(
  open: OpenDocument,
  claim: Annotation,
  target: Annotation,
  type: RelationType,
  before: readonly Change[],
): Change[] {
  const state = applyChanges(open.set, before)
  const link = { id: newId('r'), type: type.id, from: claim.id, to: target.id }
  const changes = linkOf(state, { ...link, ordered: type.ordered }).map((change): Change => {
    const attributes = linkAttributes(open, claim, target, type)
    if (change.kind !== 'put-relation' || Object.keys(attributes).length === 0) return change
    return { ...change, relation: { ...change.relation, attributes } }
  })
  if (type.id !== 'source' || changes.length === 0) return changes
  // An agency with somebody inside it passes on what they say.
  const relays = state.relations.filter(
    ({ type, from, attributes }) =>
      type === 'source' && from === claim.id && attributes?.kind === 'news-agency',
  )
  return [
    ...relays.map(
      (relation): Change => ({
        kind: 'put-relation',
        relation: { ...relation, attributes: { ...relation.attributes, kind: 'agency-relay' } },
      }),
    ),
    ...changes,
  ]
}

function takeProposed(open: OpenDocument, claim: Annotation): boolean {
  const links = proposedLinks(open, claim)
  const rules = suggestionsFor(open)?.rules ?? new Map()
  make(takeLinks(open.set, claim.id, links, rules, newId))
  closeFrame()
  const now = useEditor.getState().open
  if (now) {
    const sentence = claimSentence(claim, now.set.relations, placement(now.set.annotations).get)
    announce(say('claim.closed', { sentence }))
  }
  return true
}

/** False where no frame was open. */
export function leaveFrame(): boolean {
  if (get().claim === undefined) return false
  closeFrame()
  return true
}
