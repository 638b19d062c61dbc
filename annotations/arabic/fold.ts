import { composed, type FoldLevel, type FoldTable, foldTable } from './fold-table.ts'

export type Folded = {
  readonly folded: string
  /** The original offset (UTF-16) of a folded one; the end of `folded` maps to the end of the text. */
  toOriginal(offset: number): number
  /**
   * Where a stretch that ends before the folded `offset` ends in the original: after the last letter and the marks on
   * it, before bidi controls that follow.
   */
  toOriginalEnd(offset: number): number
}

/** Hamza and madda that compose with the letter before them. */
const isComposing = (unit: number) => unit >= 0x653 && unit <= 0x655
const isComposable = (unit: number) =>
  unit === 0x627 || unit === 0x648 || unit === 0x64a || unit === 0x649 || unit === 0x6cc

/** The unit a letter and the marks after it compose to, or the letter. Marks in between are looked over. */
function composedUnit(text: string, at: number, unit: number, { attached }: FoldTable): number {
  for (let next = at + 1; next < text.length; next++) {
    const mark = text.charCodeAt(next)
    // Tatweel and joiners are attached too, and end what composes.
    if (attached[mark] !== 1 || mark === 0x640 || mark === 0x200c || mark === 0x200d) return unit
    if (!isComposing(mark)) continue
    const pair = composed.get(String.fromCharCode(unit, mark))
    if (pair !== undefined) return pair.charCodeAt(0)
  }
  return unit
}

const chunk = 8192

/** Handed over as they are: spreading them costs five times as much. */
const lettersOf = (units: Uint16Array): string =>
  Reflect.apply(String.fromCharCode, undefined, units)

/** A string of UTF-16 units. */
function textOf(units: Uint16Array): string {
  if (units.length <= chunk) return lettersOf(units)
  const parts: string[] = []
  for (let at = 0; at < units.length; at += chunk)
    parts.push(lettersOf(units.subarray(at, at + chunk)))
  return parts.join('')
}

/**
 * A copy of `text` for search: what a level takes for the same made one, what it drops left out. The text itself is
 * never changed; `toOriginal` is the way back. Any string folds, lone surrogates included; time grows with the text.
 */
export function fold(text: string, level: FoldLevel = 'search'): Folded {
  const table = foldTable(level)
  const { single, several, attached } = table
  let room = text.length + 64
  let units = new Uint16Array(room)
  let origins = new Uint32Array(room)
  let length = 0

  function grow() {
    room *= 2
    const [oldUnits, oldOrigins] = [units, origins]
    units = new Uint16Array(room)
    units.set(oldUnits)
    origins = new Uint32Array(room)
    origins.set(oldOrigins)
  }

  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at)
    // No letter becomes more than the eighteen of U+FDFA.
    if (length + 20 > room) grow()
    if (isComposable(unit)) unit = composedUnit(text, at, unit, table)
    const folded = single[unit] as number
    if (folded !== 0) {
      units[length] = folded
      origins[length++] = at
      continue
    }
    const letters = several.get(unit)
    if (letters === undefined) {
      if (unit === 0) {
        units[length] = 0
        origins[length++] = at
      }
      continue
    }
    for (let n = 0; n < letters.length; n++) {
      units[length] = letters.charCodeAt(n)
      origins[length++] = at
    }
  }
  const ends = origins.subarray(0, length)
  return {
    folded: textOf(units.subarray(0, length)),
    toOriginal: offset => ends[offset] ?? text.length,
    toOriginalEnd(offset) {
      const last = ends[offset - 1]
      if (last === undefined) return 0
      let end = last + 1
      const next = ends[offset] ?? text.length
      while (end < next && attached[text.charCodeAt(end)] === 1) end++
      return end
    },
  }
}
