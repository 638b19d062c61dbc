import type { Calendar, DateModifier } from './timex.ts'
import type { DayPart, Direction, Season, Unit } from './words/sense.ts'

/** Which year is meant: one that is written, or one counted from the anchor or from the date before. */
export type YearRef =
  | {
      readonly kind: 'year'
      readonly year: number
      readonly era?: 'BC' | 'AH'
      /** The Hijri year written beside it: 1372هـ/1953م. */
      readonly hijri?: number
    }
  | { readonly kind: 'shift'; readonly by: number; readonly base: Base }
  /** العام الجديد: the one that begins, in its last months the next. */
  | { readonly kind: 'new' }

export type Base = 'anchor' | 'previous'

/** A unit counted from the anchor or the date before: 0 this one, -1 the last, 1 the next. */
export type Shift = { readonly unit: Unit; readonly by: number; readonly base: Base }

/** A month by name; `other` where a second name beside it means another month. */
export type MonthRef = {
  readonly calendar: Calendar
  readonly month: number
  readonly other?: number
}

export type YearPart = 'H1' | 'H2' | 'Q1' | 'Q2' | 'Q3' | 'Q4' | Season

export type FeastId =
  /** Month and day of the Gregorian year: `world-days.ts`. */
  | `${number}/${number}`
  | 'fitr'
  | 'adha'
  | 'arafa'
  | 'hijri-new-year'
  | 'ashura'
  | 'arbaeen'
  | 'mawlid'
  | 'isra'
  | 'qadr'
  | 'ghadir'
  | 'new-year'
  | 'christmas'
  | 'easter'
  | 'eastern-easter'
  | 'good-friday'
  | 'palm-sunday'
  | 'sham-ennessim'
  | 'tarwiya'
  | 'labour'
  | 'women'
  | 'mother'
  | 'valentine'
  | 'nowruz'
  | 'land'
  | 'nakba'
  | 'naksa'
  | 'human-rights'
  | 'press-freedom'
  | 'saudi-national'
  | 'eleventh-september'

/** How much time: `n` undefined is an unknown number of them (عدة أشهر). */
export type Amount = { readonly n: number | undefined; readonly unit: Unit }

/** What is written, before anyone asks when it was written. */
export type Expression =
  | {
      readonly is: 'day'
      readonly day: number | 'last'
      readonly of: MonthRef
      readonly year?: YearRef
      readonly direction?: Direction
      readonly further?: true
      readonly weekday?: number
      /** The same day in another calendar (الموافق). */
      readonly also?: Expression
    }
  | {
      readonly is: 'day-of-month'
      readonly day: number | 'last'
      readonly month: Shift
      readonly weekday?: number
    }
  | {
      readonly is: 'month'
      readonly of: MonthRef
      readonly year?: YearRef
      readonly direction?: Direction
      /** قبل الماضي, بعد المقبل: one further that way. */
      readonly further?: true
    }
  /** أول أحد من نوفمبر. */
  | {
      readonly is: 'nth-weekday'
      readonly weekday: number
      readonly nth: number | 'last'
      readonly month: Expression
    }
  /** الربع الماضي: quarters from the anchor's own. */
  | { readonly is: 'quarter'; readonly by: number }
  | { readonly is: 'week-of-month'; readonly nth: number | 'last'; readonly month: Expression }
  | { readonly is: 'year'; readonly year: YearRef }
  | {
      readonly is: 'period'
      readonly shift: Shift
      readonly weekday?: number
      readonly weekend?: true
    }
  | {
      readonly is: 'weekday'
      readonly weekday: number
      /** Weeks beyond the nearest: الجمعة قبل الماضي is -2. */
      readonly by?: -2 | -1 | 0 | 1 | 2
      readonly base?: Base
      readonly week?: Shift
    }
  | {
      readonly is: 'ago'
      readonly amounts: readonly Amount[]
      readonly sign: -1 | 1
      readonly base: Base
    }
  | {
      readonly is: 'part-of-year'
      readonly part: YearPart
      readonly year?: YearRef
      readonly direction?: Direction
    }
  | { readonly is: 'decade'; readonly tens: number; readonly century?: CenturyRef }
  | { readonly is: 'century'; readonly century: CenturyRef }
  | {
      readonly is: 'feast'
      readonly feast: FeastId
      readonly nth?: number
      readonly year?: YearRef
      readonly direction?: Direction
    }
  | { readonly is: 'interval'; readonly from: Expression; readonly to: Expression }
  | { readonly is: 'modified'; readonly mod: DateModifier; readonly of: Expression }
  | { readonly is: 'vague'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | {
      readonly is: 'time'
      readonly of?: Expression
      readonly part?: DayPart
      readonly clock?: { readonly hour: number; readonly minute: number }
      readonly unknown?: true
      readonly zone?: Zone
    }
  | {
      readonly is: 'duration'
      readonly amounts: readonly Amount[]
      readonly around?: Around
      /** الأشهر الستة الأولى من العام: where in a year it lies. */
      readonly within?: { readonly year: YearRef; readonly at: 'start' | 'end' }
    }
  | { readonly is: 'set'; readonly value: string; readonly freq?: number }

/** الأيام الثلاثة الماضية: the stretch a duration covers, before or after the anchor. */
export type Around = { readonly side: -1 | 1; readonly base: Base }

export type CenturyRef =
  | { readonly kind: 'nth'; readonly nth: number; readonly era?: 'BC' | 'AH' }
  | { readonly kind: 'shift'; readonly by: number }

/** An IANA zone, or `local` for بالتوقيت المحلي. */
export type Zone = string

/** An expression and the tokens it takes: from `start` up to `next`. */
export type Parsed = {
  readonly start: number
  readonly next: number
  readonly expression: Expression
}
