import type { Resolved } from './date-mention.ts'
import type { Expression, Parsed } from './expression.ts'
import type { Context } from './resolve/context.ts'
import { endAfter, resolve } from './resolve/resolve.ts'
import { type Scan, tokenAt } from './scan.ts'
import { isNowadays } from './tense.ts'

const isToday = (expression: Expression) =>
  expression.is === 'period' &&
  expression.shift.unit === 'D' &&
  expression.shift.by === 0 &&
  expression.shift.base === 'anchor' &&
  expression.weekday === undefined

/** لاحقا and في وقت لاحق lie behind a past verb, and ahead of any other. */
function vagueByTense(
  scan: Scan,
  { start, next, expression }: Parsed,
  { tense }: Context,
): Expression {
  if (expression.is !== 'vague' || tense === undefined) return expression
  const later =
    ['لاحقا', 'لاحق'].includes(tokenAt(scan, next - 1).key) || tokenAt(scan, start).key === 'فيما'
  if (!later || start >= next) return expression
  return { is: 'vague', value: tense === 'past' ? 'PAST_REF' : 'FUTURE_REF' }
}

/** What a date means where it stands; `begun` is the other end of the stretch that it ends. */
export function meaningOf(
  scan: Scan,
  parsed: Parsed,
  context: Context,
  begun: Resolved | undefined,
): Resolved | undefined {
  const { start, next, expression } = parsed
  if (isToday(expression) && isNowadays(scan, start, next)) {
    const present = resolve({ is: 'vague', value: 'PRESENT_REF' }, context)
    return present && { ...present, rule: 'nowadays' }
  }
  const plain = resolve(vagueByTense(scan, parsed, context), context)
  return begun ? endAfter(expression, begun, plain) : plain
}
