import type { Document, DocumentAnchor } from '../../annotations/model/document.ts'
import { settledAnchors } from '../../annotations/model/document-anchors.ts'
import { asciiDigits } from '../../annotations/text/digits.ts'
import { selected, useEditor } from '../state/editor.ts'
import { chosenParagraphs } from '../state/regions.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { publishedFrom } from './published-from.ts'

/** An anchor as it is typed: the day may not be one yet. */
export type TypedAnchor = Pick<DocumentAnchor, 'start' | 'end' | 'unsure'> & {
  readonly day: string
}

/** Whether what was typed is nothing, or a whole day. */
export function isAnchorDay(day: string): boolean {
  const read = publishedFrom(day)
  return read.kind === 'none' || (read.kind === 'date' && read.value.length === 10)
}

export const anchorsTyped = (typed: readonly TypedAnchor[]): DocumentAnchor[] =>
  typed.map(({ start, end, day, unsure }) => {
    const read = publishedFrom(day)
    return {
      start,
      end,
      ...(read.kind === 'date' ? { day: read.value } : {}),
      ...(unsure ? { unsure: true as const } : {}),
    }
  })

type Props = {
  document: Document
  value: readonly TypedAnchor[]
  onChange(value: readonly TypedAnchor[]): void
}

/** The stretches of a page that speak from another day than its article, each with that day and how sure it is. */
export function AnchorsField({ document, value, onChange }: Props) {
  const say = useSay()
  const put = (at: number, patch: Partial<TypedAnchor>) =>
    onChange(value.map((anchor, n) => (n === at ? { ...anchor, ...patch } : anchor)))

  function add() {
    const { open, selection } = useEditor.getState()
    if (!open) return
    const here = chosenParagraphs(open.paragraphs, selected(selection))
    if (here.start >= here.end) return
    const settled = settledAnchors(
      [...anchorsTyped(value), { start: here.start, end: here.end }],
      document.text.length,
    )
    onChange(settled.map(({ day = '', ...anchor }) => ({ ...anchor, day })))
  }

  return (
    <fieldset className="anchors" data-testid="anchors">
      <legend>{say('anchors.title')}</legend>
      <p className="hint">{say(value.length > 0 ? 'anchors.hint' : 'anchors.none')}</p>
      {value.map(({ start, end, day, unsure }, at) => (
        <div className="anchor-row" key={start}>
          <p className="anchor-quote">
            <bdi>{document.text.slice(start, Math.min(end, start + 90)).trim()}…</bdi>
          </p>
          <TextField
            label={say('anchors.day')}
            value={day}
            onChange={typed => put(at, { day: asciiDigits(typed) })}
            direction="ltr"
            error={isAnchorDay(day) ? undefined : say('anchors.full')}
            testid="anchor-day"
          />
          <Toggle
            isSelected={unsure === true}
            onChange={on => put(at, { unsure: on ? true : undefined })}
          >
            {say('date.is-uncertain')}
          </Toggle>
          <Button onPress={() => onChange(value.filter((_, n) => n !== at))}>
            {say('anchors.remove')}
          </Button>
        </div>
      ))}
      <Button onPress={add} data-testid="add-anchor">
        {say('anchors.add')}
      </Button>
    </fieldset>
  )
}
