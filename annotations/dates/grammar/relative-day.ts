import type { Expression } from '../expression.ts'
import { bareSense, isMark, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { dayDate } from './day.ts'
import { directionAt } from './year.ts'

/** أول أمس، أمس الأول، أول من أمس، بعد غد: days from the anchor. */
function dayShift(scan: Scan, at: number): Part<number> | undefined {
  if (isWord(scan, at, 'اول')) {
    const day = past(scan, at + 1, 'من')
    if (isWord(scan, day, 'امس', 'البارحه')) return { value: -2, next: day + 1 }
    return undefined
  }
  if (isWord(scan, at, 'قبل') && isWord(scan, at + 1, 'امس', 'البارحه'))
    return { value: -2, next: at + 2 }
  if (isWord(scan, at, 'بعد') && isWord(scan, at + 1, 'غد', 'الغد', 'غدا'))
    return { value: 2, next: at + 2 }
  const shift = bareSense(scan, at)?.dayShift
  if (shift === undefined) return undefined
  if (shift === -1 && isWord(scan, at + 1, 'الاول')) return { value: -2, next: at + 2 }
  return { value: shift, next: at + 1 }
}

type Weekday = { readonly weekday: number; readonly next: number }

const weekdayAt = (scan: Scan, at: number): Weekday | undefined => {
  const noun = past(scan, at, 'يوم', 'نهار')
  const weekday = bareSense(scan, noun)?.weekday
  if (weekday !== undefined) return { weekday, next: noun + 1 }
  const bare = noun > at ? bareSense(scan, noun)?.weekdayBare : undefined
  return bare === undefined ? undefined : { weekday: bare, next: noun + 1 }
}

/** A weekday that says the same day again: أمس الثلاثاء، أمس (الثلاثاء)، اليوم، الأربعاء. */
function gloss(scan: Scan, at: number): Weekday | undefined {
  if (isMark(scan, at, '(')) {
    const inside = weekdayAt(scan, at + 1)
    return inside && isMark(scan, inside.next, ')')
      ? { ...inside, next: inside.next + 1 }
      : undefined
  }
  // أمس، الثلاثاء، : between commas it says the day again.
  if (isMark(scan, at, '،')) {
    const between = weekdayAt(scan, at + 1)
    return between && isMark(scan, between.next, '،') ? between : undefined
  }
  return weekdayAt(scan, isMark(scan, at, '/') ? at + 1 : at)
}

/** A day of the month after a weekday: الأربعاء 14 أغسطس، الأربعاء (14 أغسطس)، الأحد الموافق 1 سبتمبر. */
function dateAfter(scan: Scan, at: number): Part<Expression> | undefined {
  if (isMark(scan, at, '(')) {
    const inside = dayDate(scan, at + 1)
    return inside && isMark(scan, inside.next, ')')
      ? { ...inside, next: inside.next + 1 }
      : undefined
  }
  const from = isMark(scan, at, '،,-–/') ? at + 1 : at
  const said = past(scan, from, 'الموافق', 'بتاريخ', 'المصادف')
  const number = tokenAt(scan, said)
  // الموافق لـ14, or لـ١٤
  const day = number.prefix === '' && isWord(scan, said, 'ل') ? said + 1 : said
  return dayDate(scan, day)
}

const withWeekday = (day: Expression, weekday: number): Expression =>
  day.is === 'day' || day.is === 'day-of-month' ? { ...day, weekday } : day

/** اليوم، أمس الثلاثاء، غدا الخميس 9 أغسطس، اليوم التالي. */
export function relativeDay(scan: Scan, at: number): Part<Expression> | undefined {
  const noun = past(scan, at, 'يوم', 'نهار')
  const token = tokenAt(scan, noun)
  if (token.key === 'اليوم') {
    const direction = directionAt(scan, noun + 1)
    if (direction && direction.value.base === 'previous') {
      const { by, base } = direction.value
      return { value: { is: 'period', shift: { unit: 'D', by, base } }, next: direction.next }
    }
    if (direction && direction.value.direction !== 'this') return undefined
  }
  const shift = dayShift(scan, noun)
  if (!shift) return undefined
  const period: Expression = { is: 'period', shift: { unit: 'D', by: shift.value, base: 'anchor' } }
  const weekday = gloss(scan, shift.next)
  const dated = dateAfter(scan, weekday?.next ?? shift.next)
  if (dated)
    return {
      value: weekday ? withWeekday(dated.value, weekday.weekday) : dated.value,
      next: dated.next,
    }
  return weekday
    ? { value: { ...period, weekday: weekday.weekday }, next: weekday.next }
    : { value: period, next: shift.next }
}

/** هذا الخميس: as the verb directs it. */
export function thisWeekday(scan: Scan, at: number): Part<Expression> | undefined {
  if (!isWord(scan, at, 'هذا', 'هذه')) return undefined
  const weekday = bareSense(scan, at + 1)?.weekday
  return weekday === undefined ? undefined : { value: { is: 'weekday', weekday }, next: at + 2 }
}

/** الخميس، يوم الخميس الماضي، الجمعة قبل الماضي، الأربعاء 14 أغسطس 2024، الخميس من الأسبوع الماضي. */
export function weekdayDate(scan: Scan, at: number): Part<Expression> | undefined {
  const read = weekdayAt(scan, at)
  if (!read) return undefined
  const { weekday, next } = read
  const direction = directionAt(scan, next)
  const dated = dateAfter(scan, direction?.next ?? next)
  if (dated) return { value: withWeekday(dated.value, weekday), next: dated.next }
  if (direction) {
    const { by, base } = direction.value
    if (by >= -2 && by <= 2)
      return {
        value: { is: 'weekday', weekday, by: by as -2 | -1 | 0 | 1 | 2, base },
        next: direction.next,
      }
  }
  const week = past(scan, next, 'من')
  if (isWord(scan, week, 'الاسبوع')) {
    const which = directionAt(scan, week + 1)
    if (which && Math.abs(which.value.by) < 3) {
      const { by, base } = which.value
      return { value: { is: 'weekday', weekday, week: { unit: 'W', by, base } }, next: which.next }
    }
  }
  if (week > next && isWord(scan, week, 'هذا') && isWord(scan, week + 1, 'الاسبوع'))
    return {
      value: { is: 'weekday', weekday, week: { unit: 'W', by: 0, base: 'anchor' } },
      next: week + 2,
    }
  return { value: { is: 'weekday', weekday }, next }
}
