import type { Expression, FeastId } from '../expression.ts'
import { isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { worldDays } from '../words/world-days.ts'
import { ordinal } from './number.ts'
import { phraseAt, phrases } from './phrase.ts'
import { directionAt, yearTail } from './year.ts'

const feasts = phrases<FeastId>(
  [
    ['عيد الفطر', 'fitr'],
    ['عيد الأضحى', 'adha'],
    ['عيد النحر', 'adha'],
    ['يوم عرفة', 'arafa'],
    ['وقفة عرفة', 'arafa'],
    ['وقفة عرفات', 'arafa'],
    ['رأس السنة الهجرية', 'hijri-new-year'],
    ['يوم عاشوراء', 'ashura'],
    ['عاشوراء', 'ashura'],
    ['أربعينية الحسين', 'arbaeen'],
    ['أربعينية الإمام الحسين', 'arbaeen'],
    ['المولد النبوي الشريف', 'mawlid'],
    ['المولد النبوي', 'mawlid'],
    ['عيد المولد النبوي', 'mawlid'],
    ['الإسراء والمعراج', 'isra'],
    ['ليلة القدر', 'qadr'],
    ['عيد الغدير', 'ghadir'],
    ['رأس السنة الميلادية', 'new-year'],
    ['رأس السنة', 'new-year'],
    ['رأس السنة الجديدة', 'new-year'],
    ['رأس السنة الميلادية الجديدة', 'new-year'],
    ['عيد رأس السنة', 'new-year'],
    ['عيد الميلاد المجيد', 'christmas'],
    ['عيد الميلاد', 'christmas'],
    ['عيد الفصح', 'easter'],
    ['عيد الفصح المجيد', 'easter'],
    ['عيد الفصح الشرقي', 'eastern-easter'],
    ['عيد القيامة', 'eastern-easter'],
    ['عيد القيامة المجيد', 'eastern-easter'],
    ['الجمعة العظيمة', 'good-friday'],
    ['أحد الشعانين', 'palm-sunday'],
    ['شم النسيم', 'sham-ennessim'],
    ['عيد شم النسيم', 'sham-ennessim'],
    ['يوم التروية', 'tarwiya'],
    ['عيد العمال', 'labour'],
    ['عيد العمل', 'labour'],
    ['يوم العمال العالمي', 'labour'],
    ['اليوم العالمي للعمال', 'labour'],
    ['اليوم العالمي للمرأة', 'women'],
    ['يوم المرأة العالمي', 'women'],
    ['عيد الأم', 'mother'],
    ['عيد الحب', 'valentine'],
    ['عيد النوروز', 'nowruz'],
    ['عيد نوروز', 'nowruz'],
    ['النوروز', 'nowruz'],
    ['نوروز', 'nowruz'],
    ['يوم الأرض', 'land'],
    ['يوم النكبة', 'nakba'],
    ['ذكرى النكبة', 'nakba'],
    ['ذكرى النكسة', 'naksa'],
    ['اليوم العالمي لحقوق الإنسان', 'human-rights'],
    ['اليوم العالمي لحرية الصحافة', 'press-freedom'],
    ['اليوم الوطني السعودي', 'saudi-national'],
    ...worldDays.map(([name, month, day]): [string, FeastId] => [name, `${month}/${day}`]),
  ],
  ['feast'],
)

const nth: Record<string, number> = { اول: 1, ثاني: 2, ثالث: 3, رابع: 4 }

/** عيد الأضحى، ثاني أيام عيد الفطر المقبل، رأس السنة الهجرية 1446. */
export function feast(scan: Scan, at: number): Part<Expression> | undefined {
  const counted = nth[tokenAt(scan, at).key]
  const days = counted !== undefined && isWord(scan, at + 1, 'ايام', 'يوم') ? at + 2 : at
  const found = phraseAt(scan, days, feasts)
  if (!found) return undefined
  // A person's birthday is numbered: عيد الميلاد الثمانون.
  if (found.value === 'christmas' && ordinal(scan, found.next)) return undefined
  const nthDay = days > at && counted !== undefined ? { nth: counted } : {}
  const blessed = past(scan, found.next, 'المبارك')
  const year = yearTail(scan, blessed)
  if (year)
    return {
      value: { is: 'feast', feast: found.value, ...nthDay, year: year.value },
      next: year.next,
    }
  const direction = directionAt(scan, blessed)
  if (direction && Math.abs(direction.value.by) <= 1)
    return {
      value: { is: 'feast', feast: found.value, ...nthDay, direction: direction.value.direction },
      next: direction.next,
    }
  return { value: { is: 'feast', feast: found.value, ...nthDay }, next: blessed }
}
