import { offsets } from '../../text/offsets.ts'
import type { OffsetUnit } from '../format.ts'

/** A place of ours (UTF-16) in the unit that is asked for. */
export function inUnit(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf-16') return offset => offset
  const table = offsets(text)
  return offset => table.toCodePoint(offset)
}
