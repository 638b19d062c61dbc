import { definiteRun, isPreposition } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import { stateEnd } from './place-name.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'

const allies = once(() =>
  foldedSet(
    'مدعومة مدعومين مدعوم متحالفة متحالفين موالية موالين الموالية المدعومة المتحالفة مرتبطة المرتبطة مقربة المقربة تابعة التابعة تابع تابعا التابع الموالي المدعوم المرتبط المقرب المتحالف الموالين المدعومين',
  ),
)
const backs = /^[تي](?:دعم|مول|قود|درب|سلح|حتضن)(?:ها|هم|ه)$/
/** With a state after it: مدعومة من إيران، الموالية لإيران، تدعمها طهران، التي تقودها الولايات المتحدة. */
export function alliesEnd(tokens: readonly Token[], at: number): number {
  if (/^[،,]$/.test(tokens[at]?.key ?? '')) {
    const after = alliesEnd(tokens, at + 1)
    return after > at + 1 ? after : at
  }
  const verb = /^(?:التي|الذين)$/.test(tokens[at]?.key ?? '') ? at + 1 : at
  if (backs.test(tokens[verb]?.key ?? '')) {
    // الفصائل التي يدعمها.
    const isOver = verb > at && tokens[verb + 1]?.isMark
    return stateEnd(tokens, verb + 1) ?? (isOver ? verb + 1 : at)
  }
  if (!allies().has(tokens[at]?.word ?? '')) return at
  const next = tokens[at + 1]
  if (/^(?:لها|له|لهم|بها|به)$/.test(next?.key ?? '')) return at + 2
  const from = next && isPreposition(next) ? at + 2 : at + 1
  const state = stateEnd(tokens, from)
  // اللواء التابع لكتائب...
  const known = next?.before.startsWith('ل') ? knownBodyEnd(tokens, at + 1) : undefined
  if (known !== undefined) return definiteRun(tokens, known)
  if (state !== undefined && (from === at + 2 || next?.before !== '')) return state
  // تابعة لحزب حركة كذا
  const inner = next && !next.isDefinite ? knownBodyEnd(tokens, at + 2) : undefined
  if (next?.before.startsWith('ل') && inner !== undefined) return inner
  return next?.before.startsWith('ل') || next?.before.startsWith('ب')
    ? definiteRun(tokens, at + 2)
    : at
}
