import { countWhile } from '../text/count-while.ts'

/** Index of the last block that begins at or before an offset; blocks in text order. */
export const blockAt = (blocks: readonly number[], offset: number): number =>
  Math.max(0, countWhile(blocks.length, at => (blocks[at] as number) <= offset) - 1)
