import type { Expression } from '../expression.ts'
import { isMark, isOneOf, type Part, particleAt, type Scan, tokenAt } from '../scan.ts'
import type { Token } from '../token.ts'
import { dayParticles } from '../words/time-particles.ts'
import { eraAt } from './year.ts'

const dayNouns = 'يوم بتاريخ تاريخ هجوم هجمات احداث عمليه هجوما الهجوم المصادف الموافق ليوم'.split(
  ' ',
)

/** هجوم 7/10, يوم 12/8, الأحد 5/6: a day and a month in figures, which only what stands before tells from a fraction. */
export function shortDay(scan: Scan, at: number): Part<Expression> | undefined {
  const [day, slash, month] = [tokenAt(scan, at), tokenAt(scan, at + 1), tokenAt(scan, at + 2)]
  if (day.kind !== 'number' || month.kind !== 'number' || slash.key !== '/') return undefined
  if (!slash.glued || !month.glued || (tokenAt(scan, at + 3).glued && isMark(scan, at + 3, '/-')))
    return undefined
  if (day.key.length > 2 || month.key.length > 2) return undefined
  const before = tokenAt(scan, at - 1)
  const dated = before.sense?.weekday !== undefined || isOneOf(scan, at - 1, dayNouns)
  const [d, m] = [Number(day.key), Number(month.key)]
  // حتى 31/12 is a day, حتى 5/6 may be a fraction: it has the smaller figure first.
  const bound = d > m && ['حتي', 'منذ', 'لغايه'].includes(particleAt(scan, at - 1))
  if (!dated && !bound && !dayNouns.includes(before.prefix + before.key)) return undefined
  if (d < 1 || d > 31 || m < 1 || m > 12) return undefined
  return {
    value: { is: 'day', day: d, of: { calendar: 'gregorian', month: m } },
    next: at + 3,
  }
}

/** 03/2027: a month and a year in figures, behind a preposition. */
export function numericMonth(scan: Scan, at: number): Part<Expression> | undefined {
  const [month, slash, year] = [tokenAt(scan, at), tokenAt(scan, at + 1), tokenAt(scan, at + 2)]
  if (month.kind !== 'number' || year.kind !== 'number' || slash.key !== '/') return undefined
  if (!slash.glued || !year.glued || month.key.length !== 2 || year.key.length !== 4)
    return undefined
  if (tokenAt(scan, at + 3).glued && isMark(scan, at + 3, '/-')) return undefined
  const [m, y] = [Number(month.key), Number(year.key)]
  if (!dayParticles.includes(particleAt(scan, at - 1)) || m < 1 || m > 12) return undefined
  if (y < 1900 || y > 2199) return undefined
  return {
    value: {
      is: 'month',
      of: { calendar: 'gregorian', month: m },
      year: { kind: 'year', year: y },
    },
    next: at + 3,
  }
}

/** 15 / 3 / 2023: a space at every slash, and a whole year. */
const isSpaced = (x: Token, b: Token, y: Token, c: Token) =>
  x.key === '/' && !x.glued && !b.glued && !y.glued && !c.glued && c.key.length === 4

/** D/M/Y, Y/M/D with one separator throughout (/ - .), never M/D/Y. */
export function numericDay(scan: Scan, at: number): Part<Expression> | undefined {
  const a = tokenAt(scan, at)
  if (a.kind !== 'number') return undefined
  const x = tokenAt(scan, at + 1)
  if (x.kind !== 'mark' || !'/-.'.includes(x.key)) return undefined
  const b = tokenAt(scan, at + 2)
  const y = tokenAt(scan, at + 3)
  const c = tokenAt(scan, at + 4)
  if (b.kind !== 'number' || c.kind !== 'number') return undefined
  if (x.key !== y.key || (!(x.glued && b.glued && y.glued && c.glued) && !isSpaced(x, b, y, c)))
    return undefined
  const before = tokenAt(scan, at - 1)
  if (a.glued && (before.kind === 'number' || '/-.+#:'.includes(before.key))) return undefined
  const after = tokenAt(scan, at + 5)
  if (
    after.glued &&
    ('/-'.includes(after.key) ||
      (after.key === '.' && tokenAt(scan, at + 6).kind === 'number' && tokenAt(scan, at + 6).glued))
  )
    return undefined
  const yearFirst = a.key.length === 4
  if (yearFirst ? c.key.length > 2 : a.key.length > 2) return undefined
  const written = yearFirst ? a : c
  if (
    b.key.length > 2 ||
    !(written.key.length === 4 || (written.key.length === 2 && x.key === '/'))
  )
    return undefined
  const short = Number(written.key)
  const year = written.key.length === 4 ? short : short < 50 ? 2000 + short : 1900 + short
  const era = eraAt(scan, at + 5)
  const hijri = (year >= 1300 && year <= 1500) || era?.value === 'AH'
  if (!hijri && (year < 1500 || year > 2199)) return undefined
  const day = Number(yearFirst ? c.key : a.key)
  const month = Number(b.key)
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return {
    value: {
      is: 'day',
      day,
      of: {
        calendar: hijri ? (era?.value === 'SH' ? 'persian' : 'islamic-umalqura') : 'gregorian',
        month,
      },
      year: { kind: 'year', year },
    },
    next: era?.next ?? at + 5,
  }
}
