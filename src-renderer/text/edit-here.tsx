import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { quoteOf } from '../../annotations/model/annotation.ts'
import type { Attribute, LabelScheme } from '../../annotations/model/scheme.ts'
import { labelOf } from '../../annotations/model/scheme.ts'
import { AttributeField } from '../panels/attribute-field.tsx'
import { firstControl } from '../panels/first-control.ts'
import { annotationById, setAttribute } from '../state/actions.ts'
import { useEditor } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { placeBeside } from './place-beside.ts'

type Props = { scroller: RefObject<HTMLElement | null>; scheme: LabelScheme }

/** The keyboard goes to what a field has chosen, or to its first control. */
function focusField(field: Element | null): void {
  firstControl(field)?.focus()
}

const leave = () => {
  useEditor.setState({ editing: undefined })
  reader.focus()
}

/** The attributes of the annotation at hand beside its words: a number chooses, Enter goes on, the last one leaves. */
export function EditHere({ scroller, scheme }: Props) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const editing = useEditor(editor => editor.editing)
  const current = useEditor(editor => editor.current)
  const annotation = useEditor(editor => annotationById(editor.editing))
  const label = annotation && labelOf(scheme, annotation.label)

  // What is no longer at hand is no longer edited.
  useEffect(() => {
    if (editing !== undefined && editing !== current) useEditor.setState({ editing: undefined })
  }, [editing, current])

  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !box.current || !annotation) return
    placeBeside(root, box.current, annotation.spans)
  })

  useEffect(() => {
    if (editing !== undefined) focusField(box.current?.querySelector('.field') ?? null)
  }, [editing])

  if (!annotation || !label) return null

  /** To the next field that must be filled and is not; back to the text when there is none. */
  function goOn(from: Attribute) {
    const now = annotationById(annotation?.id)
    const rest = label?.attributes.slice(label.attributes.indexOf(from) + 1) ?? []
    const next = rest.find(({ id, required }) => required && now?.attributes[id] === undefined)
    if (!next) return leave()
    focusField(box.current?.querySelector(`[data-here="${next.id}"] .field`) ?? null)
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as Element
    const id = target.closest<HTMLElement>('[data-here]')?.dataset.here
    const attribute = label?.attributes.find(attribute => attribute.id === id)
    if (event.key === 'Escape') {
      event.stopPropagation()
      return leave()
    }
    if (!annotation || !attribute || event.ctrlKey || event.metaKey || event.altKey) return
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const choice =
      attribute.type === 'choice' && digit ? attribute.choices[Number(digit) - 1] : undefined
    const taken = event.key === 'Enter' && !target.closest('[aria-expanded="true"]')
    if (choice) setAttribute(annotation.id, attribute.id, choice.id)
    else if (!taken || target.closest('button')) return
    event.preventDefault()
    event.stopPropagation()
    // The value typed is taken by the field itself as the keyboard leaves it.
    if (taken && target instanceof HTMLInputElement) flushSync(() => target.blur())
    if (box.current?.querySelector(`[data-here="${attribute.id}"] [data-invalid]`))
      return focusField(target.closest('.field'))
    goOn(attribute)
  }

  return (
    <div
      ref={box}
      className="edit-here"
      role="dialog"
      aria-label={say('edit-here.title', {
        label: label.name[language()],
        quote: quoteOf(annotation).slice(0, 60),
      })}
      data-testid="edit-here"
      data-editing-here={annotation.id}
      onKeyDownCapture={onKeyDown}
      onPointerDown={event => event.stopPropagation()}
    >
      <p className="edit-here-title">
        <Swatch label={label} />
        {label.name[language()]}
      </p>
      {label.attributes.map(attribute => (
        <div key={`${annotation.id} ${attribute.id}`} data-here={attribute.id}>
          <AttributeField
            attribute={attribute}
            annotation={annotation}
            numbered
            onChange={value => setAttribute(annotation.id, attribute.id, value)}
          />
        </div>
      ))}
      <Button className="button" onPress={leave}>
        {say('edit-here.done')} <Keycap chord="Escape" />
      </Button>
    </div>
  )
}
