import { create } from 'zustand'
import {
  type Annotation,
  type Attributes,
  type AttributeValue,
  extentOf,
  quoteOf,
} from '../../annotations/model/annotation.ts'
import { removalOf, unlinkOf } from '../../annotations/model/change.ts'
import { mayLie } from '../../annotations/model/overlap.ts'
import { placement } from '../../annotations/model/placement.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { trimStretch } from '../../annotations/text/boundaries.ts'
import { attributeWords } from '../panels/attribute-words.ts'
import { relationWords } from '../panels/relation-words.ts'
import { language, say } from '../strings/words.ts'
import { automaticAttributes } from './article-dates.ts'
import { flush } from './autosave.ts'
import { goTo, make, selected, useEditor } from './editor.ts'
import { newId } from './new-id.ts'
import { announce, showDialog, useSession } from './session.ts'
import { stemAt } from './stem.ts'

const set = useEditor.setState
const get = useEditor.getState

const scheme = (): LabelScheme | undefined => useSession.getState().project?.project.scheme

/** Ends a link that was begun; `linking.ts` provides it. */
let finishLinking: (to: string) => void = () => {}
export const onPointedAt = (finish: (to: string) => void) => {
  finishLinking = finish
}

export const annotationById = (id: string | undefined): Annotation | undefined => {
  const { open } = get()
  return open && id !== undefined ? placement(open.set.annotations).get(id) : undefined
}

/** The caret is here now; the annotation under it, if any, is at hand. Here again: the next of the stack. */
export function pointAt(offset: number): void {
  const { open, current, linking } = get()
  if (!open) return
  const places = placement(open.set.annotations)
  const here = places.at(offset)
  const stack = here.length > 0 ? here : offset > 0 ? places.at(offset - 1) : []
  const next = stack[(stack.findIndex(({ id }) => id === current) + 1) % stack.length]
  if (linking !== undefined && next) finishLinking(next.id)
  else {
    const selection = { anchor: offset, focus: offset }
    set({ selection, current: next?.id, stack: { ids: stack.map(({ id }) => id), selection } })
  }
}

/** Two clicks on a stack take the word, and go on through the stack as two single ones would. */
export function goThroughStack(): void {
  const { stack, current, selection } = get()
  if (!stack || stack.ids.length < 2) return
  const next = stack.ids[(stack.ids.indexOf(current ?? '') + 1) % stack.ids.length]
  set({ current: next, stack: { ids: stack.ids, selection } })
}

/** The annotation the caret has come to, when it moves by key. */
export function noticeCaret(): void {
  const { open, selection, current } = get()
  if (!open || selection.anchor !== selection.focus) return
  const here = placement(open.set.annotations).at(selection.focus)
  if (!here.some(({ id }) => id === current)) set({ current: here[0]?.id })
}

/** Tag the selection, or the word at the caret. The same label on the same words is taken up, not doubled. */
export function tag(labelId: string, more: Attributes = {}): void {
  const { open, loading, selection } = get()
  const label = scheme() && labelOf(scheme() as LabelScheme, labelId)
  if (!open || loading || !label) return
  const { text } = open.document
  const chosen = selected(selection)
  const stretch =
    chosen.start < chosen.end ? trimStretch(text, chosen) : stemAt(text, selection.focus)
  if (!stretch || stretch.start >= stretch.end) {
    announce(say('said.nothing-to-tag'))
    return
  }
  const span = spanOf(text, stretch.start, stretch.end)
  const places = placement(open.set.annotations)
  const same = places
    .within(span.start, span.end)
    .find(
      ({ label, spans }) =>
        label === labelId &&
        spans.length === 1 &&
        spans[0]?.start === span.start &&
        spans[0].end === span.end,
    )
  const id = same?.id ?? newId('a')
  const policy = scheme()?.overlap ?? 'any'
  const inTheWay = places
    .within(span.start, span.end)
    .find(other => !mayLie(other, { id, spans: [span] }, policy))
  if (inTheWay && !same) {
    announce(say('said.no-overlap', { quote: quoteOf(inTheWay) }))
    return
  }
  const attributes = { ...automaticAttributes(label, open.document, span), ...more }
  if (!same)
    make([
      { kind: 'put-annotation', annotation: { id, label: labelId, spans: [span], attributes } },
    ])
  set({ current: id, selection: { anchor: span.end, focus: span.end } })
  announce(say('said.tagged', { quote: span.quote, label: label.name[language()] }))
}

