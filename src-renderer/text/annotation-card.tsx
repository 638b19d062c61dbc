import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { attributeWords } from '../panels/attribute-words.ts'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'
import { Swatch } from '../ui/swatch.tsx'
import { drawnRanges, offsetAtPoint } from './dom-offsets.ts'
import { placeBeside } from './place-beside.ts'

/** How long the pointer rests on words before their card shows (ms). */
const pause = 250

type Props = { scroller: RefObject<HTMLElement | null>; open: OpenDocument; scheme: LabelScheme }

/** Annotations whose letters are under a point, the shortest first. */
function annotationsUnder(root: Element, open: OpenDocument, x: number, y: number): Annotation[] {
  const offset = offsetAtPoint(root, x, y)
  if (offset === undefined) return []
  const places = placement(open.set.annotations)
  const covers = ({ spans }: Annotation) =>
    spans.some(({ start, end }) =>
      drawnRanges(root, Math.max(start, offset - 1), Math.min(end, offset + 1)).some(range =>
        [...range.getClientRects()].some(
          ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
        ),
      ),
    )
  const near = new Set([...places.at(offset), ...(offset > 0 ? places.at(offset - 1) : [])])
  return [...near].filter(covers)
}

/** What the annotation under the pointer says, beside it and never over its own words. */
export function AnnotationCard({ scroller, open, scheme }: Props) {
  const say = useSay()
  const card = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<string>()
  // What is shown beside the words already says more than the card would.
  const busy = useEditor(
    ({ editing, floating, stack, selection }) =>
      editing !== undefined ||
      floating === selection ||
      (stack?.selection === selection && stack.ids.length > 1),
  )
  const annotation =
    hovered === undefined || busy ? undefined : placement(open.set.annotations).get(hovered)

  useEffect(() => {
    const root = scroller.current
    if (!root) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const move = (event: globalThis.PointerEvent) => {
      clearTimeout(timer)
      if (event.buttons !== 0) return setHovered(undefined)
      const { clientX, clientY } = event
      timer = setTimeout(() => {
        const { open } = useEditor.getState()
        setHovered(open && annotationsUnder(root, open, clientX, clientY)[0]?.id)
      }, pause)
    }
    const leave = () => {
      clearTimeout(timer)
      setHovered(undefined)
    }
    root.addEventListener('pointermove', move)
    root.addEventListener('pointerleave', leave)
    root.addEventListener('scroll', leave, { passive: true })
    return () => {
      clearTimeout(timer)
      root.removeEventListener('pointermove', move)
      root.removeEventListener('pointerleave', leave)
      root.removeEventListener('scroll', leave)
    }
  }, [scroller])

  useLayoutEffect(() => {
    const root = scroller.current
    const box = card.current
    if (!root || !box || !annotation) return
    placeBeside(root, box, annotation.spans)
  })

  const label = annotation && labelOf(scheme, annotation.label)
  if (!annotation || !label) return null
  const words = attributeWords(annotation)
  const links = open.set.relations.filter(
    ({ from, to }) => from === annotation.id || to === annotation.id,
  )
  return (
    <div
      ref={card}
      className="card"
      data-testid="card"
      data-card={annotation.id}
      aria-hidden="true"
    >
      <span className="card-label">
        <Swatch label={label} />
        {label.name[language()]}
      </span>
      <bdi className="card-quote">{quoteOf(annotation)}</bdi>
      {words.map(({ id, words, ltr }) => (
        <bdi key={id} className={`tag ${annotation.label}`} dir={ltr ? 'ltr' : 'auto'}>
          {words}
        </bdi>
      ))}
      {links.length > 0 && (
        <span className="card-links">
          {say('card.links')}{' '}
          {links.slice(0, 3).map(({ id, from, to }) => {
            const other = placement(open.set.annotations).get(from === annotation.id ? to : from)
            return other && <bdi key={id}>«{quoteOf(other).slice(0, 40)}» </bdi>
          })}
        </span>
      )}
    </div>
  )
}
