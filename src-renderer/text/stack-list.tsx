import { type RefObject, useLayoutEffect, useRef } from 'react'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { annotationById } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'
import { Swatch } from '../ui/swatch.tsx'
import { placeBeside } from './place-beside.ts'

type Props = { scroller: RefObject<HTMLElement | null>; scheme: LabelScheme }

/** Annotations that lie over the letter clicked: the one at hand is marked, another click takes the next. */
export function StackList({ scroller, scheme }: Props) {
  const say = useSay()
  const box = useRef<HTMLUListElement>(null)
  const current = useEditor(editor => editor.current)
  const stack = useEditor(({ stack, selection }) =>
    stack?.selection === selection ? stack.ids : undefined,
  )
  const annotations = (stack ?? []).flatMap(id => annotationById(id) ?? [])
  const atHand = annotations.find(({ id }) => id === current)

  useLayoutEffect(() => {
    if (atHand && scroller.current && box.current)
      placeBeside(scroller.current, box.current, atHand.spans)
  })

  if (!atHand || annotations.length < 2) return null
  return (
    <ul
      ref={box}
      className="stack-list"
      aria-label={say('stack.title')}
      data-testid="stack"
      onPointerDown={event => event.stopPropagation()}
    >
      {annotations.map(annotation => {
        const label = labelOf(scheme, annotation.label)
        return (
          <li key={annotation.id}>
            <button
              type="button"
              className="stack-item"
              aria-current={annotation.id === current}
              onClick={() => useEditor.setState({ current: annotation.id })}
            >
              {label && <Swatch label={label} />}
              <span>{label?.name[language()]}</span>
              <bdi className="stack-quote">{quoteOf(annotation)}</bdi>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
