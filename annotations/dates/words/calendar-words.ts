import { hijriMonths, otherMonthSpellings, persianMonths, traditions } from '../month-names.ts'
import { add } from './sense.ts'

for (const names of Object.values(traditions))
  for (const [at, name] of names.entries())
    if (!name.includes(' ')) add(name, { gregorianMonth: at + 1 })
for (const [name, month] of Object.entries(otherMonthSpellings))
  add(name, { gregorianMonth: month })
for (const [at, name] of hijriMonths.entries())
  if (!name.includes(' ')) add(name, { hijriMonth: at + 1 })
for (const [at, name] of persianMonths.entries()) add(name, { persianMonth: at + 1 })
add('المحرم', { hijriMonth: 1 })
add('ارديبهيشت', { persianMonth: 2 })
add('اسفندماه اسفند', { persianMonth: 12 })

add('كانون', { twoWordMonth: 'kanun' })
add('تشرين', { twoWordMonth: 'tishrin' })
add('ربيع', { twoWordMonth: 'rabi', season: { season: 'SP', definite: false } })
add('جمادى جماد جمادي', { twoWordMonth: 'jumada' })
add('ذو ذي ذا', { twoWordMonth: 'dhu' })
add('القعدة قعدة', { dhuMonth: 11 })
add('الحجة حجة', { dhuMonth: 12 })

const weekdays = ['اثنين', 'ثلاثاء', 'أربعاء', 'خميس', 'جمعة', 'سبت', 'أحد']
for (const [at, name] of weekdays.entries()) {
  add(`ال${name}`, { weekday: at + 1 })
  add(name, { weekdayBare: at + 1 })
}
add('الإثنين', { weekday: 1 })
add('الثلثاء الثلاثا', { weekday: 2 })
add('الاربعا', { weekday: 3 })

add('صيف', { season: { season: 'SU', definite: false } })
add('خريف', { season: { season: 'FA', definite: false } })
add('شتاء', { season: { season: 'WI', definite: false } })
add('الربيع', { season: { season: 'SP', definite: true } })
add('الصيف', { season: { season: 'SU', definite: true } })
add('الخريف', { season: { season: 'FA', definite: true } })
add('الشتاء', { season: { season: 'WI', definite: true } })

const tens: readonly (readonly [string, number])[] = [
  ['عشرين', 20],
  ['ثلاثين', 30],
  ['أربعين', 40],
  ['خمسين', 50],
  ['ستين', 60],
  ['سبعين', 70],
  ['ثمانين', 80],
  ['تسعين', 90],
]
for (const [stem, decade] of tens) add(`${stem}يات ${stem}ات ال${stem}يات ال${stem}ات`, { decade })
