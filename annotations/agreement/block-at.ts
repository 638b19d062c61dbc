/** Index of the last block that begins at or before an offset; blocks in text order. */
export function blockAt(blocks: readonly number[], offset: number): number {
  let [low, high] = [0, blocks.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((blocks[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
