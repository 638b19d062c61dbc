import { type DateMention, findDates } from '../../annotations/dates/find-dates.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import type { Change } from '../../annotations/model/change.ts'
import { dateOfSpan } from '../../annotations/model/date-of-span.ts'
import type { DateValue } from '../../annotations/model/date-value.ts'
import type { Document } from '../../annotations/model/document.ts'
import { type Label, labelOf } from '../../annotations/model/scheme.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { make, useEditor } from './editor.ts'
import { useSession } from './session.ts'

/** The day an article speaks from: its publication, where that is known to the day. */
export const anchorOf = ({ published }: Pick<Document, 'published'>): string | undefined =>
  published?.length === 10 ? published : undefined

let last: { text: string; anchor: string | undefined; dates: DateMention[] } | undefined

/** The dates of an article, found once for as long as it and its anchor stay. */
export function datesOf({ text, published }: Pick<Document, 'text' | 'published'>): DateMention[] {
  const anchor = anchorOf({ published })
  if (last?.text !== text || last.anchor !== anchor)
    last = { text, anchor, dates: findDates(text, { anchor }) }
  return last.dates
}

const dateField = (label: Label) => label.attributes.find(({ type }) => type === 'date')

/** What a new annotation knows by itself: the value of the date it marks. */
export function automaticAttributes(
  label: Label,
  document: Document,
  span: Stretch,
): Record<string, DateValue> {
  const field = dateField(label)
  const value = field && dateOfSpan(datesOf(document), document.text, span, anchorOf(document))
  return field && value ? { [field.id]: value } : {}
}

export type Recounted = {
  readonly id: string
  readonly quote: string
  readonly before: string
  readonly now: string
}

/** Values that a rule gave are counted again from the article's date; what a person decided stays. */
export function recountDates(): Recounted[] {
  const { open } = useEditor.getState()
  const scheme = useSession.getState().project?.project.scheme
  if (!open || !scheme) return []
  const changes: Change[] = []
  const recounted: Recounted[] = []
  for (const annotation of open.set.annotations) {
    const field = fieldOf(annotation)
    const before = field && annotation.attributes[field]
    if (!field || typeof before !== 'object' || before.decided !== 'rule') continue
    const now = dateOfSpan(
      datesOf(open.document),
      open.document.text,
      extentOf(annotation),
      anchorOf(open.document),
    )
    if (!now || (now.value === before.value && now.anchor === before.anchor)) continue
    const attributes = { ...annotation.attributes, [field]: now }
    changes.push({ kind: 'put-annotation', annotation: { ...annotation, attributes } })
    if (now.value !== before.value)
      recounted.push({
        id: annotation.id,
        quote: quoteOf(annotation),
        before: before.value,
        now: now.value,
      })
  }
  make(changes)
  return recounted

  function fieldOf({ label }: Annotation): string | undefined {
    const known = scheme && labelOf(scheme, label)
    return known && dateField(known)?.id
  }
}
