import { type DateMention, findDates } from '../../annotations/dates/find-dates.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import type { Change } from '../../annotations/model/change.ts'
import { dateOfSpan } from '../../annotations/model/date-of-span.ts'
import type { DateValue } from '../../annotations/model/date-value.ts'
import type { Document } from '../../annotations/model/document.ts'
import { anchorAt, dateOptions } from '../../annotations/model/document-anchors.ts'
import { type Label, labelOf } from '../../annotations/model/scheme.ts'
import { typedDate } from '../../annotations/model/typed-date.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { make, useEditor } from './editor.ts'
import { useSession } from './session.ts'

let last: { text: string; options: string; dates: DateMention[] } | undefined

/** The dates of an article, found once for as long as it and what its parts are counted from stay. */
export function datesOf(document: Document): DateMention[] {
  const { text } = document
  const found = dateOptions(document)
  const options = JSON.stringify(found)
  if (last?.text !== text || last.options !== options)
    last = { text, options, dates: findDates(text, found) }
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
  const value =
    field && dateOfSpan(datesOf(document), document.text, span, anchorAt(document, span.start).day)
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
      anchorAt(open.document, extentOf(annotation).start).day,
    )
    if (
      !now ||
      (now.value === before.value && now.anchor === before.anchor && now.edtf === before.edtf)
    )
      continue
    const attributes = { ...annotation.attributes, [field]: now }
    changes.push({ kind: 'put-annotation', annotation: { ...annotation, attributes } })
    if (typedDate(now) !== typedDate(before))
      recounted.push({
        id: annotation.id,
        quote: quoteOf(annotation),
        before: typedDate(before),
        now: typedDate(now),
      })
  }
  make(changes)
  return recounted

  function fieldOf({ label }: Annotation): string | undefined {
    const known = scheme && labelOf(scheme, label)
    return known && dateField(known)?.id
  }
}
