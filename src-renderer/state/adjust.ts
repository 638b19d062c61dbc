import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { type Span, spanOf } from '../../annotations/model/span.ts'
import {
  nextWordEdge,
  previousWordEdge,
  trimStretch,
  wordAt,
} from '../../annotations/text/boundaries.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { say } from '../strings/words.ts'
import { annotationById } from './actions.ts'
import { make, selected, useEditor } from './editor.ts'
import { announce } from './session.ts'

const get = useEditor.getState

/** Parts in text order; those that overlap or touch become one. */
function joined(text: string, stretches: readonly Stretch[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged.map(({ start, end }) => spanOf(text, start, end))
}

function putSpans(annotation: Annotation, stretches: readonly Stretch[]): void {
  const { open } = get()
  if (!open) return
  const spans = joined(open.document.text, stretches)
  const adjusted = { ...annotation, spans }
  if (quoteOf(adjusted) === quoteOf(annotation) && spans[0]?.start === annotation.spans[0]?.start)
    return
  make([{ kind: 'put-annotation', annotation: adjusted }])
  announce(say('said.adjusted', { quote: quoteOf(adjusted) }))
}

/** Move one end of an annotation to an offset; an end never passes the other, and no part becomes empty. */
export function moveEnd(id: string, edge: 'start' | 'end', offset: number): void {
  const { open } = get()
  const annotation = annotationById(id)
  const part = annotation?.spans.at(edge === 'start' ? 0 : -1)
  if (!open || !annotation || !part) return
  const moved = trimStretch(open.document.text, {
    start: edge === 'start' ? offset : part.start,
    end: edge === 'end' ? offset : part.end,
  })
  if (moved.start >= moved.end) return
  const others = annotation.spans.filter(span => span !== part)
  putSpans(annotation, [...others, moved])
}

/** Put the first part of an annotation elsewhere, in one step. */
export function moveFirst(id: string, stretch: Stretch): void {
  const annotation = annotationById(id)
  if (annotation && stretch.start < stretch.end)
    putSpans(annotation, [stretch, ...annotation.spans.slice(1)])
}

/** Beginnings stand where a word begins, ends where one ends. */
function wordStep(text: string, offset: number, edge: 'start' | 'end', by: 1 | -1): number {
  if (by === 1) {
    const end = nextWordEdge(text, offset)
    if (edge === 'end') return end
    return wordAt(text, nextWordEdge(text, end) - 1)?.start ?? end
  }
  const start = previousWordEdge(text, offset)
  if (edge === 'start') return start
  return wordAt(text, previousWordEdge(text, start))?.end ?? start
}

/** The end (or the beginning) of the annotation at hand, some words further or back. */
export function nudge(edge: 'start' | 'end', by: 1 | -1, times: number): boolean {
  const { open, current } = get()
  const annotation = annotationById(current)
  if (!open || !annotation) return false
  const part = annotation.spans.at(edge === 'start' ? 0 : -1) as Span
  const { text } = open.document
  let offset: number = part[edge]
  for (let left = times; left > 0; left--) offset = wordStep(text, offset, edge, by)
  moveEnd(annotation.id, edge, offset)
  return true
}

/** The annotation that was at hand last: going elsewhere to select its other part lets go of it. */
let last: string | undefined
useEditor.subscribe(({ current }) => {
  last = current ?? last
})

/** The selected words become one more part of the annotation at hand, or of the one that was last. */
export function addPart(stretch?: Stretch): boolean {
  const { open, current, selection } = get()
  const annotation = annotationById(current ?? last)
  if (!open || !annotation) return false
  const part = trimStretch(open.document.text, stretch ?? selected(selection))
  if (part.start >= part.end) {
    announce(say('said.nothing-to-add'))
    return true
  }
  putSpans(annotation, [...annotation.spans, part])
  useEditor.setState({
    current: annotation.id,
    selection: { anchor: part.end, focus: part.end },
  })
  return true
}
