import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { paragraphAt, type Stretch } from '../../annotations/text/paragraphs.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import { obey } from '../state/keymap.ts'
import { chordOf } from '../state/keys.ts'
import { useSession } from '../state/session.ts'
import { drawnSuggestions, useSuggesting } from '../state/suggested-dates.ts'
import { drawnLayer, useLayer } from '../state/suggestion-layer.ts'
import { useSay } from '../strings/words.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { ArticleHeader } from './article-header.tsx'
import { ChainLines } from './chain-lines.tsx'
import { ContextMenu } from './context-menu.tsx'
import { isRtl, paragraphOf } from './dom-offsets.ts'
import { EditHere } from './edit-here.tsx'
import { FloatingLabels } from './floating-labels.tsx'
import { HiddenChips } from './hidden-chips.tsx'
import { applyHighlightRules } from './highlight-styles.ts'
import { LinkHints } from './link-hints.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { paintHighlights } from './paint-highlights.ts'
import { Paragraph, rowClass } from './paragraph.tsx'
import { placeCaret, revealCaret } from './place-caret.ts'
import { SpanHandles } from './span-handles.tsx'
import { StackList } from './stack-list.tsx'
import { usePointerSelection } from './use-pointer-selection.ts'
import { useReaderMenu } from './use-reader-menu.ts'

/** Height of the line above the last article (px): mostly that of the next one, too. */
let lastHeader = 64

/** A first guess at a paragraph's height (px), corrected when it is drawn. */
function estimate(length: number, size: number): number {
  if (length === 0) return size * 0.6
  const charactersALine = 640 / (size * 0.42)
  return Math.ceil(length / charactersALine) * size * 2.25 + 10
}

/** The article: one unsplit text node a paragraph, only what is visible drawn, highlights painted over it. */
export function Reader({ open, scheme }: { open: OpenDocument; scheme: LabelScheme }) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const caret = useRef<HTMLDivElement>(null)
  const selection = useEditor(editor => editor.selection)
  const current = useEditor(editor => editor.current)
  const found = useEditor(editor => editor.found)
  const reveal = useEditor(editor => editor.reveal)
  const loading = useEditor(editor => editor.loading)
  const textSize = useSession(session => session.settings.textSize)
  const [header, setHeader] = useState(lastHeader)
  const suggesting = useSuggesting(({ shown }) => shown)
  const layered = useLayer(layer => layer.shown)
  // A new drawing when something is decided, or the register changes.
  useLayer()
  useSession(session => session.actors)
  const dates = useMemo(
    () => (suggesting ? drawnSuggestions(open, scheme) : []),
    [suggesting, open, scheme],
  )
  const suggested = layered ? drawnLayer(open, scheme) : dates
  const { menu, onContextMenu, closeMenu } = useReaderMenu(scroller)
  const pointer = usePointerSelection(scroller)
  const { paragraphs, document: article } = open

  const virtual = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => {
      const { start, end } = paragraphs[at] as Stretch
      return estimate(end - start, textSize)
    },
    overscan: 4,
    paddingStart: header,
    paddingEnd: 240,
    // Scrolling is drawn with the frame it belongs to, not in the middle of the event.
    useFlushSync: false,
  })
  const { scrollToIndex } = virtual
  const rows = virtual.getVirtualItems()
  const noted = useMemo(
    () =>
      rows.map(({ index, start, size }) => ({
        paragraph: paragraphs[index] as Stretch,
        top: start,
        size,
      })),
    [rows, paragraphs],
  )

  const onHeader = useCallback((height: number) => {
    lastHeader = height
    setHeader(height)
  }, [])
  useLayoutEffect(() => applyHighlightRules(scheme), [scheme])
  useLayoutEffect(() => {
    reader.root = scroller.current ?? undefined
    return () => {
      reader.root = undefined
    }
  }, [])

  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !page.current || !caret.current) return
    paintHighlights(root, { open, selection, current, found }, scheme, suggested)
    placeCaret(root, page.current, caret.current, selection.focus)
  })

  useEffect(() => {
    const root = scroller.current
    if (reveal === 0 || !root) return
    return revealCaret(root, offset =>
      scrollToIndex(paragraphAt(paragraphs, offset), { align: 'center' }),
    )
  }, [reveal, paragraphs, scrollToIndex])

  function onKeyDown(event: KeyboardEvent) {
    const root = scroller.current
    if (event.target !== root || !root || event.nativeEvent.isComposing) return
    const { focus } = useEditor.getState().selection
    const chord = chordOf(event.nativeEvent, isRtl(paragraphOf(root, focus)))
    if (!obey(chord, true)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={scroller}
      className="reader"
      data-testid="reader"
      data-shown={article.id}
      aria-busy={loading}
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={say('reader.title')}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      {...pointer}
    >
      <div ref={page} className="page" data-page style={{ blockSize: virtual.getTotalSize() }}>
        <ArticleHeader document={article} onHeight={onHeader} />
        <div className="article">
          {rows.map(row => {
            const { start, end } = paragraphs[row.index] as Stretch
            return (
              <div
                key={row.key}
                ref={virtual.measureElement}
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
      <AnnotationCard scroller={scroller} open={open} scheme={scheme} />
      <EditHere scroller={scroller} scheme={scheme} />
      <FloatingLabels scroller={scroller} scheme={scheme} />
      <StackList scroller={scroller} scheme={scheme} />
      <ContextMenu at={menu} scheme={scheme} onClose={closeMenu} />
    </div>
  )
}
