import { countWhile } from './count-while.ts'
/** For every word of one text, the place of the same word in another, or -1. */
export type Alignment = Int32Array

type Block = { a: number; aEnd: number; b: number; bEnd: number }

/** The longest run of ends that grow, of pairs in order of `a`: patience sorting. */
function growing(pairs: readonly [a: number, b: number][]): [number, number][] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [at, [, b]] of pairs.entries()) {
    const length = countWhile(
      tails.length,
      tail => (pairs[tails[tail] as number] as [number, number])[1] < b,
    )
    before[at] = length > 0 ? (tails[length - 1] as number) : -1
    tails[length] = at
  }
  const run: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] as number)
    run.push(pairs[at] as [number, number])
  return run.reverse()
}

/** Words that stand once on each side of a block, paired. */
function uniquePairs(a: readonly string[], b: readonly string[], block: Block): [number, number][] {
  const seen = new Map<string, { inA: number; inB: number; at: number; place: number }>()
  for (let at = block.a; at < block.aEnd; at++) {
    const word = a[at] as string
    const known = seen.get(word)
    if (known) known.inA++
    else seen.set(word, { inA: 1, inB: 0, at, place: -1 })
  }
  for (let at = block.b; at < block.bEnd; at++) {
    const known = seen.get(b[at] as string)
    if (!known) continue
    known.inB++
    known.place = at
  }
  const pairs: [number, number][] = []
  for (const { inA, inB, at, place } of seen.values())
    if (inA === 1 && inB === 1) pairs.push([at, place])
  return pairs
}

/**
 * Patience diff over words: what begins and ends alike is paired, then what stands once on both sides, then what lies
 * between. Words no such anchor reaches stay unpaired: a wrong pairing would carry a span to the wrong words.
 */
export function alignWords(a: readonly string[], b: readonly string[]): Alignment {
  const alignment = new Int32Array(a.length).fill(-1)
  const blocks: Block[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }]
  for (let block = blocks.pop(); block; block = blocks.pop()) {
    while (block.a < block.aEnd && block.b < block.bEnd && a[block.a] === b[block.b])
      alignment[block.a++] = block.b++
    while (block.a < block.aEnd && block.b < block.bEnd && a[block.aEnd - 1] === b[block.bEnd - 1])
      alignment[--block.aEnd] = --block.bEnd
    if (block.a === block.aEnd || block.b === block.bEnd) continue
    let { a: from, b: fromB } = block
    const anchors = growing(uniquePairs(a, b, block))
    if (anchors.length === 0) continue
    for (const [at, place] of anchors) {
      blocks.push({ a: from, aEnd: at, b: fromB, bEnd: place })
      alignment[at] = place
      from = at + 1
      fromB = place + 1
    }
    blocks.push({ a: from, aEnd: block.aEnd, b: fromB, bEnd: block.bEnd })
  }
  return alignment
}
