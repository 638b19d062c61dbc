import type { Expression } from '../expression.ts'
import {
  bareSense,
  isBefore,
  isMark,
  isOneOf,
  isWord,
  type Part,
  particleAt,
  type Scan,
  tokenAt,
} from '../scan.ts'
import {
  adverbs,
  amounting,
  countedNouns,
  numbering,
  shortYearly,
  yearly,
} from '../words/name-words.ts'
import { joints, timely } from '../words/time-particles.ts'
import { ofTwoFigures } from './year.ts'

/** An indefinite accusative, or a noun one counts: what stands before it is a number of things. */
function countsThings(scan: Scan, at: number): boolean {
  const { kind, key, prefix, start, end } = tokenAt(scan, at)
  if (kind !== 'word' || prefix !== '' || key === '') return false
  if (countedNouns.has(key)) return true
  if (adverbs.has(key) || key.startsWith('ال')) return false
  if (key.length >= 4 && key.endsWith('ا')) {
    // A verb's dual or feminine object (بعدها) ends so too; with tanwin written there is no doubt.
    return !key.endsWith('ها') || scan.text.slice(start, end).includes('\u064b')
  }
  return false
}

const compared = ['مقارنه', 'بالمقارنه', 'قياسا', 'بالقياس', 'مقارنا', 'مقابل']

function isYear(scan: Scan, at: number, afterYear: boolean): boolean {
  if (afterYear && isWord(scan, at - 1, 'و', 'او')) return true
  if (countsThings(scan, at + 1) || isBefore(scan, at, numbering, 2)) return false
  if (isMark(scan, at - 1, '(') && isMark(scan, at + 1, ')')) return true
  const particle = particleAt(scan, at - 1)
  // ارتفع من 1800 إلى 2000: what goes up or down is no year.
  if ((particle === 'الي' || particle === 'من') && isBefore(scan, at, amounting, 6)) return false
  if (timely.includes(particle)) return true
  // مقارنة مع 2019, قياسا بـ2019
  if (['مع', 'ب'].includes(particle) && isOneOf(scan, at - 2, compared)) return true
  // مقارنة بالفترة نفسها من 2023
  if (particle === 'من' && isWord(scan, at - 2, 'نفسها', 'ذاتها', 'نفسه', 'ذاته', 'عينها'))
    return true
  if (particle === 'من' || particle === 'بين') {
    const next = tokenAt(scan, at + 1)
    return next.prefix + next.key === 'و' || isOneOf(scan, at + 1, joints)
  }
  return isBefore(scan, at, yearly, 3)
}

function isShortYear(scan: Scan, at: number): boolean {
  const before = tokenAt(scan, at - 1)
  if (before.kind !== 'word' || !shortYearly.has(before.key.replace(/^[وبلف]/, ''))) return false
  const after = tokenAt(scan, at + 1)
  if (after.kind === 'word') return after.sense === undefined && !countsThings(scan, at + 1)
  return after.kind === 'line' || !after.glued || isMark(scan, at + 1, '.،؛»"؟!:)')
}

const yearOf = (year: number, at: number): Part<Expression> => ({
  value: { is: 'year', year: { kind: 'year', year } },
  next: at + 1,
})

/** A four-digit number that is a year although no noun says so; `afterYear`: in a list of years. */
export function bareYear(scan: Scan, at: number, afterYear: boolean): Part<Expression> | undefined {
  const { kind, key } = tokenAt(scan, at)
  const year = Number(key)
  if (kind !== 'number' || key.length !== 4 || year < 1700 || year > 2100) return undefined
  return isYear(scan, at, afterYear) ? yearOf(year, at) : undefined
}

/** حرب 73, حدود 67, مونديال 98: two figures behind what is known by its year. */
export function shortYear(scan: Scan, at: number): Part<Expression> | undefined {
  const { kind, key } = tokenAt(scan, at)
  if (kind !== 'number' || key.length !== 2 || key < '10') return undefined
  return isShortYear(scan, at) ? yearOf(ofTwoFigures(Number(key)), at) : undefined
}

/** في 2014 شخصا, عام 2000 جندي: a number of things, not a year. */
export const isCounted = (scan: Scan, { value, next }: Part<Expression>): boolean =>
  value.is === 'year' &&
  bareSense(scan, next - 1) === undefined &&
  tokenAt(scan, next - 1).kind === 'number' &&
  countsThings(scan, next) &&
  !isWord(scan, next - 2, 'عام', 'العام', 'سنه')
