import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { directionOf } from '../../annotations/arabic/direction.ts'
import { claimRecord } from '../../annotations/claims/claim-record.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { extentOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { choiceName } from '../panels/attribute-words.ts'
import { annotationById } from '../state/actions.ts'
import { goTo, type OpenDocument, useEditor } from '../state/editor.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { useAfterPaint } from '../ui/use-after-paint.ts'
import { ChainPath } from './chain-path.tsx'

type Row = { paragraph: Stretch; top: number; size: number }
type Props = { open: OpenDocument; rows: Row[] }

/** Space kept between two notes (px). */
const gap = 10

/** What is said of the claims that begin in a paragraph. */
function notesOf(
  { paragraph, top }: Row,
  { set }: OpenDocument,
  register: ReadonlyMap<string, Actor>,
) {
  const places = placement(set.annotations)
  return places
    .within(paragraph.start, paragraph.end)
    .filter(a => a.label === 'claim' && extentOf(a).start >= paragraph.start)
    .map(claim => ({
      claim,
      top,
      record: claimRecord(claim, set.relations, places.get, register),
    }))
}

/** Each claim as a line beside its paragraph: who, through whom, what about when. Beside the text, never in it. */
export const MarginNotes = memo(function MarginNotes({ open: painted, rows }: Props) {
  const say = useSay()
  // What is said beside the text may follow it a frame later.
  const known = useAfterPaint(painted, undefined)
  const open = known?.document.id === painted.document.id ? known : undefined
  const layer = useRef<HTMLElement>(null)
  const register = useSession(session => session.register)
  const current = useEditor(editor => editor.current)
  const notes = useMemo(
    () => (open ? rows.flatMap(row => notesOf(row, open, register)) : []),
    [open, rows, register],
  )

  // Notes stand beside their paragraph, or below the note before where that leaves no room.
  useLayoutEffect(() => {
    const drawn = [...(layer.current?.children ?? [])].filter(note => note instanceof HTMLElement)
    // All heights are read before the first note is moved: one layout, not one a note.
    const heights = drawn.map(note => note.offsetHeight)
    let free = 0
    for (const [at, note] of drawn.entries()) {
      const top = Math.max(Number(note.dataset.top), free)
      note.style.transform = `translateY(${top}px)`
      free = top + (heights[at] ?? 0) + gap
    }
  })

  return (
    <aside ref={layer} className="notes" aria-label={say('notes.title')}>
      {notes.map(({ claim, top, record }) => (
        <button
          key={claim.id}
          type="button"
          tabIndex={-1}
          data-top={top}
          data-note={claim.id}
          className={`note ${claim.id === current ? 'current' : ''}`}
          onPointerDown={event => event.stopPropagation()}
          onClick={() => {
            const annotation = annotationById(claim.id)
            if (annotation) goTo(annotation)
          }}
        >
          <ChainPath sources={record.sources} />
          <span className="note-body" dir={directionOf(record.quote)}>
            {record.stance && (
              <span className="tag claim">{choiceName('claim', 'stance', record.stance)}</span>
            )}{' '}
            <bdi className="note-quote">{record.quote}</bdi>
            {record.dates.map(date => (
              <bdi key={date.quote} className="tag date" dir={date.value ? 'ltr' : 'auto'}>
                {date.value ?? date.quote}
              </bdi>
            ))}
          </span>
        </button>
      ))}
    </aside>
  )
})
