import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Annotation, AttributeValue } from '../../annotations/model/annotation.ts'
import { isAsked, labelOf } from '../../annotations/model/scheme.ts'
import { type Span, spanOf } from '../../annotations/model/span.ts'
import type { Content } from '../../annotations/review/saying.ts'
import { nextWordEdge, previousWordEdge } from '../../annotations/text/boundaries.ts'
import { AttributeField } from '../panels/attribute-field.tsx'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { Select } from '../ui/select.tsx'
import { finishEditing } from './decide.ts'
import { useReview } from './review-state.ts'

const change = (patch: Partial<Content>) =>
  useReview.setState(({ editing }) => (editing ? { editing: { ...editing, ...patch } } : {}))

/** One end of the first or last part moved by a word; nothing where that would leave none of it. */
function moved(text: string, spans: readonly Span[], end: 'start' | 'end', by: 1 | -1): Span[] {
  const at = end === 'start' ? 0 : spans.length - 1
  const { start: from, end: to } = spans[at] as Span
  const edge = by === 1 ? nextWordEdge : previousWordEdge
  const [start, stop] = end === 'start' ? [edge(text, from), to] : [from, edge(text, to)]
  const [before, after] = [spans[at - 1], spans[at + 1]]
  const fits = start < stop && start >= (before?.end ?? 0) && stop <= (after?.start ?? text.length)
  return spans.map((span, n) => (n === at && fits ? spanOf(text, start, stop) : span))
}

/** The difference at hand put otherwise than anybody has: its label, its words, what is known of it. */
export function EditCard() {
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.focus(), [])
  const editing = useReview(review => review.editing)
  const text = useReview(review => review.open?.document.text)
  const scheme = useSession(session => session.project?.project.scheme)
  const register = useSession(session => session.actors)
  if (!editing || !scheme || text === undefined) return null
  const label = labelOf(scheme, editing.label)
  const annotation: Annotation = { id: 'editing', ...editing }
  const put = (id: string, value: AttributeValue | undefined) => {
    const { [id]: _, ...others } = editing.attributes
    change({ attributes: value === undefined ? others : { ...others, [id]: value } })
  }
  const move = (end: 'start' | 'end', by: 1 | -1) =>
    change({ spans: moved(text, editing.spans, end, by) })
  /** The keys that move boundaries in the text move them here; Enter settles, Esc leaves. */
  function onKeyDown(event: KeyboardEvent) {
    const typing = (event.target as Element).closest('input, [role=listbox]')
    if (event.code === 'Escape') useReview.setState({ editing: undefined })
    else if (event.code === 'Enter' && event.target === form.current) finishEditing()
    else if (!typing && event.code === 'BracketRight') move(event.shiftKey ? 'start' : 'end', 1)
    else if (!typing && event.code === 'BracketLeft') move(event.shiftKey ? 'start' : 'end', -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      ref={form}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="review-edit"
      data-testid="review-edit-form"
      onSubmit={event => {
        event.preventDefault()
        finishEditing()
      }}
    >
      <p className="reading-quote" dir="auto" data-testid="review-edit-quote">
        {editing.spans.map(({ quote }) => quote).join(' … ')}
      </p>
      <div className="difference-actions" role="group" aria-label={say('review.edges')}>
        {(['start', 'end'] as const).flatMap(end =>
          ([-1, 1] as const).map(by => (
            <Button
              key={`${end}${by}`}
              onPress={() => move(end, by)}
              data-testid={`review-${end}${by}`}
            >
              {say(`review.${end}${by === 1 ? '-forward' : '-back'}`)}{' '}
              <Keycap
                chord={`${end === 'start' ? 'Shift+' : ''}Bracket${by === 1 ? 'Right' : 'Left'}`}
              />
            </Button>
          )),
        )}
      </div>
      <Select
        label={say('review.label')}
        value={editing.label}
        options={scheme.labels.map(({ id, name }) => ({ id, name: name[language()] }))}
        onChange={id => {
          const known = labelOf(scheme, id)?.attributes.map(one => one.id) ?? []
          const attributes = Object.fromEntries(
            Object.entries(editing.attributes).filter(([name]) => known.includes(name)),
          )
          change({ label: id, attributes })
        }}
      />
      {label?.attributes
        .filter(attribute => isAsked(label, attribute, editing.attributes))
        .map(attribute => {
          const value = editing.attributes[attribute.id]
          if (attribute.type === 'proposition') return null
          if (attribute.type !== 'actor')
            return (
              <AttributeField
                key={attribute.id}
                attribute={attribute}
                annotation={annotation}
                onChange={value => put(attribute.id, value)}
              />
            )
          return (
            <Select
              key={attribute.id}
              label={attribute.name[language()]}
              value={typeof value === 'string' ? value : ''}
              options={[
                { id: '', name: say('review.no-actor') },
                ...register.map(({ id, name }) => ({
                  id,
                  name: (language() === 'en' && name.en) || name.ar,
                })),
              ]}
              onChange={id => put(attribute.id, id === '' ? undefined : id)}
            />
          )
        })}
      <div className="difference-actions">
        <Button kind="primary" type="submit" data-testid="review-edit-done">
          {say('review.edit-done')}
        </Button>
        <Button onPress={() => useReview.setState({ editing: undefined })}>
          {say('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
