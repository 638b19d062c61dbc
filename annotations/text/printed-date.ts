import { plainLine } from './plain-line.ts'

/** Month names of the Arab press, January first, as `plainLine` writes them: hamza off alef. */
const monthNames: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'كانون ثاني', 'جانفي'],
  ['فبراير', 'شباط', 'فيفري'],
  ['مارس', 'اذار'],
  ['ابريل', 'نيسان', 'افريل'],
  ['مايو', 'ايار', 'ماي'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['يوليو', 'يوليه', 'يوليوز', 'تموز', 'جويلية'],
  ['اغسطس', 'اب', 'اوت', 'غشت', 'اغشت'],
  ['سبتمبر', 'ايلول', 'شتنبر', 'شتمبر'],
  ['اكتوبر', 'تشرين الاول', 'تشرين اول'],
  ['نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'نونبر'],
  ['ديسمبر', 'كانون الاول', 'كانون اول', 'دجنبر', 'دجمبر'],
]

const months = new Map(
  monthNames.flatMap((names, at) => names.map(name => [name, at + 1] as const)),
)
const month = [...months.keys()].sort((a, b) => b.length - a.length).join('|')

const weekday = '(?:يوم )?(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت)'
const label = '(?:(?:تاريخ )?(?:ال)?نشر(?:ت)?(?: في| بتاريخ)?|(?:ب)?تاريخ) ?:? ?'
/** "12 رجب 1445 هـ -" in front of the Gregorian date. */
const hijri = '\\d{1,2} [\\u0621-\\u064a ]{3,16} 1[34]\\d\\d ?(?:هـ|ه)? ?(?:[-/|]|الموافق) ?'
const time =
  '(?:[-–|,،/]? ?(?:الساعة )?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?(?:ص|م|صباحا|مساء|AM|PM))?(?: ?\\(?(?:بتوقيت|GMT|توقيت)[^)]{0,24}\\)?)?)?'
const before = `^(?:${label})?(?:${weekday} ?[،,:|–-]? ?)?(?:${hijri})?`
const after = `(?: ?(?:م|ميلادي|ميلادية))?(?: ?[،,]? ?${weekday})?,? ?${time} ?\\.?$`

const forms: readonly { pattern: RegExp; read: (found: RegExpExecArray) => Day | undefined }[] = [
  {
    // 24 يناير 2024, 24 كانون الثاني/يناير 2024, 24 يناير (كانون الثاني) 2024
    pattern: new RegExp(
      `${before}(\\d{1,2})[ -]?(${month})(?: ?[/(–-] ?(${month}) ?\\)?)?[ ,،-]*(\\d{4})${after}`,
      'i',
    ),
    read: ([, day, name, other, year]) => {
      const number = months.get(name ?? '')
      // Two names that disagree are a slip; we do not choose.
      if (other !== undefined && months.get(other) !== number) return undefined
      return { year: Number(year), month: Number(number), day: Number(day) }
    },
  },
  {
    // 2024-01-24, 2024/1/24, also with a time behind a T
    pattern: new RegExp(
      `${before}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?${after}`,
    ),
    read: ([, year, , number, day]) => ({
      year: Number(year),
      month: Number(number),
      day: Number(day),
    }),
  },
  {
    // 24/1/2024: the Arab press writes the day first, always
    pattern: new RegExp(`${before}(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${after}`),
    read: ([, day, , number, year]) => ({
      year: Number(year),
      month: Number(number),
      day: Number(day),
    }),
  },
]

type Day = { year: number; month: number; day: number }

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function iso({ year, month, day }: Day): string | undefined {
  const longest = month === 2 && !isLeap(year) ? 28 : (lengths[month - 1] ?? 0)
  if (year < 1800 || year > 2199 || day < 1 || day > longest) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The day (YYYY-MM-DD) that a line prints, where it prints nothing else but perhaps a weekday, a time, or the same day
 * in the Hijri calendar. No time zone is applied; a day that does not exist is none.
 */
export function printedDate(line: string): string | undefined {
  const plain = plainLine(line)
  if (plain.length > 90) return undefined
  for (const { pattern, read } of forms) {
    const found = pattern.exec(plain)
    const day = found && read(found)
    if (day) return iso(day)
  }
  return undefined
}
