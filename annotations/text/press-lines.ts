/** Lines that say who wrote or published an article; the name is the first group. */
const authors: readonly RegExp[] = [
  /^(?:بقلم|الكاتبة?|كتبت?|[إا]عداد|تحرير|المحررة?|By|Author)\s*[:：]\s*(.{2,80})$/i,
  /^بقلم\s+(.{2,60})$/,
  /^By\s+(\p{Lu}[\p{L}.'-]+(?:\s+\p{Lu}[\p{L}.'-]*){1,4})$/u,
]
const outlets: readonly RegExp[] = [/^(?:المصدر|مصدر الخبر|الناشر|Source)\s*[:：]\s*(.{2,80})$/i]

/** A sentence is no name. */
const isName = (name: string) => !/[.؟!]$/.test(name) && name.split(/\s+/).length <= 10

function firstOf(rules: readonly RegExp[], line: string): string | undefined {
  for (const rule of rules) {
    const name = rule.exec(line.trim())?.[1]?.trim()
    if (name && isName(name)) return name
  }
  return undefined
}

/** The name a line gives, as it is written there. */
export const authorIn = (line: string) => firstOf(authors, line)
export const outletIn = (line: string) => firstOf(outlets, line)
export const isByline = (line: string) =>
  authorIn(line) !== undefined || outletIn(line) !== undefined

/** "بغداد: «الشرق الأوسط»": where, and whose desk. */
export const isPlaceLine = (line: string) =>
  /^[\p{L}\p{M} -]{2,40}:\s?«[^«»]{2,40}»$/u.test(line.trim())
