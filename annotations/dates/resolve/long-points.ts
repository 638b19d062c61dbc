import { type Day, dayIn, firstOfMonth, four, lastOfMonth, monthLength } from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { CenturyRef, Expression, YearPart } from '../expression.ts'
import type { RuleId } from '../rules.ts'
import { resolveYear } from './calendar-points.ts'
import { type Context, originOf } from './context.ts'
import { openPoint } from './points.ts'

type Of<Is extends Expression['is']> = Extract<Expression, { is: Is }>

const years = (from: number, to: number) => ({
  known: { first: firstOfMonth(from, 1), last: lastOfMonth(to, 12) },
})

/** Ten years by their first three digits. */
export function decadePoint(digits: number, rule: RuleId): Resolved {
  const value = String(digits).padStart(3, '0')
  return {
    type: 'DATE',
    value,
    edtf: `${value}X`,
    calendar: 'gregorian',
    precision: 'decade',
    rule,
    ...years(digits * 10, digits * 10 + 9),
  }
}

/** A hundred years by their first two digits: the 19th century is 18. */
export function centuryPoint(digits: number, rule: RuleId): Resolved {
  const value = String(digits).padStart(2, '0')
  return {
    type: 'DATE',
    value,
    edtf: `${value}XX`,
    calendar: 'gregorian',
    precision: 'century',
    rule,
    ...years(digits * 100, digits * 100 + 99),
  }
}

/** Where a text has no anchor, its century is ours: no newspaper is older than the last one it can mean. */
const ourCentury = 20

function centuryDigits(
  ref: CenturyRef,
  context: Context,
): { digits: number; anchor?: Resolved['anchor'] } {
  if (ref.kind === 'nth') return { digits: ref.nth - 1 }
  const origin = originOf(context, 'anchor')
  const digits = origin ? Math.floor(origin.day.year / 100) : ourCentury
  return { digits: digits + ref.by, ...(origin ? { anchor: origin.used } : {}) }
}

export function resolveCentury({ century }: Of<'century'>, context: Context): Resolved | undefined {
  if (century.kind === 'nth' && century.era === 'BC') {
    const digits = String(century.nth - 1).padStart(2, '0')
    return {
      type: 'DATE',
      value: `BC${digits}`,
      calendar: 'gregorian',
      precision: 'century',
      rule: 'century',
    }
  }
  if (century.kind === 'nth' && century.era === 'AH') {
    const last = century.nth * 100
    const from = dayIn('islamic-umalqura', last - 99, 1, 1)
    const to = dayIn('islamic-umalqura', last, 12, monthLength('islamic-umalqura', last, 12))
    if (!from || !to) return undefined
    const value = `${four(from.year)}/${four(to.year)}`
    return {
      type: 'DATE',
      value,
      edtf: value,
      calendar: 'islamic-umalqura',
      precision: 'century',
      rule: 'converted',
      known: { first: from, last: to },
    }
  }
  const { digits, anchor } = centuryDigits(century, context)
  return { ...centuryPoint(digits, 'century'), ...(anchor ? { anchor } : {}) }
}

export function resolveDecade({ tens, century }: Of<'decade'>, context: Context): Resolved {
  if (!century) return decadePoint(190 + tens / 10, 'decade-alone')
  const { digits, anchor } = centuryDigits(century, context)
  return {
    ...decadePoint(digits * 10 + tens / 10, 'decade-of-century'),
    ...(anchor ? { anchor } : {}),
  }
}

/** EDTF's numbers for seasons, quarters and halves, and the months they take (northern seasons; winter begins in December). */
const parts: Record<YearPart, { edtf: number; month: number; months: number }> = {
  SP: { edtf: 21, month: 3, months: 3 },
  SU: { edtf: 22, month: 6, months: 3 },
  FA: { edtf: 23, month: 9, months: 3 },
  WI: { edtf: 24, month: 12, months: 3 },
  Q1: { edtf: 33, month: 1, months: 3 },
  Q2: { edtf: 34, month: 4, months: 3 },
  Q3: { edtf: 35, month: 7, months: 3 },
  Q4: { edtf: 36, month: 10, months: 3 },
  H1: { edtf: 40, month: 1, months: 6 },
  H2: { edtf: 41, month: 7, months: 6 },
}

