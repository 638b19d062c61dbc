import { addDays, compareDays, type Day, dayIn, inCalendar, isoDay } from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Expression, FeastId } from '../expression.ts'
import { type Context, originOf } from './context.ts'
import { dayPoint, openPoint, yearIn } from './points.ts'

/** Month and day in the Hijri or the Gregorian calendar. */
const fixed: Partial<Record<FeastId, readonly ['hijri' | 'gregorian', number, number]>> = {
  fitr: ['hijri', 10, 1],
  adha: ['hijri', 12, 10],
  tarwiya: ['hijri', 12, 8],
  arafa: ['hijri', 12, 9],
  'hijri-new-year': ['hijri', 1, 1],
  ashura: ['hijri', 1, 10],
  arbaeen: ['hijri', 2, 20],
  mawlid: ['hijri', 3, 12],
  isra: ['hijri', 7, 27],
  qadr: ['hijri', 9, 27],
  ghadir: ['hijri', 12, 18],
  'new-year': ['gregorian', 1, 1],
  christmas: ['gregorian', 12, 25],
  labour: ['gregorian', 5, 1],
  women: ['gregorian', 3, 8],
  mother: ['gregorian', 3, 21],
  valentine: ['gregorian', 2, 14],
  nowruz: ['gregorian', 3, 21],
  land: ['gregorian', 3, 30],
  nakba: ['gregorian', 5, 15],
  naksa: ['gregorian', 6, 5],
  'human-rights': ['gregorian', 12, 10],
  'press-freedom': ['gregorian', 5, 3],
  'saudi-national': ['gregorian', 9, 23],
}

/** Gregorian Easter (Meeus, Jones, Butcher). */
function westernEaster(year: number): Day | undefined {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayIn('gregorian', year, Math.floor(n / 31), (n % 31) + 1)
}

/** Julian Easter (Meeus) thirteen days later, as the Gregorian calendar has it from 1900 to 2099. */
function easternEaster(year: number): Day | undefined {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  const julian = dayIn('gregorian', year, Math.floor(n / 31), (n % 31) + 1)
  return julian && addDays(julian, 13)
}

const shifted = (day: Day | undefined, by: number) => day && addDays(day, by)

/** Days counted from Easter: Egypt's spring feast is the Monday after the Coptic one. */
const byEaster: Partial<Record<FeastId, readonly [(year: number) => Day | undefined, number]>> = {
  'good-friday': [westernEaster, -2],
  'palm-sunday': [westernEaster, -7],
  'sham-ennessim': [easternEaster, 1],
}

function dayOf(feast: FeastId, year: number): Day | undefined {
  if (feast === 'easter') return westernEaster(year)
  if (feast === 'eastern-easter') return easternEaster(year)
  const [easter, days] = byEaster[feast] ?? []
  if (easter) return shifted(easter(year), days ?? 0)
  if (feast.includes('/')) {
    const [month, day] = feast.split('/').map(Number)
    return dayIn('gregorian', year, month ?? 0, day ?? 0)
  }
  const rule = fixed[feast]
  if (!rule) return undefined
  return dayIn(rule[0] === 'hijri' ? 'islamic-umalqura' : 'gregorian', year, rule[1], rule[2])
}

const isHijri = (feast: FeastId) => fixed[feast]?.[0] === 'hijri'

/** The days a feast falls on in the years around one, in order. */
function around(feast: FeastId, year: number): Day[] {
  const years = [-2, -1, 0, 1, 2].map(n => year + n)
  return years.flatMap(one => dayOf(feast, one) ?? []).sort(compareDays)
}

/** A feast that the calendar fixes; those of the moon may be seen a day off. */
export function resolveFeast(
  { feast, nth = 1, year, direction }: Extract<Expression, { is: 'feast' }>,
  context: Context,
): Resolved | undefined {
  const made = (day: Day | undefined, anchor?: Resolved['anchor']): Resolved | undefined => {
    if (!day) return undefined
    const point = dayPoint(addDays(day, nth - 1), 'feast')
    return {
      ...point,
      ...(isHijri(feast) && point.known
        ? {
            calendar: 'islamic-umalqura' as const,
            tolerance: 1,
            written: isoDay(inCalendar(point.known.first, 'islamic-umalqura')),
          }
        : {}),
      ...(anchor ? { anchor } : {}),
    }
  }
  if (year?.kind === 'new') return undefined
  if (year?.kind === 'year') {
    const hijriYear = year.era === 'AH' || (isHijri(feast) && year.year < 1700)
    if (hijriYear || !isHijri(feast)) return made(dayOf(feast, year.year))
    const near = yearIn('islamic-umalqura', { year: year.year, month: 6, day: 1 })
    return made(around(feast, near).find(day => day.year === year.year))
  }
  const origin = originOf(context, year?.kind === 'shift' ? year.base : 'anchor')
  if (!origin) return openPoint('XXXX-XX-XX', 'day')
  const calendar = isHijri(feast) ? 'islamic-umalqura' : 'gregorian'
  const days = around(feast, yearIn(calendar, origin.day))
  if (year)
    return made(
      days.find(day => day.year === origin.day.year + year.by),
      origin.used,
    )
  const before = days.filter(day => compareDays(day, origin.day) < 0).at(-1)
  const after = days.find(day => compareDays(day, origin.day) > 0)
  const today = days.find(day => isoDay(day) === isoDay(origin.day))
  if (direction === 'last') return made(before, origin.used)
  if (direction === 'next') return made(after, origin.used)
  return made(today ?? (context.tense === 'past' ? before : after), origin.used)
}
