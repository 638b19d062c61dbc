import type { Stretch } from '../text/paragraphs.ts'
import type { Region } from './document.ts'

const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end

/**
 * Regions of a document in which these lines recur in its outlet. What anybody or any other rule said of a stretch
 * stands, "body" included, but for a title that recurs: `title` is the one found in the text, and is one again where it
 * recurs no more. Marks of lines that recur no more go.
 */
export function withRecurring(
  regions: readonly Region[],
  lines: readonly Stretch[],
  title?: Stretch,
): Region[] {
  const recurs = title && lines.some(line => overlap(line, title))
  const decided = regions.filter(
    ({ by, kind }) => by !== 'recurrence' && !(recurs && kind === 'title'),
  )
  const lost = title && !recurs && !decided.some(other => overlap(other, title)) ? [title] : []
  const others = [
    ...decided,
    ...lost.map(({ start, end }): Region => ({ kind: 'title', start, end })),
  ]
  const marked = lines
    .filter(line => !others.some(other => overlap(other, line)))
    .map(({ start, end }): Region => ({ kind: 'boilerplate', start, end, by: 'recurrence' }))
  return [...others, ...marked].sort((a, b) => a.start - b.start)
}

/** Regions with marks of recurrence (the `chosen` of them) taken back: said to be body, so that they stay so. */
export function givenBack(
  regions: readonly Region[],
  chosen: (region: Region) => boolean,
): Region[] {
  return regions.map(region => {
    if (region.by !== 'recurrence' || !chosen(region)) return region
    const { start, end } = region
    return { kind: 'body', start, end }
  })
}
