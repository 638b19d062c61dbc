import type { CenturyRef, Expression, YearPart, YearRef } from '../expression.ts'
import {
  bareSense,
  isMark,
  isWord,
  type Part,
  particleAt,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import type { DateModifier } from '../timex.ts'
import { monthTail } from './day.ts'
import { looseDigits, ordinal } from './number.ts'
import { directionAt, eraAt, pastKind, yearNumber, yearPhrase, yearTail } from './year.ts'

const periodUnits = ['Y', 'M', 'W', 'DE', 'CE']

/** الأسبوع الماضي، هذا الشهر، ذلك العام، الشهر نفسه. */
export function relativePeriod(scan: Scan, at: number): Part<Expression> | undefined {
  const pointing = isWord(scan, at, 'هذا', 'هذه')
    ? ('anchor' as const)
    : isWord(scan, at, 'ذلك', 'تلك', 'نفس', 'ذات')
      ? ('previous' as const)
      : undefined
  const noun = pointing ? at + 1 : at
  const weekend =
    isWord(scan, noun, 'عطله') && isWord(scan, noun + 1, 'نهايه') ? noun + 2 : undefined
  const named = weekend ?? noun
  const unit = bareSense(scan, named)?.unit
  if (!unit?.definite || unit.count !== 'one') return undefined
  if (pointing && unit.unit === 'D')
    return { value: { is: 'period', shift: { unit: 'D', by: 0, base: pointing } }, next: named + 1 }
  if (!periodUnits.includes(unit.unit)) return undefined
  const direction = directionAt(scan, named + 1)
  const week = weekend !== undefined && unit.unit === 'W' ? { weekend: true as const } : {}
  if (pointing && !(direction && direction.value.direction === 'this'))
    return {
      value: { is: 'period', shift: { unit: unit.unit, by: 0, base: pointing }, ...week },
      next: named + 1,
    }
  if (direction) {
    const { by, base } = direction.value
    return {
      value: { is: 'period', shift: { unit: unit.unit, by, base }, ...week },
      next: direction.next,
    }
  }
  return weekend && unit.unit === 'W'
    ? {
        value: { is: 'period', shift: { unit: 'W', by: 0, base: 'anchor' }, ...week },
        next: named + 1,
      }
    : undefined
}

/** القرن التاسع عشر، القرن الـ19، القرن الخامس قبل الميلاد، القرن الماضي. */
export function centuryAt(scan: Scan, at: number): Part<CenturyRef> | undefined {
  if (!isWord(scan, at, 'القرن')) return undefined
  const nth = ordinal(scan, at + 1)
  const digits = looseDigits(scan, at + 1, 2)
  if (nth || digits !== undefined) {
    const value = nth?.value ?? digits ?? 0
    const era = eraAt(scan, nth?.next ?? at + 2)
    if (value < 1 || value > 30) return undefined
    const dated = era?.value === 'BC' || era?.value === 'AH' ? { era: era.value } : {}
    return { value: { kind: 'nth', nth: value, ...dated }, next: era?.next ?? nth?.next ?? at + 2 }
  }
  const direction = directionAt(scan, at + 1)
  if (direction?.value.base !== 'anchor') return undefined
  return { value: { kind: 'shift', by: direction.value.by }, next: direction.next }
}

/** القرن العشرين. */
export const century = (scan: Scan, at: number): Part<Expression> | undefined => {
  const read = centuryAt(scan, at)
  return read && { value: { is: 'century', century: read.value }, next: read.next }
}

/** ثمانينيات القرن الماضي، الستينيات، تسعينيات القرن التاسع عشر. */
export function decade(scan: Scan, at: number): Part<Expression> | undefined {
  if (isWord(scan, at, 'العقد')) {
    const last = isWord(scan, at + 1, 'الاخير')
    const nth = last ? { value: 10, next: at + 2 } : ordinal(scan, at + 1)
    const century = nth && nth.value <= 10 ? centuryAt(scan, past(scan, nth.next, 'من')) : undefined
    return nth && century
      ? {
          value: { is: 'decade', tens: (nth.value - 1) * 10, century: century.value },
          next: century.next,
        }
      : undefined
  }
  const noun = past(scan, at, 'عقد', 'سنوات', 'اعوام')
  const tens = bareSense(scan, noun)?.decade
  if (tens === undefined) return undefined
  const direct = centuryAt(scan, noun + 1) ?? centuryAt(scan, past(scan, noun + 1, 'من'))
  if (direct) return { value: { is: 'decade', tens, century: direct.value }, next: direct.next }
  // ستينيات وسبعينيات القرن الماضي: the century is said once.
  const other = tokenAt(scan, noun + 1)
  if (other.prefix === 'و' && other.sense?.decade !== undefined) {
    const shared = centuryAt(scan, noun + 2)
    if (shared) return { value: { is: 'decade', tens, century: shared.value }, next: noun + 1 }
  }
  // Without an article or a century it is a way of walking through the twenties of anything.
  if (!tokenAt(scan, noun).key.startsWith('ال')) return undefined
  return { value: { is: 'decade', tens }, next: noun + 1 }
}

const nthParts: Record<number, readonly YearPart[]> = {
  2: ['H1', 'H2'],
  4: ['Q1', 'Q2', 'Q3', 'Q4'],
}

function halfOfYear(scan: Scan, at: number): Part<Expression> | undefined {
  const half = partOfYear(scan, at)
  return half?.value.is === 'part-of-year' ? half : undefined
}

/** النصف الأول من عام 2024، الربع الأخير من العام الماضي، النصف الثاني من الشهر. */
export function partOfYear(scan: Scan, at: number): Part<Expression> | undefined {
  // A half keeps its في, without which it is half of anything.
  if (isWord(scan, at, 'في'))
    return isWord(scan, at + 1, 'النصف') ? halfOfYear(scan, at + 1) : undefined
  const half = isWord(scan, at, 'النصف')
  const size = half ? 2 : isWord(scan, at, 'الربع', 'الفصل') ? 4 : undefined
  if (size === undefined) return undefined
  const last = isWord(scan, at + 1, 'الاخير', 'الاخيره')
  const nth = last ? { value: size, next: at + 2 } : ordinal(scan, at + 1)
  if (!nth && isWord(scan, at, 'الربع')) {
    const direction = directionAt(scan, at + 1)
    return direction?.value.base === 'anchor'
      ? { value: { is: 'quarter', by: direction.value.by }, next: direction.next }
      : undefined
  }
  if (!nth || nth.value > size) return undefined
  const part = nthParts[size]?.[nth.value - 1]
  if (!part) return undefined
  const joined = past(scan, nth.next, 'من')
  const year = yearTail(scan, nth.next) ?? bareYearNoun(scan, joined)
  if (year) return { value: { is: 'part-of-year', part, year: year.value }, next: year.next }
  if (joined === nth.next) return unsaid(scan, at, nth.next, part)
  const whole = undivided(scan, joined)
  const long = whole && (whole.value.is === 'century' || whole.value.is === 'decade')
  if (!whole || (size !== 2 && !long)) return undefined
  const mod: DateModifier = nth.value === 1 ? 'START' : nth.value === size ? 'END' : 'MID'
  return { value: { is: 'modified', mod, of: whole.value }, next: whole.next }
}

const reporting = ['في', 'خلال', 'عن', 'منذ', 'بنهايه', 'نهايه', 'بدايه', 'نتايج', 'ارباح', 'مع']

/** نما الاقتصاد في الربع الثاني: the quarter a report tells of; half without its year is of a match or a cake. */
function unsaid(
  scan: Scan,
  at: number,
  next: number,
  part: YearPart,
): Part<Expression> | undefined {
  if (!isWord(scan, at, 'الربع') || isWord(scan, at + 1, 'الاخير')) return undefined
  if (!reporting.includes(particleAt(scan, at - 1))) return undefined
  return { value: { is: 'part-of-year', part }, next }
}

/** من العام, من السنة: this year, said after a part of it. */
function bareYearNoun(scan: Scan, at: number): Part<YearRef> | undefined {
  if (!isWord(scan, at, 'العام', 'السنه') || !isWord(scan, at - 1, 'من')) return undefined
  return { value: { kind: 'shift', by: 0, base: 'anchor' }, next: at + 1 }
}

/** صيف 2023، خريف العام الجاري، الشتاء المقبل، هذا الصيف. */
export function season(scan: Scan, at: number): Part<Expression> | undefined {
  const pointing = isWord(scan, at, 'هذا')
  const noun = past(scan, pointing ? at + 1 : at, 'فصل')
  const read = bareSense(scan, noun)?.season
  if (!read) return undefined
  if (pointing)
    return read.definite
      ? { value: { is: 'part-of-year', part: read.season, direction: 'this' }, next: noun + 1 }
      : undefined
  const years = yearRange(scan, past(scan, noun + 1, 'عام', 'عامي'))
  if (years?.value.is === 'interval' && years.value.from.is === 'year')
    return {
      value: { is: 'part-of-year', part: read.season, year: years.value.from.year },
      next: years.next,
    }
  const year = yearTail(scan, noun + 1)
  if (year)
    return { value: { is: 'part-of-year', part: read.season, year: year.value }, next: year.next }
  const direction = read.definite ? directionAt(scan, noun + 1) : undefined
  if (!direction) {
    // قبل الصيف, خلال الشتاء: the present one, unless it is the name of something (قبل الربيع العربي).
    const bound = isWord(scan, noun - 1, 'قبل', 'بعد', 'خلال', 'حتي', 'بحلول', 'حلول')
    const isNamed = read.season === 'SP' || tokenAt(scan, noun + 1).key.startsWith('ال')
    if (!read.definite || !bound || isNamed || noun !== at) return undefined
    return {
      value: { is: 'part-of-year', part: read.season, direction: 'this' },
      next: noun + 1,
    }
  }
  return {
    value: { is: 'part-of-year', part: read.season, direction: direction.value.direction },
    next: direction.next,
  }
}

/** What has a beginning, a middle and an end: month, year, week, decade, century, season, half. */
function wholePeriod(scan: Scan, at: number): Part<Expression> | undefined {
  return undivided(scan, at) ?? partOfYear(scan, at)
}

/** Without halves of halves, which nobody writes and a hostile text would. */
function undivided(scan: Scan, at: number): Part<Expression> | undefined {
  const month = monthTail(scan, at)
  if (month) return { value: { is: 'month', ...month.value }, next: month.next }
  const year = yearPhrase(scan, at) ?? yearNumber(scan, at, { named: false })
  if (year) return { value: { is: 'year', year: year.value }, next: year.next }
  const found =
    relativePeriod(scan, at) ?? century(scan, at) ?? decade(scan, at) ?? season(scan, at)
  if (found) return found
  // نهاية العام, مطلع الأسبوع: without another word it is the present one.
  const summer = bareSense(scan, past(scan, at, 'فصل'))?.season
  if (summer?.definite)
    return {
      value: { is: 'part-of-year', part: summer.season, direction: 'this' },
      next: past(scan, at, 'فصل') + 1,
    }
  const unit = bareSense(scan, at)?.unit
  if (unit?.definite && unit.count === 'one' && ['Y', 'M', 'W'].includes(unit.unit))
    return {
      value: { is: 'period', shift: { unit: unit.unit, by: 0, base: 'anchor' } },
      next: at + 1,
    }
  return undefined
}

/** الأسبوع الأول، أول أسبوع، آخر أسبوع. */
function placeOfWeek(scan: Scan, at: number): Part<number | 'last'> | undefined {
  if (isWord(scan, at, 'الاسبوع')) {
    const last = isWord(scan, at + 1, 'الاخير')
    return last ? { value: 'last' as const, next: at + 2 } : ordinal(scan, at + 1)
  }
  if (!isWord(scan, at + 1, 'اسبوع')) return undefined
  if (isWord(scan, at, 'اخر')) return { value: 'last', next: at + 2 }
  return isWord(scan, at, 'اول', 'ثاني', 'ثالث', 'رابع')
    ? { value: ['اول', 'ثاني', 'ثالث', 'رابع'].indexOf(tokenAt(scan, at).key) + 1, next: at + 2 }
    : undefined
}

/** الأسبوع الأول من أغسطس، الأسبوع الأخير من الشهر الماضي: seven days of a month. */
export function weekOfMonth(scan: Scan, at: number): Part<Expression> | undefined {
  const nth = placeOfWeek(scan, at)
  if (!nth || (typeof nth.value === 'number' && nth.value > 5)) return undefined
  const from = past(scan, nth.next, 'من')
  if (from === nth.next) return undefined
  const month = monthTail(scan, from)
  if (month && month.value.of.calendar === 'gregorian')
    return {
      value: { is: 'week-of-month', nth: nth.value, month: { is: 'month', ...month.value } },
      next: month.next,
    }
  const shift = isWord(scan, from, 'الشهر', 'هذا', 'ذلك') ? relativePeriod(scan, from) : undefined
  return (
    shift && {
      value: { is: 'week-of-month', nth: nth.value, month: shift.value },
      next: shift.next,
    }
  )
}

/** العشر الأواخر من رمضان: from its 21st day on. */
export function lastTen(scan: Scan, at: number): Part<Expression> | undefined {
  if (!isWord(scan, at, 'العشر') || !isWord(scan, at + 1, 'الاواخر', 'الاوايل', 'الاول'))
    return undefined
  const month = monthTail(scan, past(scan, at + 2, 'من'))
  if (month?.value.of.calendar !== 'islamic-umalqura') return undefined
  const late = isWord(scan, at + 1, 'الاواخر')
  const day = (n: number | 'last'): Expression => ({ is: 'day', day: n, ...month.value })
  return {
    value: { is: 'interval', from: day(late ? 21 : 1), to: day(late ? 'last' : 10) },
    next: month.next,
  }
}

/** مطلع كانون الثاني، منتصف أكتوبر 2023، نهاية العام التالي، أواخر السبعينيات. */
export function modified(scan: Scan, at: number): Part<Expression> | undefined {
  const mod = tokenAt(scan, at).sense?.part
  if (!mod) return undefined
  const whole = wholePeriod(scan, past(scan, at + 1, 'من'))
  return whole && { value: { is: 'modified', mod, of: whole.value }, next: whole.next }
}

/** عام 2003، عامي 1979، عام 2023-2024. */
export function namedYear(scan: Scan, at: number): Part<Expression> | undefined {
  const construct = isWord(scan, at, 'عامي', 'سنتي', 'الاعوام', 'اعوام', 'سنوات', 'العامين')
  const range = yearRange(scan, pastKind(scan, at + 1))
  const noun = construct || isWord(scan, at, 'عام', 'العام', 'سنه', 'السنه', 'موسم')
  if (noun && range && !isWord(scan, at, 'موسم')) return range
  const year = construct ? yearNumber(scan, at + 1, { named: true }) : yearPhrase(scan, at)
  return year && { value: { is: 'year', year: year.value }, next: year.next }
}

/** 2023-2025, 1975/1990: two years joined. */
export function yearRange(scan: Scan, at: number): Part<Expression> | undefined {
  const [from, joiner, to] = [tokenAt(scan, at), tokenAt(scan, at + 1), tokenAt(scan, at + 2)]
  if (from.kind !== 'number' || to.kind !== 'number' || !isMark(scan, at + 1, '-–—/'))
    return undefined
  if (
    from.key.length !== 4 ||
    !(to.key.length === 4 || (to.key.length === 2 && joiner.key === '/' && joiner.glued))
  )
    return undefined
  const before = tokenAt(scan, at - 1)
  const after = tokenAt(scan, at + 3)
  if (from.glued && before.kind === 'mark' && '-–/+.#:'.includes(before.key)) return undefined
  if (
    after.glued &&
    (after.kind === 'number' || (after.kind === 'mark' && '-–/%٪'.includes(after.key)))
  )
    return undefined
  const first = Number(from.key)
  const second =
    to.key.length === 4 ? Number(to.key) : Math.floor(first / 100) * 100 + Number(to.key)
  if (first < 1000 || second > 2199 || second <= first || second - first > 200) return undefined
  // Years of an interval are joined without spaces, or both with one.
  if (joiner.glued !== to.glued) return undefined
  const year = (n: number): Expression => ({ is: 'year', year: { kind: 'year', year: n } })
  return { value: { is: 'interval', from: year(first), to: year(second) }, next: at + 3 }
}
