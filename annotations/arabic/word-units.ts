/** Letters, digits and what stands on them; an underscore joins. Characters beyond the BMP (emoji) are no words. */
const wordUnit = /[\p{L}\p{N}\p{M}_]/u

let table: Uint8Array | undefined

/** By UTF-16 unit: 1 where it is part of a word. Made when first asked for. */
export function wordUnits(): Uint8Array {
  if (table) return table
  table = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++)
    if (wordUnit.test(String.fromCharCode(unit))) table[unit] = 1
  return table
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
/** Point, comma, Arabic decimal point and thousands separator: between digits they are in a number. */
const joinsDigits = (unit: number) =>
  unit === 0x2e || unit === 0x2c || unit === 0x66b || unit === 0x66c

/** Is there a word on both sides of `at` in a folded text, so that nothing begins or ends here? */
export function insideWord(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return false
  const units = wordUnits()
  const [before, after] = [folded.charCodeAt(at - 1), folded.charCodeAt(at)]
  if (units[before] === 1 && units[after] === 1) return true
  if (isDigit(before) && joinsDigits(after)) return isDigit(folded.charCodeAt(at + 1))
  return isDigit(after) && joinsDigits(before) && isDigit(folded.charCodeAt(at - 2))
}
