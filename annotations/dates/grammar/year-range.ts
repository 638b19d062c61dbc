import type { Expression } from '../expression.ts'
import { isMark, isWord, type Part, type Scan, tokenAt } from '../scan.ts'
import { pastKind, yearNumber, yearPhrase } from './year.ts'

/** عام 2003، عامي 1979، عام 2023-2024. */
export function namedYear(scan: Scan, at: number): Part<Expression> | undefined {
  const construct = isWord(scan, at, 'عامي', 'سنتي', 'الاعوام', 'اعوام', 'سنوات', 'العامين')
  const range = yearRange(scan, pastKind(scan, at + 1))
  const noun = construct || isWord(scan, at, 'عام', 'العام', 'سنه', 'السنه', 'موسم')
  if (noun && range && !isWord(scan, at, 'موسم')) return range
  const year = construct ? yearNumber(scan, at + 1, { named: true }) : yearPhrase(scan, at)
  return year && { value: { is: 'year', year: year.value }, next: year.next }
}

/** 2023-2025, 1975/1990: two years joined. */
export function yearRange(scan: Scan, at: number): Part<Expression> | undefined {
  const [from, joiner, to] = [tokenAt(scan, at), tokenAt(scan, at + 1), tokenAt(scan, at + 2)]
  if (from.kind !== 'number' || to.kind !== 'number' || !isMark(scan, at + 1, '-–—/'))
    return undefined
  if (
    from.key.length !== 4 ||
    !(to.key.length === 4 || (to.key.length === 2 && joiner.key === '/' && joiner.glued))
  )
    return undefined
  const before = tokenAt(scan, at - 1)
  const after = tokenAt(scan, at + 3)
  if (from.glued && before.kind === 'mark' && '-–/+.#:'.includes(before.key)) return undefined
  if (
    after.glued &&
    (after.kind === 'number' || (after.kind === 'mark' && '-–/%٪'.includes(after.key)))
  )
    return undefined
  const first = Number(from.key)
  const second =
    to.key.length === 4 ? Number(to.key) : Math.floor(first / 100) * 100 + Number(to.key)
  if (first < 1000 || second > 2199 || second <= first || second - first > 200) return undefined
  // Years of an interval are joined without spaces, or both with one.
  if (joiner.glued !== to.glued) return undefined
  const year = (n: number): Expression => ({ is: 'year', year: { kind: 'year', year: n } })
  return { value: { is: 'interval', from: year(first), to: year(second) }, next: at + 3 }
}
