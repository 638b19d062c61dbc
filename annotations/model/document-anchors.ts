import type { FindDatesOptions } from '../dates/find-dates.ts'
import { appendedArticle } from '../text/appended-article.ts'
import type { Stretch } from '../text/paragraphs.ts'
import type { Document, DocumentAnchor, Region } from './document.ts'

/** A day is what dates can be counted from; a month or a year is not. */
const dayOf = (published: string | undefined) => (published?.length === 10 ? published : undefined)

/** The articles a page carries below its own, each with the day it prints, or none. */
export function appendedAnchors(text: string, regions: readonly Region[]): DocumentAnchor[] {
  return regions.flatMap(region => {
    // Above the text stands its own headline again: only what comes behind all of it is another article.
    const isLast = region.kind === 'boilerplate' && text.slice(region.end).trim() === ''
    const article = isLast ? appendedArticle(text, region) : undefined
    if (!article) return []
    const day = dayOf(article.published)
    return [{ start: article.start, end: article.end, ...(day ? { day } : {}) }]
  })
}

type Dated = Pick<Document, 'published' | 'publishedUnsure' | 'anchors'>

/** What the dates of a document are counted from, stretch by stretch, as `findDates` takes it. */
export function dateOptions({ published, publishedUnsure, anchors }: Dated): FindDatesOptions {
  return {
    anchor: dayOf(published),
    ...(publishedUnsure ? { unsure: true } : {}),
    ...(anchors && anchors.length > 0 ? { anchors } : {}),
  }
}

/** The anchor of a place: that of the innermost stretch around it, or the document's own. */
export function anchorAt(
  { published, publishedUnsure, anchors = [] }: Dated,
  offset: number,
): { readonly day?: string; readonly unsure?: true; readonly stretch?: Stretch } {
  const own = anchors.findLast(({ start, end }) => start <= offset && offset < end)
  if (own)
    return {
      ...(own.day ? { day: own.day } : {}),
      ...(own.unsure ? { unsure: true } : {}),
      stretch: { start: own.start, end: own.end },
    }
  const day = dayOf(published)
  return { ...(day ? { day } : {}), ...(publishedUnsure ? { unsure: true } : {}) }
}

/** Anchors in order and apart, inside a text of `length`; of two over one another the later one cuts. */
export function settledAnchors(
  anchors: readonly DocumentAnchor[],
  length: number,
): DocumentAnchor[] {
  return anchors.reduce<DocumentAnchor[]>((settled, anchor) => {
    const [start, end] = [Math.max(0, anchor.start), Math.min(anchor.end, length)]
    if (start >= end) return settled
    const apart = settled.flatMap(other => [
      ...(other.start < start ? [{ ...other, end: Math.min(other.end, start) }] : []),
      ...(other.end > end ? [{ ...other, start: Math.max(other.start, end) }] : []),
    ])
    return [...apart, { ...anchor, start, end }].sort((a, b) => a.start - b.start)
  }, [])
}
