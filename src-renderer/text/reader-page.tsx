import type { VirtualItem } from '@tanstack/react-virtual'
import { memo, type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { drawnSuggestions, useSuggesting } from '../state/suggested-dates.ts'
import { drawnLayer, useLayer } from '../state/suggestion-layer.ts'
import { ArticleHeader } from './article-header.tsx'
import { ChainLines } from './chain-lines.tsx'
import { HiddenChips } from './hidden-chips.tsx'
import { applyHighlightRules } from './highlight-styles.ts'
import { LinkHints } from './link-hints.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { paintHighlights } from './paint-highlights.ts'
import { Paragraph, rowClass } from './paragraph.tsx'
import { placeCaret } from './place-caret.ts'
import { SpanHandles } from './span-handles.tsx'

type Props = {
  open: OpenDocument
  scheme: LabelScheme
  scroller: RefObject<HTMLElement | null>
  /** The paragraphs that are drawn, and how high all of them are together (px). */
  rows: readonly VirtualItem[]
  height: number
  /** Of what it is seen through (px): in another one letters stand elsewhere, though no row be higher. */
  width: number | undefined
  measure(row: HTMLElement | null): void
  onHeader(height: number): void
}

/**
 * What stands on the page and scrolls with it: paragraphs, highlights, the caret, notes and lines. Drawn when it is another
 * page than before, and not when it is only further up.
 */
export const ReaderPage = memo(function ReaderPage({
  open,
  scheme,
  scroller,
  rows,
  height,
  measure,
  onHeader,
}: Props) {
  const page = useRef<HTMLDivElement>(null)
  const caret = useRef<HTMLDivElement>(null)
  const selection = useEditor(editor => editor.selection)
  const current = useEditor(editor => editor.current)
  const found = useEditor(editor => editor.found)
  const suggesting = useSuggesting(({ shown }) => shown)
  const layered = useLayer(layer => layer.shown)
  // A new drawing when something is decided, or the register changes.
  useLayer()
  useSession(session => session.actors)
  // Letters of another font stand elsewhere.
  useSession(session => session.settings)
  const dates = useMemo(
    () => (suggesting ? drawnSuggestions(open, scheme) : []),
    [suggesting, open, scheme],
  )
  const suggested = layered ? drawnLayer(open, scheme) : dates
  const { paragraphs, document: article } = open
  const noted = useMemo(
    () =>
      rows.map(({ index, start, size }) => ({
        paragraph: paragraphs[index] as Stretch,
        top: start,
        size,
      })),
    [rows, paragraphs],
  )

  useLayoutEffect(() => applyHighlightRules(scheme), [scheme])
  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !page.current || !caret.current) return
    paintHighlights(root, { open, selection, current, found }, scheme, suggested)
    placeCaret(root, page.current, caret.current, selection.focus)
  })

  return (
    <div ref={page} className="page" data-page style={{ blockSize: height }}>
      <ArticleHeader document={article} onHeight={onHeader} />
      <div className="article">
        {rows.map(row => {
          const { start, end } = paragraphs[row.index] as Stretch
          return (
            <div
              key={row.key}
              ref={measure}
              data-index={row.index}
              className={rowClass(article, start)}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <Paragraph start={start} text={article.text.slice(start, end)} />
            </div>
          )
        })}
      </div>
      <div ref={caret} className="caret" aria-hidden="true" />
      <ChainLines scroller={scroller} page={page} open={open} />
      <HiddenChips
        scroller={scroller}
        page={page}
        open={open}
        from={(paragraphs[rows[0]?.index ?? 0] as Stretch).start}
        to={(paragraphs[rows.at(-1)?.index ?? 0] as Stretch).end}
      />
      <SpanHandles scroller={scroller} page={page} open={open} />
      <LinkHints scroller={scroller} page={page} open={open} />
      <MarginNotes open={open} rows={noted} />
    </div>
  )
})
