import { isArticled, isWord, type Scan, tokenAt } from '../scan.ts'
import { duration } from './duration.ts'
import type { Rule } from './rule.ts'

const lengthBefore = [
  'منذ',
  'خلال',
  'لمده',
  'مده',
  'طوال',
  'طيله',
  'مدي',
  'غضون',
  'مر',
  'مرت',
  'مرور',
  'مضي',
  'مضت',
  'استمر',
  'استمرت',
  'تستمر',
  'يستمر',
  'دام',
  'دامت',
  'يدوم',
  'تدوم',
  'استغرق',
  'استغرقت',
  'يستغرق',
  'تستغرق',
  'ستستغرق',
  'بعد',
  'قبل',
  'امتدت',
  'امتد',
  'ظرف',
  'سيستغرق',
  'كل',
]

const lasting =
  /^[وف]?(?:[سيتن]|ست|سي)?(?:دام|دامت|يدوم|تدوم|استمر|استمرت|يستمر|استغرق|استغرقت|ستغرق|امضي|امضت|مضي|قضي|قضت|قضوا|مكث|مكثت|بقي|بقيت|بقوا|ظل|ظلت|ظلوا|غاب|غابت|توقف|توقفت|انقطع|انقطعت|انتظر|انتظرت|عاش|عاشت|اقام|اقامت|سجن|حبس|حبسه|سجنه|سجنها|احتجز|اعتقل|طال|طالت|امتد|امتدت|تاخر|تاخرت|تاجل|تاجلت|مدد|مددت|تمديد|صمد|صمدت)$/

/** دامت الهدنة أسبوعا: a lone unit behind a verb of lasting, with no more than two words between. */
function isLasting(scan: Scan, at: number): boolean {
  const own = tokenAt(scan, at).sense?.unit
  if (own?.count !== 'one' || own.definite || tokenAt(scan, at).prefix !== '') return false
  // The verb may have an object of its own; عاما, شهرا are accusative, سنة, ساعة, ليلة may be.
  const { key } = tokenAt(scan, at)
  if (!key.endsWith('ا') && !key.endsWith('ه')) return false
  if (
    isArticled(scan, at + 1) ||
    isWord(scan, at - 1, 'كل', 'في', 'اي') ||
    isWord(scan, at + 1, 'بعد')
  )
    return false
  for (let n = 1; n <= 3; n++) {
    const { kind, prefix, key: word } = tokenAt(scan, at - n)
    if (kind !== 'word') return false
    if (lasting.test(prefix + word)) return true
  }
  return false
}

export const length: Rule = (scan, at) => {
  const before = tokenAt(scan, at - 1)
  const own = tokenAt(scan, at).sense?.unit
  // سنة بعد سنة
  if (before.key === 'بعد' && own && tokenAt(scan, at - 2).sense?.unit?.unit === own.unit)
    return undefined
  // لأسبوع, لعام: for a week, for a year.
  const forOne =
    tokenAt(scan, at).prefix.endsWith('ل') &&
    !own?.definite &&
    ((own?.count === 'one' && own.unit !== 'D') || own?.count === 'many')
  const bare =
    (before.kind === 'word' && lengthBefore.includes(before.key)) || forOne || isLasting(scan, at)
  // عقد is a contract, ثانية is "second": alone they are amounts after these few words at most.
  if (bare && own?.count === 'one' && (own.unit === 'DE' || own.unit === 'S'))
    return ['منذ', 'مرور', 'مر', 'مضي'].includes(before.key) ? duration(scan, at, true) : undefined
  if (
    bare &&
    own?.count === 'one' &&
    own.unit === 'D' &&
    !isWord(scan, at + 1, 'علي', 'من', 'واحد', 'كامل')
  )
    return duration(scan, at, false)
  return duration(scan, at, bare)
}
