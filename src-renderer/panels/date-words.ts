import { parseDay } from '../../annotations/dates/calendar-date.ts'
import { type RuleId, rules } from '../../annotations/dates/rules.ts'
import type { DateValue } from '../../annotations/model/date-value.ts'
import { formatNumber, language, locale, say } from '../strings/words.ts'
import { everyWords, lengthWords } from './length-words.ts'

/** Noon of Greenwich on a day, for a formatter that is told to stay there. */
const noon = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 12)

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Making a formatter costs a thousand times what using it does. */
function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale()} ${JSON.stringify(options)}`
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options })
  formatters.set(key, known)
  return known.format(at)
}

/** A year is no quantity: it has no thousands apart. */
const plainYear = (year: number) => format(noon(year, 1, 1), { year: 'numeric' })

/** A weekday by its ISO number; 1 January 2024 was a Monday. */
export const weekdayName = (weekday: number) => format(noon(2024, 1, weekday), { weekday: 'long' })

/** What recurs: every Friday, the first of May of every year, every two weeks. */
function setWords(value: string): string | undefined {
  const timed = /^(.+)T(MO|MI|AF|EV|NI)$/.exec(value)
  if (timed) {
    const date =
      timed[1] === 'XXXX-XX-XX' ? say('date.every.D', { count: 1 }) : setWords(timed[1] as string)
    return date && say(`date.part-of-day.${timed[2] as 'MO'}`, { date })
  }
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value)
  if (weekday) return say('date.every-weekday', { day: weekdayName(Number(weekday[1])) })
  const yearly = /^XXXX-(\d{2})(?:-(\d{2}))?$/.exec(value)
  if (yearly) {
    const at = noon(2024, Number(yearly[1]), Number(yearly[2] ?? 1))
    const day = format(at, { month: 'long', ...(yearly[2] ? { day: 'numeric' } : {}) })
    return say('date.every-year-on', { day })
  }
  const monthly = /^XXXX-XX-(\d{2})$/.exec(value)
  if (monthly) return say('date.every-month-on', { day: formatNumber(Number(monthly[1])) })
  return everyWords(value)
}

/** A point in words, or undefined where only its TIMEX3 form says it. */
export function pointWords(value: string): string | undefined {
  const day = parseDay(value)
  if (day)
    return format(noon(day.year, day.month, day.day), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
  const month = /^(\d{4})-(\d{2})$/.exec(value)
  if (month)
    return format(noon(Number(month[1]), Number(month[2]), 1), { month: 'long', year: 'numeric' })
  const part = /^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$/.exec(value)
  if (part) return say(`date.part.${part[2] as 'Q1'}`, { year: plainYear(Number(part[1])) })
  const week = /^(\d{4})-W(\d{2})$/.exec(value)
  if (week) return say('date.week', { week: Number(week[2]), year: plainYear(Number(week[1])) })
  if (/^\d{4}$/.test(value)) return plainYear(Number(value))
  if (/^\d{3}$/.test(value)) return say('date.decade', { year: plainYear(Number(value) * 10) })
  if (/^\d{2}$/.test(value)) return say('date.century', { n: formatNumber(Number(value) + 1) })
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value)
  if (weekday) return weekdayName(Number(weekday[1]))
  const time = /^(.+)T(MO|MI|AF|EV|NI|\d{2}:\d{2})$/.exec(value)
  const date = time && pointWords(time[1] as string)
  if (time && date) {
    const clock = time[2] as string
    return clock.includes(':')
      ? say('date.at', { date, time: clock })
      : say(`date.part-of-day.${clock as 'MO'}`, { date })
  }
  return undefined
}

function plainWords(value: string): string | undefined {
  if (/^(?:PAST|PRESENT|FUTURE)_REF$/.test(value)) return say(`date.${value as 'PAST_REF'}`)
  const [from, to, ...more] = value.split('/')
  if (from && to && more.length === 0) {
    const [first, last] = [pointWords(from), pointWords(to)]
    return first && last && say('date.from-to', { first, last })
  }
  return pointWords(value)
}

/** منذ, حتى: a stretch with one end open. */
function openEnd(edtf: string | undefined): string | undefined {
  const since = edtf?.endsWith('/..') ? pointWords(edtf.slice(0, -3)) : undefined
  if (since) return say('date.since', { date: since })
  const until = edtf?.startsWith('../') ? pointWords(edtf.slice(3)) : undefined
  return until && say('date.until', { date: until })
}

/** A date in the language of the interface; where there are no words for it, its value. */
export function sayDate(value: Pick<DateValue, 'type' | 'value' | 'mod' | 'edtf'>): string {
  const open = value.value.includes('X') && value.type !== 'DURATION' && value.type !== 'SET'
  const stretch = openEnd(value.edtf)
  const words =
    (value.type === 'SET'
      ? setWords(value.value)
      : value.type === 'DURATION'
        ? lengthWords(value.value)
        : (stretch ?? plainWords(value.value))) ?? (open ? say('date.open') : value.value)
  const part = value.mod ? `${say(`date.mod.${value.mod}`)} ${words}` : words
  return value.edtf && /[?%]$/.test(value.edtf) ? say('date.uncertain', { date: part }) : part
}

const isRule = (rule: string): rule is RuleId => Object.hasOwn(rules, rule)

/** Who or what decided a value, and from which day it was counted. */
export function sayRule({ rule, anchor, decided }: DateValue): string | undefined {
  if (decided === 'person') return say('date.by-person')
  if (!rule || !isRule(rule)) return undefined
  const words = rules[rule][language()]
  return anchor
    ? say('date.rule-from', { rule: words, anchor: pointWords(anchor) ?? anchor })
    : words
}
