import { type RefObject, useLayoutEffect, useRef } from 'react'
import { claimFrom } from '../../annotations/claims/claim.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { annotationById } from '../state/actions.ts'
import { useFrame } from '../state/claim-frame.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { formatNumber } from '../strings/words.ts'
import { rectsOf } from './place-beside.ts'

type Props = {
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  open: OpenDocument
}

/** How far above its line a chain is drawn (px): into the gap, over no letter. */
const above = 10

type Stop = { spans: readonly Stretch[]; order: number | undefined }

/** The way of a claim, from its outermost source inwards to what is said; a cue stands before its content. */
function stopsOf(claim: Annotation, open: OpenDocument): Stop[] {
  const { chain } = claimFrom(claim, open.set.relations, placement(open.set.annotations).get)
  const stops = chain.flatMap(({ mention, order }): Stop[] =>
    mention ? [{ spans: mention.spans.slice(0, 1), order }] : [],
  )
  const cue = chain.at(-1)?.cues[0]
  if (cue) stops.push({ spans: cue.spans.slice(0, 1), order: undefined })
  return [...stops, { spans: claim.spans.slice(0, 1), order: undefined }]
}

/** The claim that is meant: the one framed, the one at hand, or the one the annotation at hand serves. */
function claimNow(open: OpenDocument, framed: string | undefined, current: string | undefined) {
  const at = annotationById(framed ?? current)
  if (!at || at.label === 'claim') return at
  const from = open.set.relations.find(({ to }) => to === at.id)?.from
  const claim = annotationById(from)
  return claim?.label === 'claim' ? claim : undefined
}

/**
 * The chain of the claim at hand, its parts joined by lines that lie between the lines of the text and over no letter:
 * drawn above the words, from the first line of each, without touching them.
 */
export function ChainLines({ scroller, page, open }: Props) {
  const layer = useRef<SVGSVGElement>(null)
  const current = useEditor(editor => editor.current)
  const framed = useFrame(frame => frame.claim)
  useEditor(editor => editor.reveal)
  const claim = claimNow(open, framed, current)

  useLayoutEffect(() => {
    const root = scroller.current
    const svg = layer.current
    if (!root || !page.current || !svg) return
    if (!claim) {
      svg.toggleAttribute('hidden', true)
      svg.dataset.stops = '0'
      return
    }
    const origin = page.current.getBoundingClientRect()
    const stops = stopsOf(claim, open)
    const points = stops.flatMap(({ spans, order }) => {
      const rect = rectsOf(root, spans)[0]
      if (!rect) return []
      const x = rect.left + rect.width / 2 - origin.left
      return [{ x, top: rect.top - origin.top, bottom: rect.bottom - origin.top, order }]
    })
    svg.toggleAttribute('hidden', points.length < 2)
    svg.dataset.stops = String(points.length)
    const path = points
      .slice(1)
      .map((to, at) => {
        const from = points[at] as (typeof points)[number]
        const [x, start] = [to.x, from.x]
        // On one line above it; from one line to another through the gap between them.
        if (Math.abs(from.top - to.top) < 6)
          return `M ${start} ${from.top} C ${start} ${from.top - above}, ${x} ${to.top - above}, ${x} ${to.top}`
        const [y, end] = from.top < to.top ? [from.bottom, to.top] : [from.top, to.bottom]
        const middle = (y + end) / 2
        return `M ${start} ${y} C ${start} ${middle}, ${x} ${middle}, ${x} ${end}`
      })
      .join(' ')
    svg.querySelector('path')?.setAttribute('d', path)
    const marks = svg.querySelector('g')
    marks?.replaceChildren(
      ...points.flatMap(({ x, top, order }) => {
        const y = order === undefined ? top : top - 3
        const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
        dot.setAttribute('cx', String(x))
        dot.setAttribute('cy', String(y))
        dot.setAttribute('r', order === undefined ? '2.5' : '6.5')
        if (order === undefined) return [dot]
        const number = document.createElementNS('http://www.w3.org/2000/svg', 'text')
        number.setAttribute('x', String(x))
        number.setAttribute('y', String(y + 3.5))
        number.textContent = formatNumber(order)
        return [dot, number]
      }),
    )
  })

  return (
    <svg ref={layer} className="chain-lines" aria-hidden="true" data-testid="chain-lines">
      <path />
      <g />
    </svg>
  )
}
