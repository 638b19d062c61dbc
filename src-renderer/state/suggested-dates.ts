import { create } from 'zustand'
import type { DateMention } from '../../annotations/dates/find-dates.ts'
import { dateValueOf } from '../../annotations/model/date-of-span.ts'
import { furniture, regionAt } from '../../annotations/model/document.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { Label, LabelScheme } from '../../annotations/model/scheme.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { say } from '../strings/words.ts'
import { datesOf } from './article-dates.ts'
import { make, type OpenDocument, useEditor } from './editor.ts'
import { newId } from './new-id.ts'
import { announce } from './session.ts'

/** Suggestions are looked at while the list of dates is; they are no annotations, and nothing saves them. */
export const useSuggesting = create<{ shown: boolean }>(() => ({ shown: false }))

/** The label that dates are tagged with. */
export const dateLabel = (scheme: LabelScheme): Label | undefined =>
  scheme.labels.find(({ attributes }) => attributes.some(({ type }) => type === 'date'))

/** Dates of the article that nobody has tagged yet; furniture of the page is left out. */
export function suggestedDates({ document, set }: OpenDocument, label: Label): DateMention[] {
  const places = placement(set.annotations)
  return datesOf(document).filter(
    ({ start, end }) =>
      !furniture.includes(regionAt(document.regions, start)) &&
      !places.within(start, end).some(annotation => annotation.label === label.id),
  )
}

/** Suggested dates become annotations, in one step that undo takes back. */
export function acceptDates(label: Label, dates: readonly DateMention[]): void {
  const { open } = useEditor.getState()
  const field = label.attributes.find(({ type }) => type === 'date')
  if (!open || !field) return
  make(
    dates.map(date => ({
      kind: 'put-annotation' as const,
      annotation: {
        id: newId('a'),
        label: label.id,
        spans: [spanOf(open.document.text, date.start, date.end)],
        attributes: { [field.id]: dateValueOf(date) },
      },
    })),
  )
  announce(say('date.accepted', { count: dates.length }))
}

/** What the reader draws as suggested: nothing unless the list of dates is open. */
export function drawnSuggestions(open: OpenDocument, scheme: LabelScheme): DateMention[] {
  const label = dateLabel(scheme)
  return label ? suggestedDates(open, label) : []
}
