import { isBefore, isMark, isWord, type Scan, tokenAt } from '../scan.ts'
import { ageBefore } from '../words/name-words.ts'

const unitNouns = [
  'عام',
  'عاما',
  'سنه',
  'اعوام',
  'سنوات',
  'عامين',
  'عامان',
  'سنتين',
  'سنتان',
  'شهر',
  'شهرا',
  'اشهر',
  'شهور',
  'ربيعا',
]

/** من العمر, من عمره: years somebody has lived. */
export const isOfLife = (scan: Scan, at: number): boolean =>
  isWord(scan, at, 'من') && isWord(scan, at + 1, 'العمر', 'عمره', 'عمرها', 'عمرهم')

/** 45 عاما of somebody's life: said of an age, or alone in brackets behind a name. */
export function isAge(scan: Scan, start: number, next: number): boolean {
  if (!unitNouns.includes(tokenAt(scan, next - 1).key)) return false
  if (isBefore(scan, start, ageBefore, 3)) return true
  if (isMark(scan, start - 1, '(') && (isMark(scan, next, ')') || isMark(scan, next, '،')))
    return true
  if (isWord(scan, start - 1, 'ال') && isMark(scan, start - 2, '(')) return true
  if (isOfLife(scan, next)) return true
  if (isWord(scan, next, 'فما', 'فاكثر')) return true
  return isWord(scan, start - 1, 'عن') && diesNear(scan, start)
}

/** توفيت عن 92 عاما: a verb of dying among the words before. */
function diesNear(scan: Scan, start: number): boolean {
  for (let n = 2; n <= 8; n++) {
    const { kind, prefix, key } = tokenAt(scan, start - n)
    if (kind === 'line') return false
    if (/^[وف]?(?:توفي|توفيت|رحل|رحلت|مات|ماتت|وفاه|غيب)/.test(prefix + key)) return true
  }
  return false
}
