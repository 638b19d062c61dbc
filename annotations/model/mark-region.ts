import type { Stretch } from '../text/paragraphs.ts'
import type { Region } from './document.ts'

/** Regions in order, apart from each other and inside a text of `length`; of two over one another the later one cuts. */
export function settledRegions(regions: readonly Region[], length: number): Region[] {
  return regions.reduce<Region[]>((settled, region) => cut(settled, region, length), [])
}

/** Regions with one put in among them, cut to the text; what it covers of others is cut off them. */
function cut(regions: readonly Region[], put: Region, length: number): Region[] {
  const [from, to] = [Math.max(0, put.start), Math.min(put.end, length)]
  if (from >= to) return [...regions]
  const marked: Region[] = []
  for (const region of regions) {
    if (region.start < from) marked.push({ ...region, end: Math.min(region.end, from) })
    if (region.end > to) marked.push({ ...region, start: Math.max(region.start, to) })
  }
  marked.push({ ...put, start: from, end: to })
  return marked.sort((a, b) => a.start - b.start)
}

/** Regions with a stretch made of one kind, body included: that somebody said so is not forgotten. */
export const markRegion = (
  regions: readonly Region[],
  { start, end }: Stretch,
  kind: Region['kind'],
  length: number,
): Region[] => cut(regions, { kind, start, end }, length)
