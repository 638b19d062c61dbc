import { type RefObject, useLayoutEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { tag } from '../state/actions.ts'
import { selected, useEditor } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { placeBeside } from './place-beside.ts'

type Props = { scroller: RefObject<HTMLElement | null>; scheme: LabelScheme }

/** The labels beside words just selected with the mouse, and never over them. */
export function FloatingLabels({ scroller, scheme }: Props) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const selection = useEditor(editor => editor.selection)
  const shown = useEditor(
    ({ floating, selection, stack }) =>
      floating === selection && !(stack?.selection === selection && stack.ids.length > 1),
  )

  useLayoutEffect(() => {
    if (shown && scroller.current && box.current)
      placeBeside(scroller.current, box.current, [selected(selection)], 'above')
  })

  if (!shown) return null
  return (
    <div
      ref={box}
      className="floating-labels"
      role="toolbar"
      aria-label={say('labels.title')}
      data-testid="floating-labels"
      onPointerDown={event => event.stopPropagation()}
    >
      {scheme.labels.map(label => (
        <Button
          key={label.id}
          className="label-button"
          preventFocusOnPress
          aria-label={say('labels.tag', { label: label.name[language()] })}
          onPress={() => {
            tag(label.id)
            reader.focus()
          }}
        >
          <Swatch label={label} />
          {label.name[language()]}
          {label.keys[0] && <Keycap chord={label.keys[0]} />}
        </Button>
      ))}
    </div>
  )
}
