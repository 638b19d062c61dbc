import type { DateMention, Resolution } from './date-mention.ts'
import { isWord, particleAt, type Scan, tokenAt } from './scan.ts'
import { joints } from './words/time-particles.ts'

const since = ['منذ', 'مذ']
const until = ['حتي', 'بحلول', 'لغايه']
const others = ['خلال', 'بعد', 'قبل', 'بين', 'من', 'الي', 'غضون', 'اثناء', 'طوال', 'قرابه']

/** The preposition before a date, and the open stretch it makes of it (EDTF, `..` for the open end). */
export function bindingOf(
  scan: Scan,
  start: number,
  { edtf, type }: Resolution,
): Pick<DateMention, 'signal' | 'range'> {
  const before = tokenAt(scan, start - 1)
  if (before.kind !== 'word') return {}
  const word = particleAt(scan, start - 1)
  const known = since.includes(word) || until.includes(word) || others.includes(word)
  if (!known) return {}
  const signal = { signal: scan.text.slice(before.from, before.end) }
  if (type !== 'DATE' || edtf === undefined || edtf.includes('/')) return signal
  if (since.includes(word)) return { ...signal, range: `${edtf}/..` }
  return until.includes(word) ? { ...signal, range: `../${edtf}` } : signal
}

/** من 13 إلى 15 يوليو، بين عامي 1979 و2003: two dates with nothing between them but a joint are the ends of one stretch. */
export function areEnds(
  scan: Scan,
  first: { start: number; next: number },
  second: number,
): boolean {
  const joint = tokenAt(scan, first.next)
  const direct = second === first.next && joint.prefix.startsWith('و')
  const word = joint.prefix + joint.key
  const apart = second <= first.next + 2 && (word === 'و' || joints.includes(word))
  if (!direct && !apart) return false
  const opened = [tokenAt(scan, first.start), tokenAt(scan, first.start - 1)].map(({ key }) => key)
  if (joints.includes(word)) return ['من', 'بين', 'منذ'].some(key => opened.includes(key))
  return ['بين', 'عامي', 'سنتي', 'شهري', 'يومي'].some(key => opened.includes(key))
}

/** ربما, على الأرجح: the date is uncertain (EDTF `?`, with `~` `%`). */
export function hedged(scan: Scan, start: number, { edtf }: Resolution): { edtf?: string } {
  const likely =
    isWord(scan, start - 1, 'ربما', 'يرجح', 'غالبا') ||
    (isWord(scan, start - 1, 'الارجح', 'الاغلب') && isWord(scan, start - 2, 'علي', 'في'))
  return likely ? doubted({ edtf }) : {}
}

/** EDTF of what is uncertain; of a date that EDTF cannot mark, none. */
export function doubted({ edtf }: Pick<Resolution, 'edtf'>): { edtf?: string } {
  if (edtf === undefined || !/^-?[\dX]{4}(-[\dX]{2}){0,2}~?$/.test(edtf)) return {}
  return { edtf: edtf.endsWith('~') ? `${edtf.slice(0, -1)}%` : `${edtf}?` }
}
