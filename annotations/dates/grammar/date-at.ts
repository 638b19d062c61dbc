import type { Expression, Parsed } from '../expression.ts'
import { type Part, type Scan, tokenAt } from '../scan.ts'
import { joints } from '../words/time-particles.ts'
import { bareYear, isCounted, shortYear } from './bare-year.ts'
import { elidedRules, rulesAt } from './grammar.ts'
import { isDateHere } from './licence.ts'

/** After a number: a word the dictionary has, or one of these. Anything else makes it a number of things. */
const links = new Set([
  'من',
  'منه',
  'و',
  ...joints,
  'بتوقيت',
  'توقيت',
  'ص',
  'م',
  'ت',
  'gmt',
  'utc',
  'am',
  'pm',
  'مرات',
  'مره',
])

function isPlainNumber(scan: Scan, at: number): boolean {
  const next = tokenAt(scan, at + 1)
  if (next.kind === 'word') return next.sense === undefined && !links.has(next.key)
  return next.kind !== 'mark' || !'/-.:–—،('.includes(next.key)
}

/** Words that a plain year may follow in a list: عامي 1979 و2003. */
type After = { readonly year: boolean; readonly month: boolean }

/** The longest date that begins at a token, if what begins there is one. */
export function dateAt(text: Scan, at: number, after: After): Parsed | undefined {
  const token = tokenAt(text, at)
  const scan = token.prefix === '' ? text : { ...text, opening: at }
  let best: Part<Expression> | undefined
  if (token.kind !== 'number' || !isPlainNumber(scan, at))
    for (const rule of rulesAt(scan, at)) {
      const found = rule(scan, at)
      if (!found || (best && found.next < best.next)) continue
      if (best && found.next === best.next && !elidedRules.includes(rule)) continue
      if (elidedRules.includes(rule) || isDateHere(scan, at, found.next, found.value, after))
        best = found
    }
  best ??= bareYear(scan, at, after.year) ?? shortYear(scan, at)
  if (!best || (isCounted(scan, best) && !after.year)) return undefined
  return { start: at, next: best.next, expression: best.value }
}
