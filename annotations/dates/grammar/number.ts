import { isWord, type Part, type Scan, tokenAt } from '../scan.ts'

const decimal = '.,٫٬'
const linking = `${decimal}:/-–—−+×*_#`
const latin = /^[a-z]/i

/** Digits that are a number by themselves: no decimal, no part of a phone number, a score, a version or a code. */
export function digitsAt(scan: Scan, at: number): number | undefined {
  const token = tokenAt(scan, at)
  if (token.kind !== 'number' || token.key.length > 4) return undefined
  const before = tokenAt(scan, at - 1)
  if (token.glued) {
    if (before.kind === 'word' && latin.test(scan.text[before.start] ?? '')) return undefined
    if (before.kind === 'mark') {
      if ('#$€£@_+٪%'.includes(before.key)) return undefined
      const further = tokenAt(scan, at - 2)
      if (before.glued && further.kind === 'number' && linking.includes(before.key))
        return undefined
    }
  }
  const after = tokenAt(scan, at + 1)
  if (after.glued && at + 1 < scan.tokens.length) {
    if (after.kind === 'word' && latin.test(scan.text[after.start] ?? '')) return undefined
    if (after.kind === 'mark') {
      if ('%٪$€£°'.includes(after.key)) return undefined
      const further = tokenAt(scan, at + 2)
      if (further.glued && further.kind === 'number' && linking.includes(after.key))
        return undefined
    }
  }
  return Number(token.key)
}

/** Digits as `digitsAt` has them, where a range's dash may stand beside them. */
export function looseDigits(scan: Scan, at: number, longest = 4): number | undefined {
  const token = tokenAt(scan, at)
  return token.kind === 'number' && token.key.length <= longest ? Number(token.key) : undefined
}

type Class = 1 | 2 | 4 | 8
const classOf = (n: number): Class => (n < 10 ? 1 : n < 100 ? 2 : n < 1000 ? 4 : 8)
const teenHeads: Record<string, number> = {
  احد: 1,
  احدي: 1,
  اثنا: 2,
  اثني: 2,
  اثنتا: 2,
  اثنتي: 2,
}

/** One summand: خمسة، خمسة عشر، ثلاث مئة، ألفين. */
function summand(scan: Scan, at: number): Part<number> | undefined {
  const { key, sense } = tokenAt(scan, at)
  const head = sense?.cardinal ?? teenHeads[key]
  if (head === undefined) return undefined
  if (head < 10 && isWord(scan, at + 1, 'عشر', 'عشره')) return { value: head + 10, next: at + 2 }
  if (sense?.cardinal === undefined) return undefined
  if (head >= 3 && head < 10 && isWord(scan, at + 1, 'ميه', 'مايه'))
    return { value: head * 100, next: at + 2 }
  if (head < 1000 && isWord(scan, at + 1, 'الف', 'الاف', 'الفا'))
    return { value: head * 1000, next: at + 2 }
  return { value: head, next: at + 1 }
}

/** ألفين وأحد عشر: وأحد is folded to واحد, one, which عشر never follows. */
const andEleven = (scan: Scan, at: number): Part<number> | undefined =>
  isWord(scan, at, 'واحد', 'واحدي') && isWord(scan, at + 1, 'عشر', 'عشره')
    ? { value: 11, next: at + 2 }
    : undefined

/** A number in words or digits. At most one summand of a kind, so a row of number words is read once. */
export function cardinal(scan: Scan, at: number): Part<number> | undefined {
  const digits = digitsAt(scan, at)
  if (digits !== undefined) {
    const thousands = isWord(scan, at + 1, 'الاف', 'الف', 'الفا')
    return { value: thousands ? digits * 1000 : digits, next: at + (thousands ? 2 : 1) }
  }
  const first = summand(scan, at)
  if (!first) return undefined
  let { value, next } = first
  let seen: number = value > 10 && value < 20 ? 3 : classOf(value)
  for (;;) {
    const more = tokenAt(scan, next).prefix === 'و' ? summand(scan, next) : andEleven(scan, next)
    if (!more) break
    const kind = more.value > 10 && more.value < 20 ? 3 : classOf(more.value)
    // Thousands and hundreds come first; of units and tens, units do.
    if (seen & kind || kind > (seen & 3 ? 2 : seen)) break
    seen |= kind
    value += more.value
    next = more.next
  }
  return { value, next }
}

/** أربعة وعشرين وألفين, سبع وستين وتسعمئة وألف: a year said from its units up. */
export function ascending(scan: Scan, { value, next }: Part<number>): Part<number> | undefined {
  if (value >= 100) return undefined
  const read = (at: number) => (tokenAt(scan, at).prefix === 'و' ? summand(scan, at) : undefined)
  const more = read(next)
  const hundreds = more && more.value >= 100 && more.value < 1000 ? more : undefined
  const thousands = hundreds ? read(hundreds.next) : more
  if (!thousands || (thousands.value !== 1000 && thousands.value !== 2000)) return undefined
  return { value: value + (hundreds?.value ?? 0) + thousands.value, next: thousands.next }
}

/** An ordinal with its article: الخامس، الخامس عشر، الثاني والعشرين، الـ15. */
export function ordinal(scan: Scan, at: number): Part<number> | undefined {
  const token = tokenAt(scan, at)
  if (token.kind === 'word' && token.key === 'ال') {
    const open = tokenAt(scan, at + 1).glued || scan.text[token.end - 1] === '\u0640'
    const digits = open ? looseDigits(scan, at + 1, 2) : undefined
    return digits === undefined ? undefined : { value: digits, next: at + 2 }
  }
  const head = token.sense?.ordinal
  if (head === undefined) return undefined
  if (head < 10 && isWord(scan, at + 1, 'عشر', 'عشره')) return { value: head + 10, next: at + 2 }
  const tens = tokenAt(scan, at + 1)
  const more = tens.prefix === 'و' ? tens.sense?.ordinal : undefined
  if (head < 10 && more !== undefined && more >= 20) return { value: head + more, next: at + 2 }
  return { value: head, next: at + 1 }
}
