import type { Span } from '../../model/span.ts'
import { spanOf } from '../../model/span.ts'
import { countWhile } from '../../text/count-while.ts'
import { inkOf, isWhite } from './tokens.ts'

/** Where each character of ink stands. */
function inkPlaces(text: string): Int32Array {
  const places = new Int32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) if (!isWhite(text, at)) places[count++] = at
  return places.subarray(0, count)
}

/** How many characters of ink stand before an offset. */
const inkBefore = (places: Int32Array, offset: number) =>
  countWhile(places.length, at => (places[at] as number) < offset)

/**
 * Carries spans from one text to another with the same ink. A span keeps its ink; one of white space alone has no
 * place. Undefined where the ink differs.
 */
export function carrier(from: string, to: string): ((span: Span) => Span | undefined) | undefined {
  if (inkOf(from) !== inkOf(to)) return undefined
  const [old, now] = [inkPlaces(from), inkPlaces(to)]
  return ({ start, end }) => {
    const first = inkBefore(old, start)
    const after = inkBefore(old, end)
    if (after <= first) return undefined
    return spanOf(to, now[first] as number, (now[after - 1] as number) + 1)
  }
}
