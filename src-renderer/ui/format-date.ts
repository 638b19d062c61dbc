import { dateLocale, language } from '../strings/words.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()
function dateFormat(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${dateLocale()} ${key}`
  const known = formatters.get(name) ?? new Intl.DateTimeFormat(dateLocale(), options)
  formatters.set(name, known)
  return known
}

/** A publication date as printed: a day, a month or a year, with Levantine month names in Arabic. */
export function formatPublished(published: string | undefined): string {
  if (!published) return ''
  const [year, month, day] = published.split('-').map(Number) as [number, number?, number?]
  // An instant only to reach Intl's names: UTC in and UTC out, so no time zone can move the day.
  const instant = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  return dateFormat(published.length.toString(), {
    timeZone: 'UTC',
    year: 'numeric',
    month: month === undefined ? undefined : 'long',
    day: day === undefined ? undefined : 'numeric',
  }).format(instant)
}

/** When something was saved: the user's own clock and zone. */
export function formatInstant(iso: string): string {
  return dateFormat('instant', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

export const collator = () => new Intl.Collator(language())
