import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { furniture, regionAt } from '../../annotations/model/document.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { paragraphAt, type Stretch } from '../../annotations/text/paragraphs.ts'
import { pointAt } from '../state/actions.ts'
import { type OpenDocument, selected, useEditor } from '../state/editor.ts'
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
import { ContextMenu, type Place } from './context-menu.tsx'
import { caretRect, isRtl, offsetAtPoint, paragraphOf } from './dom-offsets.ts'
import { EditHere } from './edit-here.tsx'
import { FloatingLabels } from './floating-labels.tsx'
import { HiddenChips } from './hidden-chips.tsx'
import { applyHighlightRules } from './highlight-styles.ts'
import { LinkHints } from './link-hints.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { paintHighlights } from './paint-highlights.ts'
import { SpanHandles } from './span-handles.tsx'
import { StackList } from './stack-list.tsx'
import { usePointerSelection } from './use-pointer-selection.ts'

/** Room kept between the caret and the reader's edge when it is brought into view (px). */
const margin = 56

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
  const [header, setHeader] = useState(64)
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
  const [menu, setMenu] = useState<Place>()
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
    const rect = caretRect(root, selection.focus)
    caret.current.hidden = rect === undefined
    if (!rect) return
    const origin = page.current.getBoundingClientRect()
    caret.current.style.transform = `translate(${rect.left - origin.left}px, ${rect.top - origin.top}px)`
    caret.current.style.blockSize = `${rect.height}px`
  })

  // Bring the caret into view: its paragraph first, then its line.
  useEffect(() => {
    const root = scroller.current
    if (reveal === 0 || !root) return
    const { focus } = useEditor.getState().selection
    const toLine = () => {
      const rect = caretRect(root, focus)
      const box = root.getBoundingClientRect()
      if (!rect) return false
      // A far jump leaves room below, where what is said of the words is shown.
      if (rect.bottom < box.top || rect.top > box.bottom)
        root.scrollTop += rect.top - box.top - box.height * 0.35
      else if (rect.top < box.top + margin) root.scrollTop += rect.top - box.top - margin
      else if (rect.bottom > box.bottom - margin)
        root.scrollTop += rect.bottom - box.bottom + margin
      return true
    }
    if (toLine()) return
    scrollToIndex(paragraphAt(paragraphs, focus), { align: 'center' })
    let tries = 0
    const settle = () => {
      if (toLine() || tries++ > 10) return
      frame = requestAnimationFrame(settle)
    }
    let frame = requestAnimationFrame(settle)
    return () => cancelAnimationFrame(frame)
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

  function onContextMenu(event: MouseEvent) {
    const root = scroller.current
    const { selection } = useEditor.getState()
    if (!root || (event.target as Element).closest('.edit-here')) return
    event.preventDefault()
    // Asked for by a key it opens at the caret; by the mouse, where that is, which may be on other words.
    const byMouse = event.button === 2
    const rect = byMouse ? undefined : caretRect(root, selection.focus)
    const offset = byMouse ? offsetAtPoint(root, event.clientX, event.clientY) : undefined
    const { start, end } = selected(selection)
    if (offset !== undefined && !(start <= offset && offset <= end && start < end)) pointAt(offset)
    setMenu(rect ? { x: rect.left, y: rect.bottom } : { x: event.clientX, y: event.clientY })
  }

  const closeMenu = () => {
    setMenu(undefined)
    reader.focus()
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
        <ArticleHeader document={article} onHeight={setHeader} />
        <div className="article">
          {rows.map(row => {
            const { start, end } = paragraphs[row.index] as Stretch
            const kind = regionAt(article.regions, start)
            return (
              <div
                key={row.key}
                ref={virtual.measureElement}
                data-index={row.index}
                className={`row ${kind} ${furniture.includes(kind) ? 'furniture' : ''}`}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {/* An empty line has no letters to take a direction from. */}
                <p
                  data-start={start}
                  dir={start === end ? 'rtl' : 'auto'}
                  className={start === end ? 'blank' : ''}
                >
                  {article.text.slice(start, end)}
                </p>
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
