import { create } from 'zustand'
import { fold } from '../../annotations/arabic/fold.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { openSuggestions } from '../../annotations/suggest/open-suggestions.ts'
import { type Suggestions, suggest } from '../../annotations/suggest/suggest.ts'
import { suggestionKey } from '../../annotations/suggest/suggestion-key.ts'
import { call } from '../bridge.ts'
import { type OpenDocument, useEditor } from './editor.ts'
import { fail, useSession } from './session.ts'

type Layer = {
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

/** Another set's, where one is looked at, or what the rules find. */
export const shownSuggestions = (open: OpenDocument) => get().others ?? suggestionsFor(open)

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

/** False where there was nothing to hide. */
export function hideSuggestions(): boolean {
  if (!get().shown) return false
  set({ shown: false, at: undefined })
  return true
}

type Drawn = { start: number; end: number; label: string; isAtHand: boolean }

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
