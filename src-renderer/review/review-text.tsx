import { useVirtualizer } from '@tanstack/react-virtual'
import { type PointerEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { isDifference } from '../../annotations/review/judge.ts'
import { paragraphAt, type Stretch } from '../../annotations/text/paragraphs.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { bringIntoView } from '../text/bring-into-view.ts'
import { offsetAtPoint } from '../text/dom-offsets.ts'
import { Paragraph, rowClass } from '../text/paragraph.tsx'
import { goToItem } from './decide.ts'
import { LaneDot } from './lane-dot.tsx'
import { paintHere, paintReview } from './paint-review.ts'
import { currentOf, type OpenComparison, useReview } from './review-state.ts'

const none: Annotation[] = []

/** Room kept above what is at hand when it is brought into view, as a share of the height. */
const above = 0.3

/** The article with what each says of it: lanes under one text, or a column for each, scrolled as one. */
export function ReviewText({ open }: { open: OpenComparison }) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const view = useReview(review => review.view)
  const judged = useReview(review => review.judged)
  const annotations = useReview(review => review.gold?.annotations ?? none)
  const current = useReview(review => review.current)
  const reveal = useReview(review => review.reveal)
  const textSize = useSession(session => session.settings.textSize)
  const { paragraphs, document: article, comparison } = open
  const columns = view === 'side' ? comparison.annotators.map((_, voice) => voice) : [undefined]

  const virtual = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => {
      const { start, end } = paragraphs[at] as Stretch
      const letters = (640 / columns.length / (textSize * 0.42)) | 0
      return end === start ? 12 : Math.ceil((end - start) / letters) * textSize * 2.4 + 10
    },
    overscan: 3,
    paddingStart: 12,
    paddingEnd: 160,
    useFlushSync: false,
  })
  const rows = virtual.getVirtualItems()
  const drawn = `${view} ${rows[0]?.index}-${rows.at(-1)?.index}`
  const { scrollToIndex, measure } = virtual

  useLayoutEffect(() => {
    // Which paragraphs are drawn is part of what is painted.
    if (scroller.current && drawn !== '') paintReview(scroller.current, judged, annotations)
  }, [judged, annotations, drawn])
  useLayoutEffect(() => {
    const at = judged.find(({ item }) => item.id === current)?.item
    if (scroller.current && drawn !== '') paintHere(scroller.current, at)
  }, [judged, current, drawn])
  useEffect(() => () => CSS.highlights.clear(), [])
  // Columns are narrower: what was measured is no more true.
  useEffect(() => {
    if (view) measure()
  }, [view, measure])

  // Bring what is at hand into view: its paragraph first, then its line.
  useEffect(() => {
    const root = scroller.current
    const at = currentOf(useReview.getState())?.item
    if (reveal === 0 || !root || !at) return
    const toLine = () => {
      const range = [...(CSS.highlights.get('review-here') ?? [])][0]
      const rect = range instanceof Range && range.getBoundingClientRect()
      if (!rect || rect.height === 0) return false
      const box = root.getBoundingClientRect()
      if (rect.top < box.top + 24 || rect.bottom > box.bottom - 48)
        root.scrollTop += rect.top - box.top - box.height * above
      return true
    }
    return bringIntoView(toLine, () =>
      scrollToIndex(paragraphAt(paragraphs, at.start), { align: 'start' }),
    )
  }, [reveal, paragraphs, scrollToIndex])

  function onPointerUp(event: PointerEvent) {
    const root = scroller.current
    const offset = root && offsetAtPoint(root, event.clientX, event.clientY)
    if (offset === null || offset === undefined) return
    const here = judged.filter(
      one => isDifference(one) && one.item.start <= offset && offset <= one.item.end,
    )
    const nearest = here.sort((a, b) => a.item.end - a.item.start - (b.item.end - b.item.start))[0]
    if (nearest) goToItem(nearest)
  }

  return (
    <div
      ref={scroller}
      className={`review-text ${view}`}
      data-testid="review-text"
      data-shown={article.id}
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={say('review.text')}
      tabIndex={0}
      onPointerUp={onPointerUp}
    >
      {view === 'side' && (
        <div className="review-columns heads" style={{ '--columns': columns.length } as never}>
          {comparison.annotators.map((name, voice) => (
            <span key={name} className="review-column-head">
              <LaneDot name={name} voice={voice} />
              <bdi>{name}</bdi>
            </span>
          ))}
        </div>
      )}
      <div className="review-page" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map(row => {
          const { start, end } = paragraphs[row.index] as Stretch
          return (
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={`${rowClass(article, start)} review-columns`}
              style={
                { transform: `translateY(${row.start}px)`, '--columns': columns.length } as never
              }
            >
              {columns.map(voice => (
                <Paragraph
                  key={voice ?? 'all'}
                  start={start}
                  text={article.text.slice(start, end)}
                  voice={voice}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
