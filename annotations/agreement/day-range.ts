/** Days since 1970-01-01 of a Gregorian day (Hinnant, "chrono-compatible low-level date algorithms"): no clock, no zone. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Half-open, in days; a time of day is a part of one. */
export type DayRange = { start: number; end: number }

const months = (year: number, from: number, count: number): DayRange => ({
  start: dayNumber(year, from, 1),
  end:
    from + count > 12
      ? dayNumber(year + 1, from + count - 12, 1)
      : dayNumber(year, from + count, 1),
})

/** Monday of ISO week 1 is the Monday of the week with 4 January. */
function weekRange(year: number, week: number): DayRange {
  const fourth = dayNumber(year, 1, 4)
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7)
  return { start: monday + (week - 1) * 7, end: monday + week * 7 }
}

const seasons: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** What a TIMEX3 date covers; nothing for a reference (PAST_REF) and for what has an X in it. */
export function dayRange(value: string): DayRange | undefined {
  const [date = ''] = value.split('T')
  const found =
    /^(\d{2,4})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})(?:-(\d|WE))?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?$/.exec(
      date,
    )
  if (!found) return undefined
  const [, digits = '', month, day, week, weekday, quarter, half, season] = found
  const year = Number(digits)
  if (digits.length === 2)
    return { start: dayNumber(year * 100, 1, 1), end: dayNumber(year * 100 + 100, 1, 1) }
  if (digits.length === 3)
    return { start: dayNumber(year * 10, 1, 1), end: dayNumber(year * 10 + 10, 1, 1) }
  if (month && day) {
    const start = dayNumber(year, Number(month), Number(day))
    return { start, end: start + 1 }
  }
  if (month) return months(year, Number(month), 1)
  if (week) {
    const whole = weekRange(year, Number(week))
    if (weekday === 'WE') return { start: whole.start + 5, end: whole.end }
    if (!weekday) return whole
    const start = whole.start + Number(weekday) - 1
    return { start, end: start + 1 }
  }
  if (quarter) return months(year, Number(quarter) * 3 - 2, 3)
  if (half) return months(year, Number(half) * 6 - 5, 6)
  if (season) return months(year, seasons[season] ?? 1, 3)
  return months(year, 1, 12)
}

const unitDays: Record<string, number> = {
  DE: 3652.5,
  CE: 36_525,
  Y: 365.25,
  Q: 91.3125,
  M: 30.4375,
  W: 7,
  D: 1,
}
const timeDays: Record<string, number> = { H: 1 / 24, M: 1 / 1440, S: 1 / 86_400 }

/** How many days a TIMEX3 duration lasts; nothing where the number is not known (PXM). */
export function durationDays(value: string): number | undefined {
  if (!value.startsWith('P') || value.includes('X')) return undefined
  const [date = '', time = ''] = value.slice(1).split('T')
  let days = 0
  for (const [, n, unit = ''] of date.matchAll(/(\d+)(DE|CE|[YQMWD])/g))
    days += Number(n) * (unitDays[unit] ?? 0)
  for (const [, n, unit = ''] of time.matchAll(/(\d+)([HMS])/g))
    days += Number(n) * (timeDays[unit] ?? 0)
  return days > 0 ? days : undefined
}
