import { countWhile } from '../../text/count-while.ts'
import { offsets } from '../../text/offsets.ts'
import type { OffsetUnit } from '../format.ts'
import type { ForeignDocument, ForeignSpan } from './foreign.ts'
import { isWhite } from './tokens.ts'

/** A text as Isnad stores it, and where a place of the foreign one is in it. */
export type SettledText = {
  text: string
  /** From the foreign text's own unit; undefined where there is no such place. */
  place(offset: number): number | undefined
  /** The same of the other unit: single tools have been seen to mix them. */
  otherPlace(offset: number): number | undefined
  unit: OffsetUnit
}

const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Do two quotes say the same, whatever a tool did to the white space? */
export const saysSame = (a: string, b: string) => a === b || collapsed(a) === collapsed(b)

/** How many CR of a CRLF stand before an offset. */
function droppedBefore(foreign: string): ((offset: number) => number) | undefined {
  const dropped: number[] = []
  for (let at = foreign.indexOf('\r\n'); at !== -1; at = foreign.indexOf('\r\n', at + 2))
    dropped.push(at)
  if (dropped.length === 0) return undefined
  return offset => countWhile(dropped.length, at => (dropped[at] as number) < offset)
}

const spansOf = ({ sets }: ForeignDocument) =>
  sets.flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans))

const isLetter = (text: string, at: number) =>
  at >= 0 && at < text.length && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at))

/** Does a place not lie inside a word or a surrogate pair? */
const isEdge = (text: string, at: number) => !(isLetter(text, at - 1) && isLetter(text, at))

/**
 * In which unit the offsets are right: the one in which more quotes stand where they should; without quotes, the one
 * that cuts fewer words and leaves fewer spaces at the ends; the declared one where both are alike.
 */
function unitOf(foreign: ForeignDocument, text: string): OffsetUnit {
  const table = offsets(text)
  const { unit: declared } = foreign
  if (foreign.unitIsFixed || table.codePoints === table.length) return declared
  const score = { 'utf-16': 0, 'code points': 0 }
  const spans = spansOf(foreign)
  const quoted = spans.filter(({ quote }) => quote !== undefined)
  const judge = (unit: OffsetUnit, { start, end, quote }: ForeignSpan) => {
    const [from, to] = unit === 'utf-16' ? [start, end] : [table.toUtf16(start), table.toUtf16(end)]
    const isBeyond = end > (unit === 'utf-16' ? table.length : table.codePoints)
    const said = isBeyond ? '' : text.slice(from, to)
    if (quote !== undefined) return Number(said === quote) * 2 || Number(saysSame(said, quote))
    return (
      Number(isEdge(text, from)) +
      Number(isEdge(text, to)) -
      Number(isWhite(text, from)) -
      Number(to > 0 && isWhite(text, to - 1)) -
      3 * Number(isBeyond)
    )
  }
  for (const unit of ['utf-16', 'code points'] as const)
    for (const span of quoted.length > 0 ? quoted : spans) score[unit] += judge(unit, span)
  if (score['utf-16'] === score['code points']) return declared
  return score['utf-16'] > score['code points'] ? 'utf-16' : 'code points'
}

/** Line ends as LF, lone surrogates as U+FFFD, and the unit of the offsets found out. */
export function settleText(foreign: ForeignDocument, given: string): SettledText {
  const raw = given.replace(lone, '\ufffd')
  const unit = unitOf(foreign, raw)
  const dropped = droppedBefore(raw)
  const text = raw.replace(/\r\n?/g, '\n')
  const table = offsets(raw)
  const placed = (unit: OffsetUnit) => {
    const most = unit === 'utf-16' ? table.length : table.codePoints
    return (offset: number) => {
      if (!Number.isInteger(offset) || offset < 0 || offset > most) return undefined
      const at = unit === 'utf-16' ? offset : table.toUtf16(offset)
      return dropped ? at - dropped(at) : at
    }
  }
  const other = unit === 'utf-16' ? 'code points' : 'utf-16'
  return { text, unit, place: placed(unit), otherPlace: placed(other) }
}
