import { placement } from '../../annotations/model/placement.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { type Editor, type OpenDocument, selected } from '../state/editor.ts'
import { drawnParagraphs, stretchIn } from './dom-offsets.ts'
import { highlightName, overlayPriority, priorityOf, suggestedName } from './highlight-styles.ts'

type Painted = Map<string, { priority: number; ranges: StaticRange[] }>

function add(painted: Painted, name: string, priority: number, range: StaticRange | undefined) {
  if (!range) return
  const known = painted.get(name)
  if (known) known.ranges.push(range)
  else painted.set(name, { priority, ranges: [range] })
}

/** Annotations joined to the one at hand by a relation, either way. */
function linkedTo({ set }: OpenDocument, current: string | undefined): Set<string> {
  const linked = new Set<string>()
  if (current === undefined) return linked
  for (const { from, to } of set.relations) {
    if (from === current) linked.add(to)
    if (to === current) linked.add(from)
  }
  return linked
}

/**
 * Paint what is drawn and nothing else: ranges over the paragraphs' own text nodes, so that no letter is ever wrapped
 * in an element and Arabic joins as if nothing were there. Costs what is on the screen, whatever the document holds.
 */
export function paintHighlights(
  root: Element,
  { open, selection, current, found }: Pick<Editor, 'open' | 'selection' | 'current' | 'found'>,
  scheme: LabelScheme,
  suggested: readonly (Stretch & { label?: string; isAtHand?: boolean })[] = [],
): void {
  const painted: Painted = new Map()
  if (open) {
    const places = placement(open.set.annotations)
    const linked = linkedTo(open, current)
    const { start: from, end: to } = selected(selection)
    for (const paragraph of drawnParagraphs(root)) {
      const start = Number(paragraph.dataset.start)
      const end = start + (paragraph.firstChild?.nodeValue?.length ?? 0)
      for (const annotation of places.within(start, end)) {
        const label = labelOf(scheme, annotation.label)
        if (!label) continue
        const level = places.level(annotation)
        for (const span of annotation.spans) {
          const range = () => stretchIn(paragraph, span.start, span.end)
          add(painted, highlightName(label.id, level), priorityOf(label, level), range())
          if (annotation.id === current) add(painted, 'current', overlayPriority.current, range())
          else if (linked.has(annotation.id))
            add(painted, 'linked', overlayPriority.linked, range())
        }
      }
      for (const { start: from, end: to, label, isAtHand } of suggested) {
        if (from >= end || to <= start) continue
        const name = label === undefined ? 'suggested' : suggestedName(label)
        add(painted, name, overlayPriority.suggested, stretchIn(paragraph, from, to))
        if (isAtHand)
          add(painted, 'suggested-at-hand', overlayPriority.found, stretchIn(paragraph, from, to))
      }
      if (found)
        add(painted, 'found', overlayPriority.found, stretchIn(paragraph, found.start, found.end))
      if (from < to)
        add(painted, 'selection', overlayPriority.selection, stretchIn(paragraph, from, to))
    }
  }
  for (const name of [...CSS.highlights.keys()]) if (!painted.has(name)) CSS.highlights.delete(name)
  for (const [name, { priority, ranges }] of painted) {
    const highlight = new Highlight(...ranges)
    highlight.priority = priority
    CSS.highlights.set(name, highlight)
  }
}
