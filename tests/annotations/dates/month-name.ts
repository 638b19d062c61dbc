import { hijriMonths, persianMonths, traditions } from '../../../annotations/dates/month-names.ts'
import type { Calendar } from '../../../annotations/dates/timex.ts'

export type Tradition = keyof typeof traditions

/** A month's name, 1 to 12; `tradition` matters to Gregorian months alone. */
export function monthName(
  calendar: Calendar,
  month: number,
  tradition: Tradition = 'egypt',
): string {
  const names =
    calendar === 'gregorian'
      ? traditions[tradition]
      : calendar === 'persian'
        ? persianMonths
        : hijriMonths
  return names[month - 1] ?? ''
}
