import { fold } from '../arabic/fold.ts'
import { type Region, regionKinds } from '../model/document.ts'

const day = '\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?'
const dates = new RegExp(`^(${day})?(?:(\\.\\.)(${day})?)?$`)

/** Is a date filter's value a day, a month, a year, or two of them in order with .. between (one may be left out)? */
export function isDates(value: string): boolean {
  const [, from, , to] = dates.exec(value) ?? []
  if (from === undefined || to === undefined) return from !== undefined || to !== undefined
  const length = Math.min(from.length, to.length)
  return from.slice(0, length) <= to.slice(0, length)
}

/** How TIMEX3 values begin: days, weeks, quarters, halves, seasons, decades, durations and references. */
const spoken =
  /^(?:\d{2,4}|\d{4}-(?:W\d{2}(?:-(?:[1-7]|WE))?|Q[1-4]|H[12]|SP|SU|FA|WI)|(?=[\d-]*X)[\dX]{4}(?:-[\dXW]{1,3}(?:-[\dXE]{1,2})?)?|P[\dX][\dXA-Z.]*|(?:PAST|PRESENT|FUTURE)_REF)(?:T[\w:]*)?$/

/** Is this a date that something may speak of: what a date filter takes, or the beginning of a TIMEX3 value? */
export const isSpokenDate = (value: string) => isDates(value) || spoken.test(value)

const regionNames: Readonly<Record<string, Region['kind'] | 'all'>> = {
  متن: 'body',
  عنوان: 'title',
  كاتب: 'byline',
  تاريخ: 'dateline',
  صوره: 'caption',
  زوائد: 'boilerplate',
  الكل: 'all',
  all: 'all',
}

/** Which kind of region a region filter's value names in either language, or all of them. */
export function regionNamed(value: string): Region['kind'] | 'all' | undefined {
  const { folded } = fold(value.trim())
  if (Object.hasOwn(regionNames, folded)) return regionNames[folded]
  return regionKinds.find(kind => kind === folded)
}
