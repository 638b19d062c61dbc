import { create } from 'zustand'
import { fold } from '../../annotations/arabic/fold.ts'
import { type Annotation, extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import {
  openSuggestions,
  suggestionsLike,
  takeSuggestions,
} from '../../annotations/suggest/open-suggestions.ts'
import { type Suggestions, suggest } from '../../annotations/suggest/suggest.ts'
import { suggestionKey } from '../../annotations/suggest/suggestion-key.ts'
import { call } from '../bridge.ts'
import { language, say } from '../strings/words.ts'
import { type Beside, make, type OpenDocument, useEditor } from './editor.ts'
import { addExceptions, learn } from './register.ts'
import { announce, fail, useSession } from './session.ts'

export type Layer = {
  /** Drawn over the text, and gone through by key. */
  shown: boolean
  /** The suggestion at hand, by its key. */
  at: string | undefined
  /** Keys that this annotator has rejected on this document. */
  rejected: ReadonlySet<string>
  /** Another annotator's set that is looked at instead of what the rules find. */
  from: string | undefined
  others: Suggestions | undefined
}

const hidden: Layer = {
  shown: false,
  at: undefined,
  rejected: new Set(),
  from: undefined,
  others: undefined,
}
/** Suggestions are no annotations: nothing saves them, and an export does not know of them. */
export const useLayer = create<Layer>(() => hidden)

const get = useLayer.getState
const set = useLayer.setState

/** UTF-16 units. A book would hold the page for seconds; `isnad suggest` reads it without a page. */
const longest = 200_000

type Made = { of: readonly unknown[]; suggestions: Suggestions }
let last: Made | undefined

/** What the rules find in an article, made once for as long as it, the register and the scheme stay. */
export function suggestionsFor({ document }: OpenDocument): Suggestions | undefined {
  const { project, actors, exceptions } = useSession.getState()
  const scheme = project?.project.scheme
  const { text, regions, published, outlet } = document
  if (!scheme || text.length > longest) return undefined
  const of = [text, regions, published, outlet, actors, exceptions, scheme]
  if (!last || of.some((one, at) => one !== last?.of[at])) {
    const rejected = new Set(exceptions.map(one => fold(one).folded))
    last = { of, suggestions: suggest(document, { actors, scheme, rejected }) }
  }
  return last.suggestions
}

const shownSuggestions = (open: OpenDocument) => get().others ?? suggestionsFor(open)

let waiting: { of: readonly unknown[]; list: Annotation[] } | undefined

/** What waits for a decision, in text order. */
export function waitingSuggestions(open: OpenDocument): Annotation[] {
  const suggestions = shownSuggestions(open)
  if (!suggestions) return []
  const of = [suggestions, open.set.annotations, get().rejected]
  if (!waiting || of.some((one, at) => one !== waiting?.of[at]))
    waiting = { of, list: openSuggestions(suggestions, open.set, get().rejected) }
  return waiting.list
}

/** The suggestion at hand, if it still waits. */
export function suggestionAt(open: OpenDocument): Annotation | undefined {
  const { at } = get()
  return at === undefined
    ? undefined
    : waitingSuggestions(open).find(one => suggestionKey(one) === at)
}

/** What was rejected here before is asked for once a document is looked at. */
export async function readRejected(documentId: string, annotator: string): Promise<void> {
  const { project } = useSession.getState()
  set({ ...hidden, shown: get().shown })
  if (!project) return
  const read = await call('suggest.rejected', { project: project.folder, documentId, annotator })
  if (read.ok && useEditor.getState().open?.document.id === documentId)
    set({ rejected: new Set(read.value.rejected) })
}

/** Suggestions of another annotator's set, a model's that was imported, say; undefined is the rules again. */
export async function suggestFrom(annotator: string | undefined): Promise<void> {
  const { project } = useSession.getState()
  const { open } = useEditor.getState()
  set({ from: annotator, others: undefined, at: undefined })
  if (annotator === undefined || !project || !open) return
  const documentId = open.document.id
  const read = await call('sets.read', { project: project.folder, documentId, annotator })
  if (!read.ok) return fail(read.failure)
  if (get().from === annotator) set({ others: suggestionsOfSet(read.value.set) })
}

function suggestionsOfSet({ annotator, annotations, relations }: AnnotationSet): Suggestions {
  const ruleOf = ({ rule }: Annotation) => rule ?? `set:${annotator}`
  return {
    annotations,
    relations,
    rules: new Map(annotations.map(annotation => [annotation.id, ruleOf(annotation)])),
  }
}

const labelName = (id: string) =>
  useSession.getState().project?.project.scheme.labels.find(label => label.id === id)?.name[
    language()
  ] ?? id

/** Bring a suggestion to hand, with the caret at its beginning. */
export function goToSuggestion(one: Annotation): void {
  const { start } = extentOf(one)
  set({ shown: true, at: suggestionKey(one) })
  useEditor.setState(({ reveal }) => ({
    selection: { anchor: start, focus: start },
    current: undefined,
    reveal: reveal + 1,
  }))
  announce(say('suggestions.at', { label: labelName(one.label), quote: quoteOf(one) }))
}

/** The next one after the one at hand or the caret; from the last to the first. */
export function nextSuggestion(by: 1 | -1): boolean {
  const { open, selection } = useEditor.getState()
  if (!open) return false
  const list = waitingSuggestions(open)
  set({ shown: true })
  if (list.length === 0) {
    announce(say('suggestions.none'))
    return true
  }
  const here = list.findIndex(one => suggestionKey(one) === get().at)
  const after = list.findIndex(one => extentOf(one).start >= selection.focus)
  const from = here !== -1 ? here + by : by === 1 ? after : (after === -1 ? list.length : after) - 1
  const next = list[(from + list.length) % list.length] ?? list[0]
  if (next) goToSuggestion(next)
  return true
}

/** What is learned of a mention that is accepted as somebody's. */
function teach({ label, attributes, ...one }: Annotation): void {
  const { actor } = attributes
  if (label === 'actor' && typeof actor === 'string') void learn(actor, quoteOf(one))
}

/**
 * Make decisions of suggestions, each with all it needs, in one step that undo takes back; `beside` goes back and forth
 * with it.
 */
export function acceptSuggestions(chosen: readonly Annotation[], beside?: Beside): void {
  const { open, loading } = useEditor.getState()
  const suggestions = open && shownSuggestions(open)
  if (!open || !suggestions || loading || chosen.length === 0) return
  const [next] = waitingSuggestions(open).filter(
    one => !chosen.includes(one) && extentOf(one).start >= extentOf(chosen[0] as Annotation).start,
  )
  make(takeSuggestions(open.set, suggestions, chosen), 'edit', beside)
  for (const one of chosen) teach(one)
  set({ at: next && suggestionKey(next) })
  announce(say('suggestions.accepted', { count: chosen.length }))
  if (next && get().shown) goToSuggestion(next)
}

/** A rejected one never returns; a string that names nobody is no mention anywhere. */
export async function rejectSuggestions(chosen: readonly Annotation[]): Promise<void> {
  const { open } = useEditor.getState()
  const { project, annotator } = useSession.getState()
  const [first] = chosen
  if (!open || !project || !first) return
  const list = waitingSuggestions(open)
  const next = list[list.indexOf(first) + 1]
  const keys = chosen.map(suggestionKey)
  set(({ rejected }) => ({ rejected: new Set([...rejected, ...keys]) }))
  announce(say('suggestions.rejected'))
  if (next && get().shown) goToSuggestion(next)
  const about = { project: project.folder, documentId: open.document.id, annotator }
  const kept = await call('suggest.reject', { ...about, add: keys })
  if (!kept.ok) {
    set(({ rejected }) => ({ rejected: new Set([...rejected].filter(one => !keys.includes(one))) }))
    return fail(kept.failure)
  }
  // A state or a title is somebody elsewhere; a name that the rules guessed is nobody.
  const guessed = ['name', 'surname', 'group', 'register']
  const rules = shownSuggestions(open)?.rules
  const nobody = chosen.filter(
    one => one.label === 'actor' && guessed.includes(rules?.get(one.id) ?? ''),
  )
  if (nobody.length > 0) await addExceptions(nobody.map(quoteOf))
}

const atHand = (): Annotation | undefined => {
  const { open } = useEditor.getState()
  return open && suggestionAt(open)
}

/** By key: with none at hand the next one is brought to hand first. */
export function acceptAtHand(): boolean {
  const one = atHand()
  if (!one) return nextSuggestion(1)
  acceptSuggestions([one])
  return true
}

export function acceptLikeAtHand(): boolean {
  const { open } = useEditor.getState()
  const one = atHand()
  if (!open || !one) return nextSuggestion(1)
  acceptSuggestions(suggestionsLike(waitingSuggestions(open), one))
  return true
}

export function rejectAtHand(): boolean {
  const one = atHand()
  if (!one) return nextSuggestion(1)
  void rejectSuggestions([one])
  return true
}

/** False where there was nothing to hide. */
export function hideSuggestions(): boolean {
  if (!get().shown) return false
  set({ shown: false, at: undefined })
  return true
}

export type Drawn = { start: number; end: number; label: string; isAtHand: boolean }

/** What the reader draws: every span of what waits, told apart by its label. */
export function drawnLayer(open: OpenDocument, scheme: LabelScheme): Drawn[] {
  const { at } = get()
  return waitingSuggestions(open)
    .filter(({ label }) => scheme.labels.some(({ id }) => id === label))
    .flatMap(one =>
      one.spans.map(({ start, end }) => ({
        ...{ start, end, label: one.label },
        isAtHand: suggestionKey(one) === at,
      })),
    )
}