/** The annotation at hand takes the selected words for its own. */
export function takeSelection(): void {
  const { open, selection, current } = get()
  const annotation = annotationById(current)
  const chosen = open && trimStretch(open.document.text, selected(selection))
  if (!open || !annotation || !chosen || chosen.start >= chosen.end) return
  const span = spanOf(open.document.text, chosen.start, chosen.end)
  make([{ kind: 'put-annotation', annotation: { ...annotation, spans: [span] } }])
  announce(say('said.adjusted', { quote: span.quote }))
}

/** The annotation whose removal is being asked about. */
export const useRemoving = create<{ id: string | undefined }>(() => ({ id: undefined }))

/** What a claim uses is asked about first; undo brings back either. */
export function removeAnnotation(id: string): void {
  const { open } = get()
  const isUsed = open?.set.relations.some(
    ({ from, to }) => to === id && annotationById(from)?.label === 'claim',
  )
  if (!isUsed) removeNow(id)
  else {
    useRemoving.setState({ id })
    showDialog('removing')
  }
}

export function removeNow(id: string): void {
  const { open, current } = get()
  const annotation = annotationById(id)
  if (!open || !annotation) return
  make(removalOf(open.set, id))
  if (current === id) set({ current: undefined })
  announce(say('said.removed', { quote: quoteOf(annotation) }))
}

/** Give an attribute a value, or none. */
export function setAttribute(
  id: string,
  attribute: string,
  value: AttributeValue | undefined,
): void {
  const annotation = annotationById(id)
  if (!annotation) return
  const { [attribute]: _, ...others } = annotation.attributes
  const attributes = value === undefined ? others : { ...others, [attribute]: value }
  make([{ kind: 'put-annotation', annotation: { ...annotation, attributes } }])
}

/** Another label for the same words: attributes the new label has too are kept, relations it may not have go. */
export function relabel(id: string, labelId: string): void {
  const { open } = get()
  const annotation = annotationById(id)
  const tagSet = scheme()
  const label = tagSet && labelOf(tagSet, labelId)
  if (!open || !annotation || !label || annotation.label === labelId) return
  const kept = Object.entries(annotation.attributes).filter(([key]) =>
    label.attributes.some(attribute => attribute.id === key),
  )
  const unfit = open.set.relations.filter(({ type, from, to }) => {
    const rule = tagSet.relationTypes.find(known => known.id === type)
    return (
      (from === id && !rule?.from.includes(labelId)) || (to === id && !rule?.to.includes(labelId))
    )
  })
  make([
    ...unlinkOf(open.set, ...unfit.map(relation => relation.id)),
    {
      kind: 'put-annotation',
      annotation: {
        ...annotation,
        label: labelId,
        attributes: {
          ...automaticAttributes(label, open.document, extentOf(annotation)),
          ...Object.fromEntries(kept),
        },
      },
    },
  ])
}

/** The next annotation after the caret (or before it); false at the last, so that Tab can leave the text. */
export function goToNeighbour(by: 1 | -1): boolean {
  const { open, current, selection } = get()
  if (!open) return false
  const list = open.set.annotations
  const at = list.findIndex(({ id }) => id === current)
  const next =
    at !== -1
      ? list[at + by]
      : by === 1
        ? list.find(annotation => extentOf(annotation).start >= selection.focus)
        : list.findLast(annotation => extentOf(annotation).start < selection.focus)
  if (!next) return false
  goTo(next)
  const label = scheme() && labelOf(scheme() as LabelScheme, next.label)
  announce(
    [
      say('said.at', { quote: quoteOf(next), label: label?.name[language()] ?? next.label }),
      ...attributeWords(next).map(({ words }) => words),
      ...relationWords(open, next),
    ].join('، '),
  )
  return true
}

export async function copySelection(): Promise<void> {
  const { open, selection, current } = get()
  if (!open) return
  const { start, end } = selected(selection)
  const annotation = annotationById(current)
  const text =
    start < end ? open.document.text.slice(start, end) : annotation && quoteOf(annotation)
  if (text) await navigator.clipboard?.writeText(text).catch(() => {})
}

/** Hand the set in if it is still being worked on. */
export async function setSubmitted(submitted: boolean): Promise<void> {
  const { open } = get()
  const { reviewing, documents } = useSession.getState()
  if (!open || reviewing !== undefined) return
  const status = submitted ? 'submitted' : 'in-progress'
  // Handed in once more after changes were asked for, it is handed in anew.
  const stands = documents.find(({ id }) => id === open.document.id)?.sets[open.set.annotator]
  if (open.set.status === status && stands?.status !== 'changes-requested') return
  make([{ kind: 'set-status', status }])
  announce(say(submitted ? 'said.submitted' : 'said.reopened'))
  await flush()
}
