import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
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
import { useSay } from '../strings/words.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { ContextMenu } from './context-menu.tsx'
import { isRtl, paragraphOf } from './dom-offsets.ts'
import { EditHere } from './edit-here.tsx'
import { FloatingLabels } from './floating-labels.tsx'
import { revealCaret } from './place-caret.ts'
import { ReaderPage } from './reader-page.tsx'
import { rowsAhead } from './rows-ahead.ts'
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
  const reveal = useEditor(editor => editor.reveal)
  const loading = useEditor(editor => editor.loading)
  const textSize = useSession(session => session.settings.textSize)
  const [header, setHeader] = useState(lastHeader)
  const { menu, onContextMenu, closeMenu } = useReaderMenu(scroller)
  const pointer = usePointerSelection(scroller)
  const { paragraphs, document: article } = open

  const height = useRef(() => textSize)
  const [rangeExtractor] = useState(() => rowsAhead(() => height.current()))
  const virtual = useVirtualizer({
    count: paragraphs.length,
    rangeExtractor,
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
  height.current = () => virtual.getTotalSize() / paragraphs.length
  const { scrollToIndex } = virtual
  const onHeader = useCallback((height: number) => {
    lastHeader = height
    setHeader(height)
  }, [])
  useLayoutEffect(() => {
    reader.root = scroller.current ?? undefined
    return () => {
      reader.root = undefined
    }
  }, [])

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
      <ReaderPage
        open={open}
        scheme={scheme}
        scroller={scroller}
        rows={virtual.getVirtualItems()}
        height={virtual.getTotalSize()}
        width={virtual.scrollRect?.width}
        measure={virtual.measureElement}
        onHeader={onHeader}
      />
      <AnnotationCard scroller={scroller} open={open} scheme={scheme} />
      <EditHere scroller={scroller} scheme={scheme} />
      <FloatingLabels scroller={scroller} scheme={scheme} />
      <StackList scroller={scroller} scheme={scheme} />
      <ContextMenu at={menu} scheme={scheme} onClose={closeMenu} />
    </div>
  )
}
