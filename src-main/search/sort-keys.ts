/** So few are put in order where they are, as those of most documents are. */
const few = 32

/** The first `length` numbers in order: most often a handful, for which the array's own sorting takes many times as long. */
export function sortKeys(keys: Float64Array, length: number): void {
  if (length > few) {
    keys.subarray(0, length).sort()
    return
  }
  for (let n = 1; n < length; n++) {
    const key = keys[n] as number
    let to = n
    for (; to > 0 && (keys[to - 1] as number) > key; to--) keys[to] = keys[to - 1] as number
    keys[to] = key
  }
}
