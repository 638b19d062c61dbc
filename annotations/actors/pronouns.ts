import { fold } from '../arabic/fold.ts'

/** Words that stand for somebody named before, and say no name. */
const words =
  'هو هي هما هم هن أنا نحن أنت أنتم هذا هذه هؤلاء ذلك تلك أولئك الأول الأولى الثاني الثانية الأخير الأخيرة المذكور المذكورة نفسه نفسها ه ها'

let made: ReadonlySet<string> | undefined

/** Does a mention say nothing but a pronoun, or "the latter"? */
export function isPronoun(text: string): boolean {
  made ??= new Set(words.split(' ').map(word => fold(word).folded))
  const { folded } = fold(text.trim())
  return made.has(folded) || (/^[وف]/.test(folded) && made.has(folded.slice(1)))
}
