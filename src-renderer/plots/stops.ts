type InRow = { readonly row: string }

/**
 * Where a key leads to from the stop at `at`: on and back by the arrows along the line of reading, to the beginning of the
 * next and the last row by those across it. Nothing where the key means nothing; the same place where there is no further.
 */
export function moved(
  stops: readonly InRow[],
  at: number,
  key: string,
  direction: string,
): number | undefined {
  const last = stops.length - 1
  if (last < 0) return undefined
  const begins = (from: number) => {
    const { row } = stops[from] as InRow
    let to = from
    while (to > 0 && stops[to - 1]?.row === row) to--
    return to
  }
  switch (key) {
    case direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight':
      return Math.min(last, at + 1)
    case direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowDown': {
      const next = stops.findIndex((stop, n) => n > at && stop.row !== stops[at]?.row)
      return next === -1 ? last : next
    }
    case 'ArrowUp':
      return begins(Math.max(0, begins(at) - 1))
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
