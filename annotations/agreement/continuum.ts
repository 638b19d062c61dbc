import { type Undefined, undefinedBecause } from './measure.ts'

/** What one annotator marked: half-open, in the unit of the continuum (we use UTF-16 units). */
export type Unit = {
  annotator: string | number
  start: number
  end: number
  category?: string | number
}

/** A stretch that all annotators worked through, and what they marked in it. */
export type Continuum = {
  begin?: number
  /** By default up to the end of the last unit. */
  length?: number
  units: readonly Unit[]
  /** Needed for those who marked nothing at all. */
  annotators?: readonly (string | number)[]
}

export type Read = {
  begin: number
  length: number
  annotators: readonly string[]
  /** By annotator, in text order. */
  byAnnotator: readonly (readonly (Unit & { category: string })[])[]
  categories: readonly string[]
}

const byStart = (a: Unit, b: Unit) => a.start - b.start || a.end - b.end

/** A continuum that can be computed on, or what is wrong with it. Offset 0 is a place; order does not matter. */
export function readContinuum(continuum: Continuum): Read | Undefined {
  const { units } = continuum
  for (const { start, end } of units)
    if (!(Number.isFinite(start) && Number.isFinite(end) && end > start))
      return undefinedBecause('bad-unit', `${start}-${end}`)
  const begin = continuum.begin ?? units.reduce((least, { start }) => Math.min(least, start), 0)
  const last = units.reduce((most, { end }) => Math.max(most, end), begin)
  const length = continuum.length ?? last - begin
  for (const { start, end } of units)
    if (start < begin || end > begin + length)
      return undefinedBecause('outside-continuum', `${start}-${end}`)
  const named = [...(continuum.annotators ?? []), ...units.map(({ annotator }) => annotator)]
  const annotators = [...new Set(named.map(String))]
  if (annotators.length < 2) return undefinedBecause('two-coders-needed')
  if (units.length === 0) return undefinedBecause('no-units')
  const places = new Map(annotators.map((name, at) => [name, at]))
  const byAnnotator: (Unit & { category: string })[][] = annotators.map(() => [])
  for (const unit of units)
    byAnnotator[places.get(String(unit.annotator)) ?? 0]?.push({
      ...unit,
      category: unit.category === undefined ? '' : String(unit.category),
    })
  for (const own of byAnnotator) own.sort(byStart)
  const categories = [...new Set(units.map(({ category }) => String(category ?? '')))].sort()
  return { begin, length, annotators, byAnnotator, categories }
}

/** Two units of one annotator that overlap, in a list sorted by start. */
export function overlapping(units: readonly Unit[]): Unit | undefined {
  return units.find((unit, at) => at > 0 && unit.start < (units[at - 1]?.end ?? 0))
}

/** A part of the continuum as one annotator cut it: a unit, or what lies between two. */
export type Section = { start: number; end: number; category: string | undefined }

/** Units and the gaps between them, from the begin of the continuum to its end. */
export function sectionsOf(
  units: readonly (Unit & { category: string })[],
  { begin, length }: Pick<Read, 'begin' | 'length'>,
): Section[] {
  const sections: Section[] = []
  let at = begin
  for (const { start, end, category } of units) {
    if (start > at) sections.push({ start: at, end: start, category: undefined })
    sections.push({ start, end, category })
    at = end
  }
  if (at < begin + length) sections.push({ start: at, end: begin + length, category: undefined })
  return sections
}
