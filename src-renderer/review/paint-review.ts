import type { Annotation } from '../../annotations/model/annotation.ts'
import type { Item } from '../../annotations/review/comparison.ts'
import { isDifference, type Judged } from '../../annotations/review/judge.ts'
import { drawnParagraphs, drawnRanges, stretchIn } from '../text/dom-offsets.ts'

/** Lanes told apart by colour and by their line's place; more annotators share the last. */
const lanes = 6
export const laneOf = (voice: number) => Math.min(voice, lanes - 1)

const here = 'review-here'
const priority: Record<string, number> = { agreed: 0, settled: 5 }

/**
 * Ranges over what is drawn: ground under what is agreed and settled, a line for each who says what others do not. A
 * paragraph of one annotator's column (`data-voice`) shows what that one says.
 */
export function paintReview(
  root: Element,
  judged: readonly Judged[],
  gold: readonly Annotation[],
): void {
  const painted = new Map<string, StaticRange[]>()
  const add = (name: string, range: StaticRange | undefined) => {
    if (!range) return
    const known = painted.get(name)
    if (known) known.push(range)
    else painted.set(name, [range])
  }
  const annotations = judged.filter(({ item }) => item.about === 'annotation')
  for (const paragraph of drawnParagraphs(root)) {
    const start = Number(paragraph.dataset.start)
    const end = start + (paragraph.firstChild?.nodeValue?.length ?? 0)
    const column = paragraph.dataset.voice
    const over = (annotation: Annotation, name: string) => {
      for (const span of annotation.spans)
        if (span.start < end && span.end > start)
          add(name, stretchIn(paragraph, span.start, span.end))
    }
    for (const one of annotations) {
      const { item, standing } = one
      if (item.start >= end || item.end <= start) continue
      const differs = isDifference(one)
      for (const [voice, { annotation }] of item.voices.entries()) {
        if (!annotation || (column !== undefined && Number(column) !== voice)) continue
        // What is in the gold set is painted as that.
        const isThere = column === undefined && standing === 'decided'
        if (!differs && !isThere) over(annotation, 'review-agreed')
        else if (!differs) continue
        else
          over(annotation, `review-lane-${laneOf(voice)}${standing === 'decided' ? '-done' : ''}`)
      }
    }
    if (column === undefined) for (const annotation of gold) over(annotation, 'review-settled')
  }
  for (const name of [...CSS.highlights.keys()])
    if (!painted.has(name) && name !== here) CSS.highlights.delete(name)
  for (const [name, ranges] of painted) {
    const highlight = new Highlight(...ranges)
    highlight.priority = priority[name.replace('review-', '')] ?? 10
    CSS.highlights.set(name, highlight)
  }
}

/** What is at hand, over all else; by itself, for it changes with every key. */
export function paintHere(root: Element, at: Item | undefined): void {
  const ranges = at ? drawnRanges(root, at.start, at.end) : []
  if (ranges.length === 0) {
    CSS.highlights.delete(here)
    return
  }
  const highlight = new Highlight(...ranges)
  highlight.priority = 30
  CSS.highlights.set(here, highlight)
}
