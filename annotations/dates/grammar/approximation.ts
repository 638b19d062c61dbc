import { isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { DateModifier } from '../timex.ts'

const approximating = new Set('نحو حوالي قرابه زهاء تقريبا اقل ادني اكثر ازيد ما لا'.split(' '))

/** أقل من، نحو، ما لا يقل عن: what is said of an amount before it. */
export function approximation(scan: Scan, at: number): Part<DateModifier> | undefined {
  if (!approximating.has(tokenAt(scan, at).key)) return undefined
  // على نحو عام is "in general".
  if (isWord(scan, at, 'نحو') && tokenAt(scan, at - 1).key === 'علي') return undefined
  if (isWord(scan, at, 'نحو', 'حوالي', 'قرابه', 'زهاء', 'تقريبا'))
    return { value: 'APPROX', next: at + 1 }
  if (
    isWord(scan, at, 'ما') &&
    isWord(scan, at + 1, 'يزيد', 'يربو') &&
    isWord(scan, at + 2, 'علي', 'عن')
  )
    return { value: 'MORE_THAN', next: at + 3 }
  if (isWord(scan, at, 'اقل', 'ادني') && isWord(scan, at + 1, 'من'))
    return { value: 'LESS_THAN', next: at + 2 }
  if (isWord(scan, at, 'اكثر', 'ازيد') && isWord(scan, at + 1, 'من'))
    return { value: 'MORE_THAN', next: at + 2 }
  if (isWord(scan, at, 'ما') && isWord(scan, at + 1, 'يقارب', 'يناهز'))
    return { value: 'APPROX', next: at + 2 }
  if (isWord(scan, at, 'ما') && isWord(scan, at + 1, 'يقرب') && isWord(scan, at + 2, 'من'))
    return { value: 'APPROX', next: at + 3 }
  const negated = past(scan, at, 'ما')
  if (
    isWord(scan, negated, 'لا') &&
    isWord(scan, negated + 1, 'يقل', 'تقل') &&
    isWord(scan, negated + 2, 'عن')
  )
    return { value: 'EQUAL_OR_MORE', next: negated + 3 }
  if (
    isWord(scan, negated, 'لا') &&
    isWord(scan, negated + 1, 'يزيد', 'تزيد', 'يتجاوز', 'تتجاوز', 'يتعدي', 'تتعدي')
  )
    return { value: 'EQUAL_OR_LESS', next: past(scan, negated + 2, 'علي', 'عن') }
  return undefined
}
