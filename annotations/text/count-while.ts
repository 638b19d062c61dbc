/**
 * How many places stand before the first that is not `isBefore`, of `count` in an order in which all that are stand
 * ahead of all that are not. It is asked of log₂ of them.
 */
export function countWhile(count: number, isBefore: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
