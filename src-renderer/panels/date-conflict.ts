import type { DateMention } from '../../annotations/dates/find-dates.ts'
import { say } from '../strings/words.ts'
import { pointWords, weekdayName } from './date-words.ts'

const words = (value: string) => pointWords(value) ?? value

/** What a text says of one date that cannot both be true; or that the moon may move it. */
export function sayConflict({ conflict, tolerance }: DateMention): string | undefined {
  if (!conflict) return tolerance ? say('date.tolerance', { count: tolerance }) : undefined
  if (conflict.kind === 'weekday')
    return say('date.conflict.weekday', {
      said: weekdayName(conflict.said),
      found: weekdayName(conflict.found),
    })
  const [a = '', b = ''] = conflict.values
  return say(`date.conflict.${conflict.kind}`, { a: words(a), b: words(b) })
}