function partPoint(year: number, part: YearPart, rule: RuleId): Resolved {
  const { edtf, month, months } = parts[part]
  const last = month + months - 1
  return {
    type: 'DATE',
    value: `${four(year)}-${part}`,
    edtf: `${four(year)}-${edtf}`,
    calendar: 'gregorian',
    precision: 'season',
    rule,
    known: {
      first: firstOfMonth(year, month),
      last: lastOfMonth(last > 12 ? year + 1 : year, last > 12 ? last - 12 : last),
    },
  }
}

/** The year whose season holds a day, or lies before or after it. */
function seasonYear(day: Day, part: YearPart, direction: 'last' | 'next' | 'this'): number {
  const { month, months } = parts[part]
  const inside = (year: number) => {
    const from = year * 12 + month
    const at = day.year * 12 + day.month
    return at - from
  }
  const near = [day.year - 1, day.year, day.year + 1]
  if (direction === 'this')
    return near.find(year => inside(year) >= 0 && inside(year) < months) ?? day.year
  if (direction === 'last')
    return near.filter(year => inside(year) >= months).at(-1) ?? day.year - 1
  return near.find(year => inside(year) < 0) ?? day.year + 1
}

/** الربع الماضي: a quarter counted from the one that holds the anchor. */
export function resolveQuarter({ by }: Of<'quarter'>, context: Context): Resolved {
  const origin = originOf(context, 'anchor')
  if (!origin) return openPoint('XXXX-QX', 'season')
  const quarters = origin.day.year * 4 + Math.floor((origin.day.month - 1) / 3) + by
  const part = (['Q1', 'Q2', 'Q3', 'Q4'] as const)[quarters % 4] ?? 'Q1'
  return { ...partPoint(Math.floor(quarters / 4), part, 'part-of-year'), anchor: origin.used }
}

export function resolvePartOfYear(
  { part, year, direction }: Of<'part-of-year'>,
  context: Context,
): Resolved | undefined {
  if (year) {
    const whole = resolveYear(year, context)
    const number = whole?.known?.first.year
    if (!whole || number === undefined) return openPoint(`XXXX-${part}`, 'season')
    return {
      ...partPoint(number, part, 'part-of-year'),
      ...(whole.anchor ? { anchor: whole.anchor } : {}),
    }
  }
  const previous = direction === 'following' || direction === 'preceding' || direction === 'same'
  const origin = originOf(context, previous ? 'previous' : 'anchor')
  if (!origin) return openPoint(`XXXX-${part}`, 'season')
  // نما الاقتصاد في الربع الثاني: told of, it is over; foretold, it is not.
  const told = direction === undefined && part.startsWith('Q')
  if (told) {
    const ahead = context.tense === 'future'
    const year = [origin.day.year - 1, origin.day.year, origin.day.year + 1].filter(one => {
      const { month, months } = parts[part]
      const at = (origin.day.year - one) * 12 + origin.day.month - month
      return ahead ? at < months : at >= months
    })
    const chosen = ahead ? year[0] : year.at(-1)
    return {
      ...partPoint(chosen ?? origin.day.year, part, ahead ? 'month-future' : 'month-past'),
      anchor: origin.used,
    }
  }
  const way =
    direction === 'last' || direction === 'preceding'
      ? 'last'
      : direction === 'next' || direction === 'following'
        ? 'next'
        : 'this'
  return {
    ...partPoint(seasonYear(origin.day, part, way), part, 'part-of-year'),
    anchor: origin.used,
  }
}
