import type { Expression } from '../expression.ts'
import { bareSense, isOneOf, isWord, type Part, type Scan, tokenAt } from '../scan.ts'
import { phraseAt, phrases } from './phrase.ts'

type Ref = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'

const both = (written: string, ref: Ref): (readonly [string, Ref])[] => [
  [written, ref],
  [`في ${written}`, ref],
]

/** Adverbial phrases keep their في: it has no other reading in them. */
const refs = phrases<Ref>(
  [
    ...both('الآونة الأخيرة', 'PAST_REF'),
    ...both('الوقت الحالي', 'PRESENT_REF'),
    ...both('الوقت الراهن', 'PRESENT_REF'),
    ...both('الوقت الحاضر', 'PRESENT_REF'),
    ['هذه الفترة', 'PRESENT_REF'],
    ['هذه الأيام', 'PRESENT_REF'],
    ['هذه المرحلة', 'PRESENT_REF'],
    ['هذه اللحظة', 'PRESENT_REF'],
    ['الفترة الحالية', 'PRESENT_REF'],
    ['الفترة الراهنة', 'PRESENT_REF'],
    ['المرحلة الحالية', 'PRESENT_REF'],
    ['المرحلة الراهنة', 'PRESENT_REF'],
    ['الفترة الماضية', 'PAST_REF'],
    ['الفترة الأخيرة', 'PAST_REF'],
    ['الفترة السابقة', 'PAST_REF'],
    ['المرحلة الماضية', 'PAST_REF'],
    ['الفترة المقبلة', 'FUTURE_REF'],
    ['الفترة القادمة', 'FUTURE_REF'],
    ['المرحلة المقبلة', 'FUTURE_REF'],
    ['المرحلة القادمة', 'FUTURE_REF'],
    ['في وقت قريب', 'FUTURE_REF'],
    ['في أقرب وقت', 'FUTURE_REF'],
    ['في القريب العاجل', 'FUTURE_REF'],
    ['القريب العاجل', 'FUTURE_REF'],
    ...both('المستقبل القريب', 'FUTURE_REF'),
    ['في المستقبل', 'FUTURE_REF'],
    ['عما قريب', 'FUTURE_REF'],
    ['بعد قليل', 'FUTURE_REF'],
    ['في الماضي القريب', 'PAST_REF'],
    ['في الماضي', 'PAST_REF'],
    ['في السابق', 'PAST_REF'],
    ['في حينه', 'PAST_REF'],
    ['ذلك الوقت', 'PAST_REF'],
    ['في ذلك الوقت', 'PAST_REF'],
    ['ذلك الحين', 'PAST_REF'],
    ['في ذلك الحين', 'PAST_REF'],
    ['تلك الفترة', 'PAST_REF'],
    ['قبل قليل', 'PAST_REF'],
    ['قبل لحظات', 'PAST_REF'],
    ['منذ لحظات', 'PAST_REF'],
    ['بعد لحظات', 'FUTURE_REF'],
    ['منذ فترة طويلة', 'PAST_REF'],
    ['منذ وقت طويل', 'PAST_REF'],
    ['منذ زمن', 'PAST_REF'],
    ['منذ زمن طويل', 'PAST_REF'],
    ['منذ زمن بعيد', 'PAST_REF'],
    ['منذ أمد بعيد', 'PAST_REF'],
    ['في أقرب وقت ممكن', 'FUTURE_REF'],
    ['في أسرع وقت', 'FUTURE_REF'],
    ['في أسرع وقت ممكن', 'FUTURE_REF'],
    ['فيما بعد', 'PAST_REF'],
    ['منذ القدم', 'PAST_REF'],
    ['منذ قليل', 'PAST_REF'],
    ['قبل فترة', 'PAST_REF'],
    ['قبل مدة', 'PAST_REF'],
    ['قبل فترة وجيزة', 'PAST_REF'],
    ['منذ فترة', 'PAST_REF'],
    ['قبل وقت قصير', 'PAST_REF'],
    ['في وقت سابق', 'PAST_REF'],
    ['في وقت لاحق', 'FUTURE_REF'],
  ],
  ['vague'],
)

/** حديثا مع is an interview, not a time. */
const interview = ['مع', 'صحافيا', 'صحفيا', 'عن', 'الي', 'خاصا', 'مطولا', 'متلفزا', 'اذاعيا']

/** قريبا، الآن، في الآونة الأخيرة. */
export function vague(scan: Scan, at: number): Part<Expression> | undefined {
  const phrase = phraseAt(scan, at, refs)
  if (phrase) return { value: { is: 'vague', value: phrase.value }, next: phrase.next }
  const ref = tokenAt(scan, at).sense?.vague
  if (!ref) return undefined
  const { key, prefix } = tokenAt(scan, at)
  if (prefix !== '' && prefix !== 'و' && prefix !== 'ف') return undefined
  if (key === 'حديثا' && (isOneOf(scan, at + 1, interview) || bareSense(scan, at - 1)?.vague))
    return undefined
  // سابقا لأوانه: too early.
  if (key === 'سابقا' && /^لاوان/.test(tokenAt(scan, at + 1).prefix + tokenAt(scan, at + 1).key))
    return undefined
  // قريبا من: near a place.
  if (key === 'قريبا' && isWord(scan, at + 1, 'من')) return undefined
  return { value: { is: 'vague', value: ref }, next: at + 1 }
}
